import { compileTest } from './compile.ts'
import { addDuration, dayNumber, type Duration, fullYears, parseDuration } from './dates.ts'
import { type Expr, RuleError } from './expressions.ts'
import { firstWorkingDay } from './holidays.ts'
import { FALSE, type FactScalar, type Facts, type FactValue, isList, type Literal, type SingleValue, TRUE } from './values.ts'

export type Value = (facts: Facts) => SingleValue
/** The items of a list; undefined when it is not known, null when there is known to be none. */
export type List = (facts: Facts) => readonly SingleValue[] | null | undefined

const isDuration = (v: Literal): v is Duration => typeof v === 'object'

/** The length that a literal or a parameter gives, or null. */
export function durationOf(e: Expr): Duration | null {
  if (e.kind === 'literal' && isDuration(e.value)) return e.value
  return e.kind === 'parameter' && typeof e.parameter.value === 'string' ? parseDuration(e.parameter.value) : null
}

/** The value of an expression that depends on no fact, or undefined. A length is its number of days. */
export function constant(e: Expr): FactScalar | undefined {
  if (e.type === 'duration') return durationOf(e)?.days
  if (e.kind === 'literal') return isDuration(e.value) ? undefined : e.value
  if (e.kind === 'parameter' && !Array.isArray(e.parameter.value)) return e.parameter.value
  return undefined
}

/** The values of a list that depends on no fact, or undefined. */
export function constantList(e: Expr): FactScalar[] | undefined {
  if (e.kind === 'parameter' && Array.isArray(e.parameter.value)) return e.parameter.value
  if (e.kind !== 'list') return undefined
  const values = e.items.map(constant)
  return values.every(v => v !== undefined) ? values : undefined
}

/** Turns a list expression into a closure that gives its items. */
export function compileList(e: Expr): List {
  const fixed = constantList(e)
  if (fixed) return () => fixed
  if (e.kind === 'list') {
    const items = e.items.map(compileValue)
    return f => items.map(item => item(f))
  }
  if (e.kind === 'definition') return compileList(e.body)
  if (e.kind !== 'fact') throw new RuleError('listan går inte att räkna ut', e.from, e.to)
  const { index } = e
  return f => {
    const value: FactValue = f[index]
    return isList(value) ? value : value === null ? null : undefined
  }
}

/** Turns a value expression into a closure: a value, null (known to be none) or undefined (unknown). */
export function compileValue(e: Expr): Value {
  switch (e.kind) {
    case 'fact': {
      const { index } = e
      // The types are checked when the rule is read: a list never comes here.
      return f => f[index] as SingleValue
    }
    case 'variable': {
      const { variable } = e
      return () => variable.value
    }
    case 'definition': return compileValue(e.body)
    case 'arithmetic': return compileArithmetic(e)
    case 'call': return compileCall(e)
    case 'if': return compileValueChoice(e)
    default: {
      const value = constant(e)
      if (value === undefined) throw new RuleError('värdet går inte att räkna ut', e.from, e.to)
      return () => value
    }
  }
}

function compileArithmetic(e: Expr & { kind: 'arithmetic' }): Value {
  const left = compileValue(e.left)
  if (e.type === 'date') {
    const duration = durationOf(e.right)
    if (!duration) throw new RuleError('längden ska vara fast: skriv den direkt eller som parameter', e.right.from, e.right.to)
    const sign = e.op === '-' ? -1 : 1
    // Cases of one intake share their dates: the last answer is nearly always the next one too.
    return rememberLast(left, date => addDuration(date, duration, sign))
  }
  const right = compileValue(e.right)
  if (e.type === 'duration') return f => {
    const a = left(f)
    const b = right(f)
    if (a === null || b === null) return null
    return typeof a === 'string' && typeof b === 'string' ? dayNumber(a) - dayNumber(b) : undefined
  }
  return f => {
    const a = left(f)
    const b = right(f)
    if (a === null || b === null) return null
    if (typeof a !== 'number' || typeof b !== 'number') return undefined
    return e.op === '+' ? a + b : e.op === '-' ? a - b : e.op === '*' ? a * b : b === 0 ? undefined : a / b
  }
}

// The parts of a value's condition are told again when the value is explained, so their trace is not kept.
const aside = new Uint8Array(1 << 16)

function compileValueChoice(e: Expr & { kind: 'if' }): Value {
  const test = compileTest(e.test)
  const then = compileValue(e.then)
  const otherwise = compileValue(e.otherwise)
  return f => {
    const by = test(f, aside)
    if (by === TRUE) return then(f)
    if (by === FALSE) return otherwise(f)
    const yes = then(f)
    return yes === otherwise(f) ? yes : undefined
  }
}

function rememberLast(date: Value, work: (date: string) => SingleValue): Value {
  let lastIn: SingleValue
  let lastOut: SingleValue
  return f => {
    const day = date(f)
    if (typeof day !== 'string') return day === null ? null : undefined
    if (day !== lastIn) {
      lastOut = work(day)
      lastIn = day
    }
    return lastOut
  }
}

function compileCall(e: Expr & { kind: 'call' }): Value {
  const [first] = e.args
  if (!first) throw new RuleError('värdet saknas', e.from, e.to)
  if (e.fn === 'count') {
    const list = compileList(first)
    return f => list(f)?.length ?? (list(f) === null ? 0 : undefined)
  }
  const [a, b, c] = e.args.map(compileValue)
  if (e.fn === 'first working day' && a) return rememberLast(a, firstWorkingDay)
  if (e.fn === 'full years' && a && b) return f => {
    const from = a(f)
    const to = b(f)
    if (from === null || to === null) return null
    return typeof from === 'string' && typeof to === 'string' ? fullYears(from, to) : undefined
  }
  if (e.fn === 'substring' && a && b) return f => {
    const text = a(f)
    const start = b(f)
    const length = c?.(f)
    if (text === null) return null
    if (typeof text !== 'string' || typeof start !== 'number') return undefined
    const at = start > 0 ? start - 1 : text.length + start
    return typeof length === 'number' ? text.substring(at, at + length) : text.substring(at)
  }
  throw new RuleError('detta är inget värde', e.from, e.to)
}
