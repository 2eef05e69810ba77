import { compileList, compileValue, constant, constantList } from './compile-values.ts'
import { type CompareOp, type Expr, RuleError } from './expressions.ts'
import { FALSE, type FactScalar, type Facts, type SingleValue, TRUE, type Truth, UNKNOWN } from './values.ts'

/** A condition over facts; writes every part's truth into the trace, which is all an explanation needs. */
export type Test = (facts: Facts, trace: Uint8Array) => Truth

/** Turns a boolean expression into closures. Kleene's logic in every operator; nothing is skipped, so the trace is whole. */
export function compileTest(e: Expr): Test {
  switch (e.kind) {
    case 'compare': return traced(e.slot, compileCompare(e.op, e.left, e.right))
    case 'in': return traced(e.slot, compileIn(e.left, e.right))
    case 'starts-with': return traced(e.slot, compileStartsWith(e))
    case 'and':
    case 'or': return connective(e.kind, e.items.map(compileTest), e.slot)
    case 'not': {
      const item = compileTest(e.item)
      const { slot } = e
      return (f, t) => (t[slot] = (2 - item(f, t)) as Truth)
    }
    case 'if': return compileChoice(e)
    case 'quantifier': return compileQuantifier(e)
    case 'truth': return compileTruth(e)
    case 'known': {
      const is = presence(e.item)
      return traced(e.slot, f => (is(f) === undefined ? FALSE : TRUE))
    }
    case 'given': {
      const is = presence(e.item)
      return traced(e.slot, f => {
        const v = is(f)
        return v === undefined ? UNKNOWN : v === null ? FALSE : TRUE
      })
    }
    case 'definition': {
      const body = slotOf(e.body)
      const { slot } = e
      // Definitions are evaluated once, before the rules; here their outcome is only read.
      return (_f, t) => (t[slot] = t[body] as Truth)
    }
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

/** Something, null when it is known not to be there, undefined when nobody has said. */
function presence(e: Expr): (f: Facts) => unknown {
  return typeof e.type === 'object' ? compileList(e) : compileValue(e)
}

function compileTruth(e: Expr & { kind: 'truth' }): Test {
  const value = compileValue(e.item)
  return traced(e.slot, f => {
    const v = value(f)
    return v === undefined ? UNKNOWN : v === true ? TRUE : FALSE
  })
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

/** An unknown condition leaves the answer known where both branches give the same. */
function compileChoice(e: Expr & { kind: 'if' }): Test {
  const [test, then, otherwise] = [e.test, e.then, e.otherwise].map(compileTest)
  if (!test || !then || !otherwise) throw new RuleError('detta är inget villkor', e.from, e.to)
  const { slot } = e
  return (f, t) => {
    const by = test(f, t), yes = then(f, t), no = otherwise(f, t)
    return (t[slot] = by === TRUE ? yes : by === FALSE ? no : yes === no ? yes : UNKNOWN)
  }
}

/** `every` is a long "and", `some` a long "or"; of what there is none, all is true and nothing is. */
function compileQuantifier({ every, variable, list, body, slot }: Expr & { kind: 'quantifier' }): Test {
  const items = compileList(list)
  const test = compileTest(body)
  return (f, t) => {
    const all = items(f)
    if (all === undefined) return (t[slot] = UNKNOWN)
    let m: number = every ? TRUE : FALSE
    for (const item of all ?? []) {
      variable.value = item
      const v = test(f, t)
      if (every ? v < m : v > m) m = v
    }
    return (t[slot] = m) as Truth
  }
}

const comparisons: Record<CompareOp, (a: FactScalar, b: FactScalar) => boolean> = {
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
    const set = new Set<SingleValue>(fixed)
    return f => { const v = l(f); return v === undefined ? UNKNOWN : set.has(v) ? TRUE : FALSE }
  }
  const items = compileList(right)
  return f => {
    const v = l(f)
    const all = items(f)
    if (v === undefined || all === undefined) return v === null || all === null ? FALSE : UNKNOWN
    let unknown = false
    for (const item of all ?? []) {
      if (item === undefined) unknown = true
      else if (item === v && item !== null) return TRUE
    }
    return unknown && v !== null ? UNKNOWN : FALSE
  }
}

function compileStartsWith(e: Expr & { kind: 'starts-with' }): (f: Facts) => Truth {
  const text = compileValue(e.text)
  const prefix = compileValue(e.prefix)
  return f => {
    const a = text(f)
    const b = prefix(f)
    if (a === null || b === null) return FALSE
    return typeof a !== 'string' || typeof b !== 'string' ? UNKNOWN : a.startsWith(b) ? TRUE : FALSE
  }
}
