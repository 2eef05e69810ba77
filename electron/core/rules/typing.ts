import { type CompareOp, type Expr, RuleError, type ValueFunction } from './expressions.ts'
import type { ExprType, FactDef } from './values.ts'

export type At = { from: number; to: number }

const names = { boolean: 'ett ja eller nej', number: 'ett tal', text: 'en text', date: 'ett datum', duration: 'en tidslängd' } as const
/** A type as a rule writer calls it. */
export function typeName(type: ExprType): string {
  return typeof type === 'object' ? `en lista av värden (${names[type.list]})` : names[type]
}

const sameType = (a: ExprType, b: ExprType) => (typeof a === 'object' && typeof b === 'object' ? a.list === b.list : a === b)

/** The fact behind a side: its words are the only ones that can be right. */
function factOf(e: Expr): FactDef | null {
  if (e.kind === 'fact') return e.fact
  return e.kind === 'variable' ? e.variable.fact : null
}

/** The texts that an expression can only be, each with its place; none when it can be any. */
function writtenWords(e: Expr): { word: string; at: At }[] {
  switch (e.kind) {
    case 'literal': return typeof e.value === 'string' ? [{ word: e.value, at: e }] : []
    case 'parameter': return [e.parameter.value].flat().flatMap(v => (typeof v === 'string' ? [{ word: v, at: e }] : []))
    case 'variable': return e.variable.words.map(word => ({ word, at: e }))
    case 'list': return e.items.flatMap(writtenWords)
    case 'range': return [e.low, e.high].flatMap(writtenWords)
    case 'if': return [e.then, e.otherwise].flatMap(writtenWords)
    default: return []
  }
}

/** Words are only ever compared with words that the fact can have: a misspelt one would be silently false. */
function checkWords(side: Expr, other: Expr): void {
  const fact = factOf(side)
  if (!fact?.values) return
  for (const { word, at } of writtenWords(other)) {
    if (!Object.hasOwn(fact.values, word)) throw new RuleError(`”${word}” är inget värde som ”${fact.id}” kan ha (${Object.keys(fact.values).join(', ')})`, at.from, at.to)
  }
}

/** A comparison of two values of one type. */
export function typedCompare(op: CompareOp, left: Expr, right: Expr, slot: number, at: At): Expr {
  if (left.type !== right.type || typeof left.type === 'object') {
    throw new RuleError(`${typeName(left.type)} kan inte jämföras med ${typeName(right.type)}`, at.from, at.to)
  }
  if (op !== '=' && op !== '!=') requireOrder(left, right, at)
  requireDays(left)
  requireDays(right)
  checkWords(left, right)
  checkWords(right, left)
  return { kind: 'compare', type: 'boolean', op, left, right, slot, ...at }
}

/** A month has no fixed length, so lengths are compared in days only. */
function requireDays(e: Expr): void {
  const months = e.kind === 'literal' && typeof e.value === 'object' && e.value.months !== 0
  const monthsOfParameter = e.kind === 'parameter' && e.type === 'duration' && /\dY|\dM/.test(String(e.parameter.value))
  if (months || monthsOfParameter) throw new RuleError('månader är olika långa och kan inte jämföras; skriv längden i dagar, eller lägg den till ett datum', e.from, e.to)
}

/** Words are compared letter by letter, so their order must be that of the alphabet. */
function requireOrder(left: Expr, right: Expr, at: At): void {
  if (left.type === 'boolean') throw new RuleError('ja och nej har ingen ordning', at.from, at.to)
  if (left.type !== 'text') return
  const ordered = [left, right].flatMap(e => { const fact = factOf(e); return fact?.ordered === true ? [fact] : [] })
  if (ordered.length === 0) throw new RuleError('textens värden har ingen ordning; märk uppgiften ”ordered”', at.from, at.to)
  for (const fact of ordered) {
    const words = Object.keys(fact.values ?? {})
    if (words.some((word, i) => i > 0 && word <= (words[i - 1] ?? ''))) throw new RuleError(`värdena för ”${fact.id}” ska stå i bokstavsordning för att kunna jämföras (${words.join(', ')})`, at.from, at.to)
  }
}

/** A test for membership of a list or range. */
export function typedIn(left: Expr, right: Expr, slot: number, at: At): Expr {
  const wanted = right.kind === 'range' ? right.low.type : typeof right.type === 'object' ? right.type.list : null
  if (wanted === null) throw new RuleError('efter ”in” ska det stå en lista, ett intervall eller en listparameter', right.from, right.to)
  if (left.type !== wanted || (right.kind === 'range' && right.high.type !== wanted)) {
    throw new RuleError(`${typeName(left.type)} kan inte finnas bland värden som är ${typeName(wanted)}`, at.from, at.to)
  }
  if (right.kind === 'range') requireOrder(left, right.low, at)
  checkWords(left, right)
  if (right.kind === 'fact') checkWords(right, left)
  return { kind: 'in', type: 'boolean', left, right, slot, ...at }
}

/** Sums and differences of numbers, and of dates and durations. */
export function typedArithmetic(op: string, left: Expr, right: Expr, at: At): Expr {
  if (op !== '+' && op !== '-' && op !== '*' && op !== '/') throw new RuleError(`räknesättet ”${op}” finns inte`, at.from, at.to)
  if (left.type === 'number' && right.type === 'number') return { kind: 'arithmetic', type: 'number', op, left, right, ...at }
  if (left.type === 'date' && right.type === 'duration' && (op === '+' || op === '-')) {
    if (right.kind !== 'literal' && right.kind !== 'parameter') throw new RuleError('längden ska vara fast: skriv den direkt eller som parameter', right.from, right.to)
    return { kind: 'arithmetic', type: 'date', op, left, right, ...at }
  }
  if (left.type === 'date' && right.type === 'date' && op === '-') return { kind: 'arithmetic', type: 'duration', op, left, right, ...at }
  throw new RuleError(`${typeName(left.type)} ${op} ${typeName(right.type)} går inte att räkna ut`, at.from, at.to)
}

/** One of two expressions of one type, chosen by a condition. */
export function typedIf(test: Expr, then: Expr, otherwise: Expr, slot: number, at: At): Expr {
  if (test.type !== 'boolean') throw new RuleError(`efter ”if” ska det stå ett villkor, men detta är ${typeName(test.type)}`, test.from, test.to)
  if (!sameType(then.type, otherwise.type)) throw new RuleError(`efter ”then” står ${typeName(then.type)} men efter ”else” ${typeName(otherwise.type)}; de ska vara av samma slag`, otherwise.from, otherwise.to)
  if (typeof then.type === 'object' || then.type === 'duration') throw new RuleError(`”if” väljer mellan villkor eller enskilda värden, inte ${typeName(then.type)}`, at.from, at.to)
  return { kind: 'if', type: then.type, test, then, otherwise, slot, ...at }
}

type Signature = { shows: string; args: (ExprType | 'any-list')[][]; gives: ExprType }
const functions: Record<ValueFunction, Signature> = {
  substring: { shows: 'substring(text, start, längd)', args: [['text', 'number', 'number'], ['text', 'number']], gives: 'text' },
  'full years': { shows: 'full years(datum, datum)', args: [['date', 'date']], gives: 'number' },
  count: { shows: 'count(lista)', args: [['any-list']], gives: 'number' },
  'first working day': { shows: 'first working day(datum)', args: [['date']], gives: 'date' },
}
const isFunction = (name: string): name is ValueFunction => Object.hasOwn(functions, name)

/** The functions of the language. */
export function typedCall(name: string, args: Expr[], slot: number, at: At): Expr {
  const [text, prefix] = args
  if (name === 'starts with' && text?.type === 'text' && prefix?.type === 'text' && args.length === 2) return { kind: 'starts-with', type: 'boolean', text, prefix, slot, ...at }
  if (isFunction(name)) {
    const { args: allowed, gives } = functions[name]
    const fits = (types: Signature['args'][number]) => types.length === args.length && types.every((type, i) => (type === 'any-list' ? typeof args[i]?.type === 'object' : args[i]?.type === type))
    if (allowed.some(fits)) return { kind: 'call', type: gives, fn: name, args, ...at }
  }
  const known = ['not(villkor)', 'known(uppgift)', 'given(uppgift)', 'starts with(text, text)', ...Object.values(functions).map(f => f.shows)]
  throw new RuleError(`funktionen ”${name}” med dessa värden finns inte; de som finns är ${known.join(', ')}`, at.from, at.to)
}
