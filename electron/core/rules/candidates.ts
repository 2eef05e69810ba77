import type { IsoDate } from '../../../shared/domain.ts'
import { compileList, compileValue, constant, constantList, durationOf, type Value } from './compile-values.ts'
import { addDuration, dayNumber, fromDayNumber, isIsoDate } from './dates.ts'
import type { Expr } from './expressions.ts'
import { rewritten } from './rewrite.ts'
import { childrenOf, factsIn, type RuleSet } from './rule-set.ts'
import { type FactDef, type Facts, type FactScalar, type FactValue, isList, type SingleValue } from './values.ts'

/** Values that a fact may be given next, seen from the facts as they stand: those on both sides of what it is compared with. */
export type Proposal = { index: number; values(facts: Facts): FactValue[] }
/** A way to give one fact a value so that an expression gets the value wanted. */
type Way = { index: number; give(wanted: FactScalar, facts: Facts): FactValue[] }

/**
 * The interesting values of every fact that conditions read: words, yes and no, unknown, none where that can be, and for each comparison the values
 * on both sides of its limit, also through sums of dates, ages and parts of texts. Only values that a fact can have are proposed.
 * @param day a day from which dates begin
 */
export function proposalsFor(set: RuleSet, conditions: readonly Expr[], day: IsoDate): Proposal[] {
  const read = factsIn([...conditions])
  const found: Proposal[] = []
  const beside: Proposal[] = []
  const words = new Map<number, Set<string>>()
  const walk = (e: Expr): void => {
    // Of a list that is written out each item is looked at as if it stood in the condition itself.
    if (e.kind === 'quantifier' && e.list.kind === 'list') return e.list.items.forEach(item => walk(rewritten(e.body, part => (part.kind === 'variable' && part.variable === e.variable ? item : undefined))))
    if (e.kind === 'compare') beside.push(...near(e.left, e.right), ...near(e.right, e.left))
    if (e.kind === 'in') beside.push(...within(e.left, e.right))
    if (e.kind === 'starts-with') beside.push(...near(e.text, e.prefix))
    for (const [index, word] of wordsBeside(e)) words.set(index, (words.get(index) ?? new Set()).add(word))
    childrenOf(e).forEach(walk)
  }
  conditions.forEach(walk)
  for (const id of read) {
    const fact = set.factById.get(id)
    const index = set.factIndex.get(id)
    if (!fact || index === undefined) continue
    const fixed = ownValues(fact, day, words.get(index) ?? new Set())
    found.push({ index, values: () => fixed })
  }
  return [...found, ...beside.map(p => ({ index: p.index, values: (facts: Facts) => p.values(facts).filter(v => isPossible(set.data.facts[p.index], v)) }))]
}

const patterns = new Map<string, RegExp>()
function patternOf(pattern: string): RegExp {
  const known = patterns.get(pattern) ?? new RegExp(`^(?:${pattern})$`)
  patterns.set(pattern, known)
  return known
}

/** True for a value that the fact can have; numbers of cases are never negative. */
function isPossible(fact: FactDef | undefined, value: FactValue): boolean {
  if (!fact || value === undefined) return fact !== undefined
  if (value === null) return fact.canBeNone ?? fact.empty === null
  if (isList(value)) return fact.list === true && value.every(item => isPossible({ ...fact, list: false }, item))
  if (fact.list) return false
  switch (fact.type) {
    case 'number': return typeof value === 'number' && Number.isFinite(value) && value >= 0
    case 'boolean': return typeof value === 'boolean'
    case 'date': return typeof value === 'string' && isIsoDate(value)
    case 'country': return typeof value === 'string' && /^[A-Z]{2}([A-Z]{2})?$/.test(value)
    default: return typeof value === 'string' && value !== '' && (fact.values ? Object.hasOwn(fact.values, value) : fact.pattern === undefined || patternOf(fact.pattern).test(value))
  }
}

const outside = ['999', '000', '9', '99', '999z', 'ÖVRIGT', 'zz', 'US', 'CL']
/** The values a fact has of itself, whatever the other facts are. */
function ownValues(fact: FactDef, day: IsoDate, words: ReadonlySet<string>): FactValue[] {
  const single: FactValue[] = fact.type === 'boolean' ? [true, false] : fact.type === 'number' ? [0, 1] : fact.type === 'date' ? [day, fromDayNumber(dayNumber(day) + 1)]
    : fact.values ? Object.keys(fact.values) : [...words, ...outside.filter(o => !words.has(o) && isPossible({ ...fact, list: false }, o)).slice(0, 2)]
  const values = fact.list ? lists(single.filter(v => typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean')) : single
  return [undefined, null, ...values].filter(v => isPossible(fact, v))
}

/** Nothing, each alone, all but one, and all. */
function lists(items: readonly FactScalar[]): FactValue[] {
  return [[], ...items.map(item => [item]), ...items.map(item => items.filter(i => i !== item)), [...items]]
}

/** Texts that an expression's facts are compared with. */
function wordsBeside(e: Expr): [number, string][] {
  const texts = (side: Expr) => [...(constantList(side) ?? []), constant(side)].filter(v => typeof v === 'string')
  const pairs = e.kind === 'compare' ? [[e.left, e.right], [e.right, e.left]] as const : e.kind === 'in' ? [[e.left, e.right]] as const : e.kind === 'starts-with' ? [[e.text, e.prefix]] as const : []
  return pairs.flatMap(([side, other]) => waysTo(side).flatMap(way => texts(other).flatMap(text => way.give(text, []).flatMap((v): [number, string][] => (typeof v === 'string' ? [[way.index, v]] : [])))))
}

/** One step below, the same, one step above. */
function around(value: SingleValue): FactScalar[] {
  if (typeof value === 'number') return [value - 1, value, value + 1]
  if (typeof value !== 'string') return value === null || value === undefined ? [] : [value, !value]
  return isIsoDate(value) ? [-1, 0, 1].map(n => fromDayNumber(dayNumber(value) + n)) : [value]
}

/** Values of the facts in one side that bring it to the other side's value, and past it. */
function near(side: Expr, other: Expr): Proposal[] {
  const ways = waysTo(side)
  // Fixed texts are among the fact's own values already.
  if (ways.length === 0 || typeof constant(other) === 'boolean' || (other.type === 'text' && constant(other) !== undefined)) return []
  const value = valueOf(other)
  return ways.map(({ index, give }) => ({ index, values: facts => around(value(facts)).flatMap(wanted => give(wanted, facts)) }))
}

function within(left: Expr, right: Expr): Proposal[] {
  if (right.kind === 'range') return [...near(left, right.low), ...near(left, right.high)]
  if (left.type === 'text' && constantList(right)) return []
  const items = compileList(right)
  return waysTo(left).map(({ index, give }) => ({ index, values: facts => (items(facts) ?? []).flatMap(item => (item === null || item === undefined ? [] : give(item, facts))) }))
}

/** The value of a side; a fixed length is its number of days. */
function valueOf(e: Expr): Value {
  const fixed = constant(e)
  return fixed === undefined ? compileValue(e) : () => fixed
}

function waysTo(e: Expr): Way[] {
  const through = (inner: Expr, back: (wanted: FactScalar, facts: Facts) => FactScalar[]): Way[] => waysTo(inner).map(way => ({ index: way.index, give: (wanted, facts) => back(wanted, facts).flatMap(w => way.give(w, facts)) }))
  switch (e.kind) {
    case 'fact': return [{ index: e.index, give: wanted => [e.fact.list === true ? [wanted] : wanted] }]
    case 'definition': return waysTo(e.body)
    case 'if': return [...waysTo(e.then), ...waysTo(e.otherwise)]
    case 'variable': return []
    case 'arithmetic': return arithmeticWays(e, through)
    case 'call': return callWays(e, through)
    default: return []
  }
}

type Through = (inner: Expr, back: (wanted: FactScalar, facts: Facts) => FactScalar[]) => Way[]

function arithmeticWays(e: Expr & { kind: 'arithmetic' }, through: Through): Way[] {
  if (e.type === 'date') {
    const length = durationOf(e.right)
    return length ? through(e.left, wanted => (typeof wanted === 'string' && isIsoDate(wanted) ? [addDuration(wanted, length, e.op === '-' ? 1 : -1)] : [])) : []
  }
  const [left, right] = [valueOf(e.left), valueOf(e.right)]
  if (e.type === 'duration') {
    const moved = (day: SingleValue, wanted: FactScalar, sign: 1 | -1) => (typeof day === 'string' && typeof wanted === 'number' ? [fromDayNumber(dayNumber(day) + sign * wanted)] : [])
    return [...through(e.left, (wanted, facts) => moved(right(facts), wanted, 1)), ...through(e.right, (wanted, facts) => moved(left(facts), wanted, -1))]
  }
  const solved = (other: SingleValue, wanted: FactScalar, solve: (w: number, o: number) => number) => (typeof other === 'number' && typeof wanted === 'number' ? around(Math.round(solve(wanted, other))) : [])
  const back = { '+': (w: number, o: number) => w - o, '-': (w: number, o: number) => w + o, '*': (w: number, o: number) => w / o, '/': (w: number, o: number) => w * o }[e.op]
  const ahead = e.op === '-' ? (w: number, o: number) => o - w : e.op === '/' ? (w: number, o: number) => o / w : back
  return [...through(e.left, (wanted, facts) => solved(right(facts), wanted, back)), ...through(e.right, (wanted, facts) => solved(left(facts), wanted, ahead))]
}

function callWays(e: Expr & { kind: 'call' }, through: Through): Way[] {
  const [first, second] = e.args
  if (!first) return []
  switch (e.fn) {
    case 'first working day': return through(first, wanted => (typeof wanted === 'string' && isIsoDate(wanted) ? [0, 1, 2, 3, 4].map(n => fromDayNumber(dayNumber(wanted) - n)) : []))
    // What follows the part may be anything; the values that the fact cannot have are left out later.
    case 'substring': return through(first, wanted => (typeof wanted === 'string' ? ['', 'a', 'z', '00', '36'].map(end => wanted + end) : []))
    case 'count': return first.kind === 'fact' ? [{ index: first.index, give: wanted => (typeof wanted === 'number' && wanted >= 0 ? [Object.keys(first.fact.values ?? {}).slice(0, wanted)] : []) }] : []
    case 'full years': {
      if (!second) return []
      const moved = (day: SingleValue, wanted: FactScalar, sign: 1 | -1) => (typeof day === 'string' && typeof wanted === 'number' ? around(addDuration(day, { months: 12 * wanted, days: 0 }, sign)) : [])
      const [from, to] = [valueOf(first), valueOf(second)]
      return [...through(first, (wanted, facts) => moved(to(facts), wanted, -1)), ...through(second, (wanted, facts) => moved(from(facts), wanted, 1))]
    }
  }
}

/** A small generator of numbers from 0 up to a limit: the same seed gives the same numbers for ever. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

const LAP = 80
/**
 * Goes through cases that differ in one fact at a time, begun anew now and then from nothing known or from what empty facts mean, until
 * `visit` says that it has seen enough or the steps are taken. The facts handed to it are the same array every time.
 */
export function wander(set: RuleSet, proposals: readonly Proposal[], { seed, steps }: { seed: number; steps: number }, visit: (facts: FactValue[]) => boolean): boolean {
  const dice = seeded(seed)
  const facts: FactValue[] = set.data.facts.map(f => f.empty)
  for (let step = 0; step < steps; step++) {
    if (step % LAP === 0) {
      const blank = dice(2) === 0
      set.data.facts.forEach((f, i) => { facts[i] = blank ? undefined : f.empty })
    }
    const proposal = proposals[dice(proposals.length)]
    const values = proposal?.values(facts) ?? []
    if (proposal && values.length > 0) facts[proposal.index] = values[dice(values.length)]
    if (visit(facts)) return true
  }
  return false
}
