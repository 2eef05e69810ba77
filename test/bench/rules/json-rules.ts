import { type Almanac, Engine, Operator, type TopLevelCondition } from 'json-rules-engine'
import { constant, constantList, durationOf } from '../../../electron/core/rules/compile-values.ts'
import { addDuration, fullYears } from '../../../electron/core/rules/dates.ts'
import type { Expr } from '../../../electron/core/rules/expressions.ts'
import type { RuleSet } from '../../../electron/core/rules/rule-set.ts'
import { codeOf, ORANGE, type Peer } from './peer.ts'

type Leaf = { fact: string; operator: string; value: unknown }
type Condition = Leaf | TopLevelCondition
type Input = Record<string, unknown>

/** Its own order operators take numbers only; dates and levels are texts. What is unknown stands in no order. */
const ordered = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number'
type Ordered = string | number
const operators = [
  new Operator<Ordered, Ordered>('before', (a, b) => a < b, ordered), new Operator<Ordered, Ordered>('atMost', (a, b) => a <= b, ordered),
  new Operator<Ordered, Ordered>('after', (a, b) => a > b, ordered), new Operator<Ordered, Ordered>('atLeast', (a, b) => a >= b, ordered),
  new Operator<string, string>('startsWith', (text, prefix) => text.startsWith(prefix), value => typeof value === 'string'),
  new Operator<unknown>('known', fact => fact !== undefined), new Operator<unknown>('given', fact => fact !== undefined && fact !== null),
]
const names = { '=': 'equal', '!=': 'notEqual', '<': 'before', '<=': 'atMost', '>': 'after', '>=': 'atLeast' } as const

/** json-rules-engine with the rules as its JSON: shared conditions for definitions, dynamic facts for what is computed. */
export function jsonRulesPeer(set: RuleSet): Peer<Input> {
  const engine = new Engine([], { allowUndefinedFacts: true })
  for (const operator of operators) engine.addOperator(operator)
  const computed = new Set<string>()
  const shared = new Set<string>()
  const dynamic = (id: string, work: (almanac: Almanac) => Promise<unknown>): string => {
    if (!computed.has(id)) engine.addFact(id, (_params, almanac) => work(almanac))
    computed.add(id)
    return id
  }

  function factId(e: Expr): string {
    if (e.kind === 'fact') return e.fact.id
    if (e.kind === 'definition') return factId(e.body)
    if (e.kind === 'arithmetic') {
      const length = durationOf(e.right)
      const from = factId(e.left)
      const sign = e.op === '-' ? -1 : 1
      if (length) return dynamic(`${from} ${e.op} ${JSON.stringify(length)}`, async almanac => {
        const day = await almanac.factValue<unknown>(from)
        return typeof day === 'string' ? addDuration(day, length, sign) : undefined
      })
    }
    if (e.kind === 'call' && e.fn === 'full years') {
      const [from = '', to = ''] = e.args.map(factId)
      return dynamic(`years ${from} ${to}`, async almanac => {
        const days = [await almanac.factValue<unknown>(from), await almanac.factValue<unknown>(to)]
        return typeof days[0] === 'string' && typeof days[1] === 'string' ? fullYears(days[0], days[1]) : undefined
      })
    }
    if (e.kind === 'call' && e.fn === 'substring') {
      const [text, start, length] = e.args
      const at = start && constant(start)
      const size = length && constant(length)
      if (text && typeof at === 'number' && typeof size === 'number') {
        const from = factId(text)
        return dynamic(`part ${from} ${at} ${size}`, async almanac => {
          const value = await almanac.factValue<unknown>(from)
          return typeof value === 'string' ? value.slice(at - 1, at - 1 + size) : undefined
        })
      }
    }
    throw new Error(`uttrycket (${e.kind}) har ingen motsvarighet i json-rules-engine`)
  }

  function condition(e: Expr): Condition {
    switch (e.kind) {
      case 'and': return { all: e.items.map(condition) }
      case 'or': return { any: e.items.map(condition) }
      case 'not': return { not: condition(e.item) }
      case 'definition': {
        if (!shared.has(e.name)) engine.setCondition(e.name, top(condition(e.body)))
        shared.add(e.name)
        return { condition: e.name }
      }
      case 'truth': return { fact: factId(e.item), operator: 'equal', value: true }
      case 'known': return { fact: factId(e.item), operator: 'known', value: true }
      case 'given': return { fact: factId(e.item), operator: 'given', value: true }
      case 'compare': return { fact: factId(e.left), operator: names[e.op], value: constant(e.right) ?? { fact: factId(e.right) } }
      case 'in': return { fact: factId(e.left), operator: 'in', value: constantList(e.right) ?? [] }
      case 'starts-with': return { fact: factId(e.text), operator: 'startsWith', value: constant(e.prefix) }
      case 'literal': case 'list': case 'range': case 'fact': case 'parameter': case 'arithmetic': case 'call': case 'if': case 'quantifier': case 'variable': break
    }
    throw new Error(`villkoret (${e.kind}) har ingen motsvarighet i json-rules-engine`)
  }
  const top = (c: Condition): TopLevelCondition => ('fact' in c ? { all: [c] } : c)

  set.rules.forEach((rule, index) => rule.conditions.forEach((c, order) => {
    engine.addRule({ conditions: top(condition(c.expr)), event: { type: rule.def.id, params: { index, order, code: codeOf(c.light) } } })
  }))

  return {
    name: 'json-rules-engine',
    prepare: facts => Object.fromEntries(set.data.facts.flatMap((fact, index) => (facts[index] === undefined ? [] : [[fact.id, facts[index]]]))),
    lights: async input => {
      const { events } = await engine.run(input)
      const lights = set.rules.map(() => ORANGE)
      const first = set.rules.map(() => Number.POSITIVE_INFINITY)
      for (const { params } of events) {
        const { index, order, code } = outcomeOf(params)
        if (order >= (first[index] ?? -1)) continue
        first[index] = order
        lights[index] = code
      }
      return lights
    },
  }
}

function outcomeOf(params: Record<string, unknown> | undefined): { index: number; order: number; code: number } {
  return { index: Number(params?.['index']), order: Number(params?.['order']), code: Number(params?.['code']) }
}
