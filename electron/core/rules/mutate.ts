import type { RuleLight } from '../../../shared/domain.ts'
import { assess, rulesFor } from './assess.ts'
import { proposalsFor, wander } from './candidates.ts'
import { constant, constantList } from './compile-values.ts'
import type { Expr } from './expressions.ts'
import type { Programme } from './load.ts'
import { type Beside, parameterSlips, slipsIn } from './mutants.ts'
import { codeOfDecided, type Decide, deciderOf } from './reach.ts'
import { rewritten } from './rewrite.ts'
import { childrenOf, RULE_LIGHTS, type Rule, type RuleSet } from './rule-set.ts'
import type { FactDef, FactValue, RuleSetData } from './values.ts'
import { readDocument } from './yaml.ts'

/** A rule set with one small mistake in it: in what rule, definition or parameter, what stands there, and what is changed. */
export type Mutant = { where: string; text: string; what: string; key: string; change(e: Expr): Expr | undefined; rules: readonly number[] }
/**
 * How many mistakes the examples of a programme notice. A mistake in a part that stands alike in several versions is one, and any version's examples
 * may notice it. Those that give the same lights for all facts that were tried do not count.
 */
export type MutationReport = { programme: string; total: number; killed: number; survivors: Mutant[]; equivalent: Mutant[] }
/** The parts that are a programme's own and not taken from another. */
type Own = (kind: 'rule' | 'definition' | 'parameter', name: string) => boolean

/** Every small mistake that could be made in a rule set's own parts that its rules use, each once. */
export function mutantsOf(set: RuleSet, own: Own): Mutant[] {
  const users = usersOf(set)
  const words = wordsOf(set)
  const found: Mutant[] = []
  const seen = new Set<Expr | string>()
  const walk = (e: Expr, where: string, text: string, ours: boolean, beside: Beside): void => {
    if (e.kind === 'definition') {
      if (!seen.has(e.body)) walk(e.body, `definitionen ${e.name}`, set.data.definitions[e.name]?.is ?? '', own('definition', e.name), alone)
      return
    }
    if (e.kind === 'parameter' && !seen.has(e.name)) {
      seen.add(e.name)
      const name = e.name.slice('parameters.'.length)
      if (own('parameter', name)) for (const { what, value } of parameterSlips(e.parameter.value, beside)) {
        found.push({ where: `parametern ${name}`, text: e.parameter.label, what, rules: users.get(e.name) ?? [], key: JSON.stringify([name, e.parameter.value, what]), change: n => (n.kind === 'parameter' && n.name === e.name ? { ...n, parameter: { ...n.parameter, value } } : undefined) })
      }
    }
    if (seen.has(e)) return
    seen.add(e)
    if (ours) for (const { what, to } of slipsIn(e, beside)) found.push({ where, text, what, key: JSON.stringify([where, text, e.from, e.to, what]), rules: users.get(e) ?? [], change: n => (n === e ? rewritten(to, () => undefined) : undefined) })
    const next = (child: Expr, other?: Expr) => walk(child, where, text, ours, other ? besideOf(other, words) : e.kind === 'list' || e.kind === 'range' ? beside : alone)
    if (e.kind === 'compare' || e.kind === 'in') { next(e.left, e.right); next(e.right, e.left) } else if (e.kind === 'starts-with') { next(e.text, e.prefix); next(e.prefix, e.text) } else childrenOf(e).forEach(child => next(child))
  }
  for (const rule of set.rules) rule.conditions.forEach((c, i) => walk(c.expr, `${rule.def.id} ${lightWord[c.light]}${rule.conditions.filter(o => o.light === c.light).length > 1 ? ` ${rule.conditions.slice(0, i + 1).filter(o => o.light === c.light).length}` : ''}`, c.text, own('rule', rule.def.id), alone))
  return found
}

const lightWord: Record<RuleLight, string> = { red: 'rött', orange: 'orange', green: 'grönt', 'not-applicable': 'ej aktuell' }
const alone: Beside = { fact: null, words: [] }

/** By part of an expression and by parameter: the rules that it has a say in. */
function usersOf(set: RuleSet): Map<Expr | string, number[]> {
  const users = new Map<Expr | string, number[]>()
  set.rules.forEach((rule, r) => {
    const add = (key: Expr | string) => { const known = users.get(key) ?? []; if (known.at(-1) !== r) users.set(key, [...known, r]) }
    const walk = (e: Expr): void => {
      add(e)
      if (e.kind === 'parameter') add(e.name)
      childrenOf(e).forEach(walk)
    }
    for (const c of rule.conditions) walk(c.expr)
  })
  return users
}

const nameOf = (e: Expr): string => (e.kind === 'fact' ? e.fact.id : e.kind === 'definition' ? e.name : '')
function factOf(e: Expr): FactDef | null {
  return e.kind === 'fact' ? e.fact : e.kind === 'variable' ? e.variable.fact : null
}
const besideOf = (e: Expr, words: ReadonlyMap<string, Set<string>>): Beside => ({ fact: factOf(e), words: [...(words.get(nameOf(e)) ?? []), ...[constant(e)].filter(v => typeof v === 'string')] })

/** Texts that the rules compare each fact or named value with. */
function wordsOf(set: RuleSet): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>()
  const walk = (e: Expr): void => {
    if (e.kind === 'compare' || e.kind === 'in') for (const value of [...(constantList(e.right) ?? []), constant(e.right)]) if (typeof value === 'string' && nameOf(e.left)) words.set(nameOf(e.left), (words.get(nameOf(e.left)) ?? new Set()).add(value))
    childrenOf(e).forEach(walk)
  }
  for (const rule of set.rules) for (const c of rule.conditions) walk(c.expr)
  return words
}

type Case = { facts: readonly FactValue[]; codes: number[]; expect: Map<number, number>; light: number | null }
/** The examples that a version judges, with the lights that they expect. */
function casesOf(programme: Programme, set: RuleSet): Case[] {
  return programme.examples.list.flatMap((example): Case[] => {
    const given = { ...programme.examples.usual, ...example.given }
    if (rulesFor(programme, example.on, given).hash !== set.hash) return []
    const { facts, outcome } = assess(set, example.on, given, example.unknown)
    const expect = new Map(Object.entries(example.expect).map(([id, light]) => [set.rules.findIndex(r => r.def.id === id), RULE_LIGHTS.indexOf(light)]))
    return [{ facts, codes: [...outcome.lights], expect, light: example.light ? RULE_LIGHTS.indexOf(example.light) : null }]
  })
}

const worst = (codes: readonly number[]) => Math.max(0, ...codes.filter(c => c < 3))
const SEARCH = [4_000, 40_000] as const

/** Makes every small mistake in a programme and asks its examples. Deterministic. `other` gives the programme that it says it is like. */
export function mutationReport(programme: Programme, other: (id: string) => Programme): MutationReport {
  const found = new Map<string, { mutant: Mutant; noticed: boolean; differs: () => boolean }>()
  for (const { version, from } of programme.versions) {
    const set = programme.version(version)
    const cases = casesOf(programme, set)
    for (const mutant of mutantsOf(set, ownParts(programme, from, other))) {
      const before = found.get(mutant.key)
      if (before?.noticed) continue
      const changed = mutant.rules.map(r => changedRule(set.rules[r] as Rule, r, mutant))
      const noticed = cases.some(each => notices(each, changed))
      const differs = () => (before?.differs() ?? false) || changed.some(each => differ(set, each, from))
      found.set(mutant.key, { mutant, noticed, differs })
    }
  }
  const unnoticed = [...found.values()].filter(m => !m.noticed).map(m => ({ mutant: m.mutant, differs: m.differs() }))
  const survivors = unnoticed.filter(m => m.differs).map(m => m.mutant)
  const killed = found.size - unnoticed.length
  return { programme: programme.id, total: killed + survivors.length, killed, survivors, equivalent: unnoticed.filter(m => !m.differs).map(m => m.mutant) }
}

/** What a programme takes from another is held by the other's examples. */
function ownParts(programme: Programme, day: string, other: (id: string) => Programme): Own {
  const { like } = readDocument('programme', 'programme.yaml', programme.files['programme.yaml']).data
  if (!like) return () => true
  const [ours, theirs] = [programme.on(day).data, other(like.programme).on(day).data]
  const of = ({ rules, definitions, parameters }: RuleSetData, kind: Parameters<Own>[0], name: string) => JSON.stringify(kind === 'rule' ? rules.find(r => r.id === name) : kind === 'definition' ? definitions[name] : parameters[name])
  return (kind, name) => of(ours, kind, name) !== of(theirs, kind, name)
}

type Changed = { r: number; rule: Rule; exprs: Expr[]; decide: Decide }
/** Whether an example says another light than the rules with the mistake give. */
function notices({ facts, codes, expect, light }: Case, changed: readonly Changed[]): boolean {
  const now = [...codes]
  for (const { r, rule, decide } of changed) now[r] = codeOfDecided(rule, decide(facts))
  return changed.some(({ r }) => expect.has(r) && now[r] !== expect.get(r)) || (light !== null && worst(now) !== light)
}

function changedRule(rule: Rule, r: number, mutant: Mutant): Changed {
  const exprs = rule.conditions.map(c => rewritten(c.expr, e => mutant.change(e)))
  return { r, rule, exprs, decide: deciderOf(rule, exprs) }
}

/** Whether some facts give a rule another light with the mistake than without. */
function differ(set: RuleSet, { rule, exprs, decide }: Changed, day: string): boolean {
  const before = deciderOf(rule)
  const proposals = proposalsFor(set, [...rule.conditions.map(c => c.expr), ...exprs], day)
  return SEARCH.some((steps, seed) => wander(set, proposals, { seed, steps }, facts => codeOfDecided(rule, before(facts)) !== codeOfDecided(rule, decide(facts))))
}
