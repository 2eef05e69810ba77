import { date, duration, evaluate, FeelDate, FeelFunction } from 'feelin'
import { fullYears } from '../../../electron/core/rules/dates.ts'
import type { Expr } from '../../../electron/core/rules/expressions.ts'
import { childrenOf, type RuleSet } from '../../../electron/core/rules/rule-set.ts'
import type { FactDef, Facts, FactValue } from '../../../electron/core/rules/values.ts'
import { codeOf, ORANGE, type Peer, put } from './peer.ts'

/** FEEL has one null for "unknown" and "known to be none". A text that is in no list says the latter. */
const NONE = 'ingen uppgift'

const functions: Record<string, FeelFunction> = {
  'full years': new FeelFunction((from: unknown, to: unknown) => (from instanceof FeelDate && to instanceof FeelDate ? fullYears(from.toString(), to.toString()) : null), ['from', 'to']),
  known: new FeelFunction((fact: unknown) => fact !== null && fact !== undefined, ['fact']),
  given: new FeelFunction((fact: unknown) => (fact === null || fact === undefined ? null : fact !== NONE), ['fact']),
}

type Context = Record<string, unknown>
/** A text in FEEL with the names it uses: it gets a context with just those, since feelin is the slower the more names it is given. */
type Unit = { text: string; fixed: Context; facts: number[]; definitions: string[]; comparesDates: boolean }
export type FeelInput = { facts: Facts; definitions: Map<string, Context>; conditions: Context[][] }

function valueFor(fact: FactDef | undefined, value: FactValue): unknown {
  // A yes-or-no that is none equals neither, which null also does here.
  if (value === null) return fact?.type === 'boolean' ? null : NONE
  return fact?.type === 'date' && typeof value === 'string' ? date(value) : value
}

/** feelin with the conditions of the rule files, letter by letter; definitions and parameters lie in its context. */
export function feelPeer(set: RuleSet): Peer<FeelInput> & { light(input: FeelInput, rule: number): number } {
  const { data } = set
  const definitions = new Map<string, Unit>()
  const rules = set.rules.map(rule => rule.conditions.map(c => ({ code: codeOf(c.light), unit: unitOf(c.expr, c.text) })))

  function unitOf(top: Expr, text: string): Unit {
    const fixed: Context = {}
    const facts = new Set<number>()
    const named = new Set<string>()
    const walk = (e: Expr): void => {
      if (e.kind === 'fact') facts.add(e.index)
      if (e.kind === 'parameter') {
        const { value } = e.parameter
        put(fixed, e.name, typeof value === 'string' && /^P\d/.test(value) ? duration(value) : value)
      }
      if (e.kind === 'known' || e.kind === 'given') fixed[e.kind] = functions[e.kind]
      if (e.kind === 'call' && e.fn in functions) fixed[e.fn] = functions[e.fn]
      if (e.kind !== 'definition') return childrenOf(e).forEach(walk)
      named.add(e.name)
      if (!definitions.has(e.name)) definitions.set(e.name, unitOf(e.body, data.definitions[e.name]?.is ?? ''))
    }
    walk(top)
    return { text, fixed, facts: [...facts], definitions: [...named], comparesDates: top.kind === 'compare' && top.left.type === 'date' }
  }

  function contextFor(unit: Unit, facts: Facts): Context {
    const context: Context = { ...unit.fixed }
    for (const at of unit.facts) put(context, data.facts[at]?.id ?? '', facts[at] === undefined ? null : valueFor(data.facts[at], facts[at]))
    return context
  }

  function valueOf(name: string, input: FeelInput): unknown {
    const unit = definitions.get(name)
    const context = input.definitions.get(name)
    if (!unit || !context) throw new Error(`definitionen ${name} saknas`)
    // For feelin a text is at most and at least any date; a date that is none is neither.
    if (unit.comparesDates && unit.facts.some(at => input.facts[at] === null)) return false
    return ask(unit, context, input)
  }

  function ask(unit: Unit, context: Context, input: FeelInput): unknown {
    for (const name of unit.definitions) put(context, name, valueOf(name, input))
    return evaluate(unit.text, context).value
  }

  const light = (input: FeelInput, r: number): number =>
    rules[r]?.find((c, i) => ask(c.unit, input.conditions[r]?.[i] ?? {}, input) === true)?.code ?? ORANGE
  return {
    name: 'feelin',
    prepare: facts => ({
      facts, definitions: new Map([...definitions].map(([name, unit]) => [name, contextFor(unit, facts)])),
      conditions: rules.map(conditions => conditions.map(c => contextFor(c.unit, facts))),
    }),
    light,
    lights: input => rules.map((_, r) => light(input, r)),
  }
}
