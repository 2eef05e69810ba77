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
  const literals = other.kind === 'list' ? other.items : [other]
  const words: { word: string; at: At }[] = []
  for (const e of literals) if (e.kind === 'literal' && typeof e.value === 'string') words.push({ word: e.value, at: e })
  if (other.kind === 'parameter') for (const v of [other.parameter.value].flat()) if (typeof v === 'string') words.push({ word: v, at: other })
  for (const { word, at } of words) {
    if (!(word in known)) throw new RuleError(`”${word}” är inget värde som ”${side.fact.id}” kan ha (${Object.keys(known).join(', ')})`, at.from, at.to)
  }
}

/** A comparison of two values of one type. */
export function typedCompare(op: CompareOp, left: Expr, right: Expr, slot: number, at: At): Expr {
  if (left.type !== right.type || typeof left.type === 'object') {
    throw new RuleError(`${typeName(left.type)} kan inte jämföras med ${typeName(right.type)}`, at.from, at.to)
  }
  const ordering = op !== '=' && op !== '!='
  if (ordering && left.type === 'boolean') throw new RuleError('ja och nej har ingen ordning', at.from, at.to)
  if (ordering && left.type === 'text' && !isOrdered(left) && !isOrdered(right)) throw new RuleError('textens värden har ingen ordning; märk uppgiften ”ordered”', at.from, at.to)
  checkWords(left, right)
  checkWords(right, left)
  return { kind: 'compare', type: 'boolean', op, left, right, slot, ...at }
}

const isOrdered = (e: Expr) => e.kind === 'fact' && e.fact.ordered === true

/** A test for membership of a list or range. */
export function typedIn(left: Expr, right: Expr, slot: number, at: At): Expr {
  const wanted = right.kind === 'range' ? right.low.type : typeof right.type === 'object' ? right.type.list : null
  if (wanted === null) throw new RuleError('efter ”in” ska det stå en lista, ett intervall eller en listparameter', right.from, right.to)
  if (left.type !== wanted || (right.kind === 'range' && right.high.type !== wanted)) {
    throw new RuleError(`${typeName(left.type)} kan inte finnas bland värden som är ${typeName(wanted)}`, at.from, at.to)
  }
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
