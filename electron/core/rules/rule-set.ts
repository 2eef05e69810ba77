import { createHash } from 'node:crypto'
import type { Language, Light, RuleLight } from '../../../shared/domain.ts'
import { compileTest, type Test } from './compile.ts'
import { compileValue } from './compile-values.ts'
import { type Expr, type Part, RuleError, type Scope } from './expressions.ts'
import { asTruth, parseCondition, parseExpression } from './parse.ts'
import { type Basis, type FactDef, type Facts, type RuleDef, type RuleSetData, type SingleValue, TRUE } from './values.ts'

type Definition = { label: string; unit?: string; body: Expr }
export type Condition = { light: RuleLight; basis: Basis; expr: Expr; test: Test; text: string }
export type Rule = { def: RuleDef; conditions: Condition[] }
/** What evaluation gives for one case: a light per rule, which condition decided it, and every part's truth. */
export type Outcome = { light: Light; lights: Uint8Array; decided: Int8Array; trace: Uint8Array }

/** Codes of a rule's light in an outcome, worst last but for "not applicable", which counts as green. */
export const RULE_LIGHTS = ['green', 'orange', 'red', 'not-applicable'] as const satisfies readonly RuleLight[]

/** A compiled rule set. Pure: the same facts always give the same outcome. */
export type RuleSet = {
  data: RuleSetData
  hash: string
  /** The language that the labels, questions and phrases of the set are in. */
  language: Language
  /** What values that are words of a definition are called in that language, where they are called otherwise than they are written. */
  words: Readonly<Record<string, string>>
  rules: Rule[]
  factIndex: Map<string, number>
  factById: Map<string, FactDef>
  /** Rules that read a fact, by fact id. */
  usedBy: Map<string, string[]>
  evaluate(facts: Facts): Outcome
  /** Value of a definition that is a value (an age), for explanations. */
  valueOf(expr: Expr, facts: Facts): SingleValue
}

/** Content hash of a rule set: the same rules give the same hash on every machine. */
export function ruleSetHash(data: RuleSetData): string {
  return createHash('sha256').update(canonical(data)).digest('hex')
}

/** A value as text, the same for the same content. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** Compiles a rule set. Throws RuleError, its message naming rule and condition, when anything in it is wrong. */
export function compileRuleSet(data: RuleSetData): RuleSet {
  const factIndex = new Map<string, number>()
  const factById = new Map<string, FactDef>()
  data.facts.forEach((fact, index) => {
    if (factIndex.has(fact.id)) throw new RuleError(`uppgiften ”${fact.id}” finns två gånger`)
    factIndex.set(fact.id, index)
    factById.set(fact.id, fact)
  })
  let slots = 0
  const definitions = new Map<string, Definition>()
  const definitionTests: Test[] = []
  const opened: string[] = []
  // A definition is read when it is first named, so their order in the files means nothing and a ring is seen.
  const definition = (name: string): Definition | undefined => {
    const written = data.definitions[name]
    const known = definitions.get(name)
    if (known || !written) return known
    if (opened.includes(name)) throw new RuleError(`definitionerna går runt: ${[...opened, name].join(' → ')}`)
    opened.push(name)
    const body = within({ kind: 'definition', id: name }, () => { const read = parseExpression(written.is, scope); return read.type === 'boolean' ? asTruth(read, scope) : read })
    opened.pop()
    const found = { label: written.label, ...(written.unit === undefined ? {} : { unit: written.unit }), body }
    definitions.set(name, found)
    if (body.type === 'boolean') definitionTests.push(compileTest(body))
    return found
  }
  const scope: Scope = {
    fact: id => {
      const fact = factById.get(id)
      const index = factIndex.get(id)
      return fact && index !== undefined ? { fact, index } : undefined
    },
    parameter: name => data.parameters[name],
    definition,
    names: () => [...factById.keys(), ...Object.keys(data.definitions), ...Object.keys(data.parameters).map(p => `parameters.${p}`)],
    slot: () => slots++,
  }
  for (const name of Object.keys(data.definitions)) definition(name)
  const usedBy = new Map<string, string[]>()
  const seen = new Set<string>()
  const rules = data.rules.map(def => {
    if (seen.has(def.id)) throw new RuleError(`regeln ${def.id} finns två gånger`)
    seen.add(def.id)
    const rule = { def, conditions: conditionsOf(def, scope) }
    for (const id of factsIn(rule.conditions.map(c => c.expr))) usedBy.set(id, [...(usedBy.get(id) ?? []), def.id])
    return rule
  })
  const traceLength = slots
  const evaluate = (facts: Facts): Outcome => {
    const trace = new Uint8Array(traceLength)
    for (const test of definitionTests) test(facts, trace)
    const lights = new Uint8Array(rules.length)
    const decided = new Int8Array(rules.length)
    let worst = 0
    for (let r = 0; r < rules.length; r++) {
      const { conditions } = rules[r] as Rule
      // No condition true: orange, with what is missing.
      let code = 1
      let by = -1
      for (let c = 0; c < conditions.length; c++) {
        const condition = conditions[c] as Condition
        if (condition.test(facts, trace) === TRUE && by === -1) {
          code = RULE_LIGHTS.indexOf(condition.light)
          by = c
        }
      }
      lights[r] = code
      decided[r] = by
      if (code < 3 && code > worst) worst = code
    }
    return { light: worst === 2 ? 'red' : worst === 1 ? 'orange' : 'green', lights, decided, trace }
  }
  return { data, hash: ruleSetHash(data), language: 'sv', words: {}, rules, factIndex, factById, usedBy, evaluate, valueOf: (expr, facts) => compileValue(expr)(facts) }
}

function conditionsOf(def: RuleDef, scope: Scope): Condition[] {
  const lights = [['red', def.red], ['orange', def.orange], ['not-applicable', def.notApplicable], ['green', def.green]] as const
  return lights.flatMap(([light, conditions]) => conditions.map(({ when, basis }, index) => {
    const expr = within({ kind: 'rule', id: def.id, light, index }, () => parseCondition(when, scope))
    return { light, basis, expr, test: compileTest(expr), text: when }
  }))
}

function within<T>(part: Part, read: () => T): T {
  try {
    return read()
  } catch (error) {
    // A mistake inside a definition is told where it stands, not where the definition is named.
    if (error instanceof RuleError && !error.part) throw new RuleError(`${part.kind === 'rule' ? `regeln ${part.id}, ${part.light}` : `definitionen ${part.id}`}: ${error.message}`, error.from, error.to, part)
    throw error
  }
}

/** Ids of all facts that expressions read, definitions looked through. */
export function factsIn(exprs: Expr[]): Set<string> {
  const out = new Set<string>()
  const walk = (e: Expr): void => {
    if (e.kind === 'fact') out.add(e.fact.id)
    for (const child of childrenOf(e)) walk(child)
  }
  exprs.forEach(walk)
  return out
}

/** The parts of an expression. */
export function childrenOf(e: Expr): Expr[] {
  switch (e.kind) {
    case 'list': case 'and': case 'or': return e.items
    case 'range': return [e.low, e.high]
    case 'compare': case 'in': case 'arithmetic': return [e.left, e.right]
    case 'not': case 'truth': case 'known': case 'given': return [e.item]
    case 'starts-with': return [e.text, e.prefix]
    case 'if': return [e.test, e.then, e.otherwise]
    case 'quantifier': return [e.list, e.body]
    case 'call': return e.args
    case 'definition': return [e.body]
    case 'literal': case 'fact': case 'parameter': case 'variable': return []
  }
}
