import { LogicEngine } from 'json-logic-engine'
import { constant, constantList, durationOf } from '../../../electron/core/rules/compile-values.ts'
import { addDuration, fullYears } from '../../../electron/core/rules/dates.ts'
import type { Expr } from '../../../electron/core/rules/expressions.ts'
import type { RuleSet } from '../../../electron/core/rules/rule-set.ts'
import { nested, codeOf, ORANGE, type Peer } from './peer.ts'

type Logic = string | number | boolean | null | Logic[] | { [operator: string]: Logic }
type Input = Record<string, unknown>

const compare = { '=': '===', '!=': '!==', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const

/** json-logic-engine with the rules compiled to one function. It stops at the first condition that holds and keeps no trace. */
export function jsonLogicPeer(set: RuleSet): Peer<Input> {
  const engine = new LogicEngine()
  const add = (name: string, method: (args: unknown[]) => unknown) => engine.addMethod(name, method, { deterministic: true })
  const texts = (args: unknown[]): string[] => args.filter(arg => typeof arg === 'string')
  add('years', args => { const [from, to] = texts(args); return from !== undefined && to !== undefined ? fullYears(from, to) : null })
  add('later', ([day, months, days]) => (typeof day === 'string' ? addDuration(day, { months: Number(months), days: Number(days) }) : null))
  add('begins', args => { const [text, prefix] = texts(args); return text !== undefined && prefix !== undefined && text.startsWith(prefix) })
  // Its own operator for a part of a text cannot be given nothing.
  add('part', ([text, start, length]) => (typeof text === 'string' ? text.substring(Number(start), Number(start) + Number(length)) : null))
  const one: unknown = engine.build(set.rules.map(rule => ({ if: [...rule.conditions.flatMap(c => [logic(c.expr), codeOf(c.light)]), ORANGE] })))
  if (!isEvaluator(one)) throw new Error('json-logic-engine kunde inte kompilera reglerna')
  return {
    name: 'json-logic-engine',
    prepare: facts => nested(set, facts, index => facts[index]),
    lights: input => numbers(one(input)),
  }
}

function isEvaluator(value: unknown): value is (data: Input) => unknown {
  return typeof value === 'function'
}

function numbers(value: unknown): number[] {
  if (!Array.isArray(value)) throw new Error('json-logic-engine gav ingen lista')
  return value.map(Number)
}

function logic(e: Expr): Logic {
  const fixed = constant(e)
  if (fixed !== undefined) return fixed
  switch (e.kind) {
    case 'and': case 'or': return { [e.kind]: e.items.map(logic) }
    case 'not': return { '!': [logic(e.item)] }
    case 'definition': return logic(e.body)
    case 'truth': return { '===': [logic(e.item), true] }
    case 'fact': return { var: e.fact.id }
    case 'compare': return { [compare[e.op]]: [logic(e.left), logic(e.right)] }
    case 'starts-with': return { begins: [logic(e.text), logic(e.prefix)] }
    case 'in': return { in: [logic(e.left), constantList(e.right) ?? []] }
    // It has one null for "unknown" and for "known to be none".
    case 'known': case 'given': return { '!==': [logic(e.item), null] }
    case 'arithmetic': {
      const length = durationOf(e.right)
      const sign = e.op === '-' ? -1 : 1
      if (length) return { later: [logic(e.left), sign * length.months, sign * length.days] }
      break
    }
    case 'call': {
      const args = e.args.map(logic)
      if (e.fn === 'full years') return { years: args }
      const [text, start, length] = args
      if (text !== undefined && typeof start === 'number' && length !== undefined) return { part: [text, start - 1, length] }
      break
    }
    case 'literal': case 'list': case 'range': case 'parameter': case 'if': case 'quantifier': case 'variable': break
  }
  throw new Error(`uttrycket (${e.kind}) har ingen motsvarighet i json-logic-engine`)
}
