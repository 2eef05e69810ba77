import { addDuration, type Duration, fullYears, parseDuration } from './dates.ts'
import { type CompareOp, type Expr, RuleError } from './expressions.ts'
import { FALSE, type Facts, type FactValue, type Literal, TRUE, type Truth, UNKNOWN } from './values.ts'

/** A condition over facts; writes every part's truth into the trace, which is all an explanation needs. */
export type Test = (facts: Facts, trace: Uint8Array) => Truth
type Value = (facts: Facts) => FactValue

/** Turns a boolean expression into closures. Kleene's logic in every operator; nothing is skipped, so the trace is whole. */
export function compileTest(e: Expr): Test {
  switch (e.kind) {
    case 'compare': return traced(e.slot, compileCompare(e.op, e.left, e.right))
    case 'in': return traced(e.slot, compileIn(e.left, e.right))
    case 'and':
    case 'or': return connective(e.kind, e.items.map(compileTest), e.slot)
    case 'not': {
      const item = compileTest(e.item)
      const { slot } = e
      return (f, t) => (t[slot] = (2 - item(f, t)) as Truth)
    }
    case 'truth': {
      const value = compileValue(e.item)
      return traced(e.slot, f => truthOf(value(f)))
    }
    case 'known': {
      const value = compileValue(e.item)
      return traced(e.slot, f => (value(f) === undefined ? FALSE : TRUE))
    }
    case 'given': {
      const value = compileValue(e.item)
      return traced(e.slot, f => {
        const v = value(f)
        return v === undefined ? UNKNOWN : v === null ? FALSE : TRUE
      })
    }
    case 'definition': {
      const body = slotOf(e.body)
      const { slot } = e
      // Definitions are evaluated once, before the rules; here their outcome is only read.
      return (_f, t) => (t[slot] = t[body] as Truth)
    }
    case 'call': return traced(e.slot, compileStartsWith(e))
    default: throw new RuleError('detta är inget villkor', e.from, e.to)
  }
}

/** The trace slot of a boolean node. */
export function slotOf(e: Expr): number {
  if ('slot' in e) return e.slot
  throw new RuleError('detta är inget villkor', e.from, e.to)
}

function traced(slot: number, test: (f: Facts) => Truth): Test {
  return (f, t) => (t[slot] = test(f))
}

function connective(kind: 'and' | 'or', items: Test[], slot: number): Test {
  const [a, b, c] = items
  if (kind === 'and') {
    if (items.length === 2 && a && b) return (f, t) => { const x = a(f, t), y = b(f, t); return (t[slot] = x < y ? x : y) }
    if (items.length === 3 && a && b && c) return (f, t) => { const x = a(f, t), y = b(f, t), z = c(f, t); const m = x < y ? x : y; return (t[slot] = m < z ? m : z) }
    return (f, t) => { let m: number = TRUE; for (const item of items) { const v = item(f, t); if (v < m) m = v } return (t[slot] = m) as Truth }
  }
  if (items.length === 2 && a && b) return (f, t) => { const x = a(f, t), y = b(f, t); return (t[slot] = x > y ? x : y) }
  return (f, t) => { let m: number = FALSE; for (const item of items) { const v = item(f, t); if (v > m) m = v } return (t[slot] = m) as Truth }
}

const truthOf = (v: FactValue): Truth => (v === undefined ? UNKNOWN : v === true ? TRUE : FALSE)

const comparisons: Record<CompareOp, (a: FactValue & {}, b: FactValue & {}) => boolean> = {
  '=': (a, b) => a === b, '!=': (a, b) => a !== b, '<': (a, b) => a < b, '<=': (a, b) => a <= b, '>': (a, b) => a > b, '>=': (a, b) => a >= b,
}

function compileCompare(op: CompareOp, left: Expr, right: Expr): (f: Facts) => Truth {
  const l = compileValue(left)
  const r = compileValue(right)
  const holds = comparisons[op]
  // What is known not to be there equals nothing and stands in no order to anything.
  const ofNone: Truth = op === '!=' ? TRUE : FALSE
  const fixed = constant(right)
  if (fixed !== undefined) return f => {
    const a = l(f)
    return a === undefined ? UNKNOWN : a === null ? ofNone : holds(a, fixed) ? TRUE : FALSE
  }
  return f => {
    const a = l(f)
    const b = r(f)
    if (a === null || b === null) return ofNone
    return a === undefined || b === undefined ? UNKNOWN : holds(a, b) ? TRUE : FALSE
  }
}

function compileIn(left: Expr, right: Expr): (f: Facts) => Truth {
  const l = compileValue(left)
  if (right.kind === 'range') {
    const low = compileCompare(right.lowIn ? '>=' : '>', left, right.low)
    const high = compileCompare(right.highIn ? '<=' : '<', left, right.high)
    return f => { const x = low(f), y = high(f); return x < y ? x : y }
  }
  const fixed = constantList(right)
  if (fixed) {
    const set = new Set<FactValue>(fixed)
    return f => { const v = l(f); return v === undefined ? UNKNOWN : set.has(v) ? TRUE : FALSE }
  }
  if (right.kind !== 'list') throw new RuleError('listan går inte att räkna ut', right.from, right.to)
  const items = right.items.map(compileValue)
  return f => {
    const v = l(f)
    if (v === undefined) return UNKNOWN
    let unknown = false
    for (const item of items) {
      const w = item(f)
      if (w === undefined) unknown = true
      else if (w === v && w !== null) return TRUE
    }
    return unknown ? UNKNOWN : FALSE
  }
}

function compileStartsWith(e: Expr & { kind: 'call' }): (f: Facts) => Truth {
  const [text, prefix] = e.args.map(compileValue)
  if (e.fn !== 'starts with' || !text || !prefix) throw new RuleError('detta är inget villkor', e.from, e.to)
  return f => {
    const a = text(f)
    const b = prefix(f)
    if (a === null || b === null) return FALSE
    return typeof a !== 'string' || typeof b !== 'string' ? UNKNOWN : a.startsWith(b) ? TRUE : FALSE
  }
}

const isDuration = (v: Literal): v is Duration => typeof v === 'object'

/** The length that a literal or a parameter gives, or null. */
export function durationOf(e: Expr): Duration | null {
  if (e.kind === 'literal' && isDuration(e.value)) return e.value
  return e.kind === 'parameter' && typeof e.parameter.value === 'string' ? parseDuration(e.parameter.value) : null
}

/** The value of an expression that depends on no fact, or undefined. */
export function constant(e: Expr): FactValue & {} | undefined {
  if (e.kind === 'literal') return isDuration(e.value) ? undefined : e.value
  if (e.kind === 'parameter' && !Array.isArray(e.parameter.value)) return e.parameter.value
  return undefined
}

/** The values of a list that depends on no fact, or undefined. */
export function constantList(e: Expr): (FactValue & {})[] | undefined {
  if (e.kind === 'parameter' && Array.isArray(e.parameter.value)) return e.parameter.value
  if (e.kind !== 'list') return undefined
  const values = e.items.map(constant)
  return values.every(v => v !== undefined) ? values : undefined
}

/** Turns a value expression into a closure: a value, null (known to be none) or undefined (unknown). */
export function compileValue(e: Expr): Value {
  switch (e.kind) {
    case 'fact': {
      const { index } = e
      return f => f[index]
    }
    case 'definition': return compileValue(e.body)
    case 'arithmetic': return compileArithmetic(e)
    case 'call': return compileCall(e)
    default: {
      const value = constant(e)
      if (value === undefined) throw new RuleError('värdet går inte att räkna ut', e.from, e.to)
      return () => value
    }
  }
}

function compileArithmetic(e: Expr & { kind: 'arithmetic' }): Value {
  const left = compileValue(e.left)
  if (e.left.type === 'date') {
    const duration = durationOf(e.right)
    if (!duration) throw new RuleError('längden ska vara fast: skriv den direkt eller som parameter', e.right.from, e.right.to)
    const sign = e.op === '-' ? -1 : 1
    // Cases of one intake share their dates: the last answer is nearly always the next one too.
    let lastIn: FactValue
    let lastOut: FactValue
    return f => {
      const date = left(f)
      if (typeof date !== 'string') return date === null ? null : undefined
      if (date !== lastIn) {
        lastOut = addDuration(date, duration, sign)
        lastIn = date
      }
      return lastOut
    }
  }
  const right = compileValue(e.right)
  return f => {
    const a = left(f)
    const b = right(f)
    if (a === null || b === null) return null
    if (typeof a !== 'number' || typeof b !== 'number') return undefined
    return e.op === '+' ? a + b : e.op === '-' ? a - b : e.op === '*' ? a * b : b === 0 ? undefined : a / b
  }
}

function compileCall(e: Expr & { kind: 'call' }): Value {
  const [a, b, c] = e.args.map(compileValue)
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
