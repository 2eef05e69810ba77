import { type CompareOp, type Expr, RuleError } from './expressions.ts'
import type { ExprType } from './values.ts'

type At = { from: number; to: number }

const names = { boolean: 'ett ja eller nej', number: 'ett tal', text: 'en text', date: 'ett datum', duration: 'en tidslängd' } as const
/** A type as a rule writer calls it. */
export function typeName(type: ExprType): string {
  return typeof type === 'object' ? `en lista av värden (${names[type.list]})` : names[type]
}

/** Words are only ever compared with words that the fact can have: a misspelt one would be silently false. */
function checkWords(side: Expr, other: Expr): void {
  if (side.kind !== 'fact' || !side.fact.values) return
  const known = side.fact.values
  const literals = other.kind === 'list' ? other.items : other.kind === 'range' ? [other.low, other.high] : [other]
  const words: { word: string; at: At }[] = []
  for (const e of literals) if (e.kind === 'literal' && typeof e.value === 'string') words.push({ word: e.value, at: e })
  if (other.kind === 'parameter') for (const v of [other.parameter.value].flat()) if (typeof v === 'string') words.push({ word: v, at: other })
  for (const { word, at } of words) {
    if (!Object.hasOwn(known, word)) throw new RuleError(`”${word}” är inget värde som ”${side.fact.id}” kan ha (${Object.keys(known).join(', ')})`, at.from, at.to)
  }
}

/** A comparison of two values of one type. */
export function typedCompare(op: CompareOp, left: Expr, right: Expr, slot: number, at: At): Expr {
  if (left.type !== right.type || typeof left.type === 'object') {
    throw new RuleError(`${typeName(left.type)} kan inte jämföras med ${typeName(right.type)}`, at.from, at.to)
  }
  if (op !== '=' && op !== '!=') requireOrder(left, right, at)
  checkWords(left, right)
  checkWords(right, left)
  return { kind: 'compare', type: 'boolean', op, left, right, slot, ...at }
}

/** Words are compared letter by letter, so their order must be that of the alphabet. */
function requireOrder(left: Expr, right: Expr, at: At): void {
  if (left.type === 'boolean') throw new RuleError('ja och nej har ingen ordning', at.from, at.to)
  if (left.type !== 'text') return
  const ordered = [left, right].flatMap(e => (e.kind === 'fact' && e.fact.ordered === true ? [e.fact] : []))
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
  return { kind: 'in', type: 'boolean', left, right, slot, ...at }
}

/** Sums and differences of numbers, and of dates and durations. */
export function typedArithmetic(op: string, left: Expr, right: Expr, at: At): Expr {
  if (op !== '+' && op !== '-' && op !== '*' && op !== '/') throw new RuleError(`räknesättet ”${op}” finns inte`, at.from, at.to)
  if (left.type === 'number' && right.type === 'number') return { kind: 'arithmetic', type: 'number', op, left, right, ...at }
  if ((op === '+' || op === '-') && left.type === 'date' && right.type === 'duration') return { kind: 'arithmetic', type: 'date', op, left, right, ...at }
  throw new RuleError(`${typeName(left.type)} ${op} ${typeName(right.type)} går inte att räkna ut`, at.from, at.to)
}

/** The functions of the language. */
export function typedCall(name: string, args: Expr[], slot: number, at: At): Expr {
  const want = (...types: ExprType[]) => args.length === types.length && args.every((a, i) => a.type === types[i])
  if (name === 'starts with' && want('text', 'text')) return { kind: 'call', type: 'boolean', fn: name, args, slot, ...at }
  if (name === 'substring' && (want('text', 'number', 'number') || want('text', 'number'))) return { kind: 'call', type: 'text', fn: name, args, slot, ...at }
  if (name === 'full years' && want('date', 'date')) return { kind: 'call', type: 'number', fn: name, args, slot, ...at }
  const known = ['not(villkor)', 'known(uppgift)', 'given(uppgift)', 'starts with(text, text)', 'substring(text, start, längd)', 'full years(datum, datum)']
  throw new RuleError(`funktionen ”${name}” med dessa värden finns inte; de som finns är ${known.join(', ')}`, at.from, at.to)
}
