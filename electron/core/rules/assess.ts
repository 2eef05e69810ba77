import type { IsoDate, Light, RuleLight } from '../../../shared/domain.ts'
import { type Explanation, explainRule } from './explain.ts'
import { factsById, factsFrom, type GivenFacts } from './given.ts'
import type { Programme } from './load.ts'
import { type Outcome, RULE_LIGHTS, type RuleSet } from './rule-set.ts'
import { type FactScalar, type FactValue, single } from './values.ts'

/** The outcome of one person put together by hand, with every reason. */
export type Assessment = { set: RuleSet; facts: readonly FactValue[]; outcome: Outcome; light: Light; rules: ({ id: string; question: string } & Explanation)[] }

/** The light of a rule in an outcome. */
export const lightOfRule = (outcome: Outcome, index: number): RuleLight => RULE_LIGHTS[outcome.lights[index] ?? 1] ?? 'orange'

/** The rules for a case on a day: those of the evaluation date, or of the fact that the programme chooses its version by. Throws Fault programme-no-version. */
export function rulesFor(programme: Programme, on: IsoDate, given: GivenFacts): RuleSet {
  const chosen = programme.chosenBy === null ? undefined : given[programme.chosenBy]
  return programme.on(typeof chosen === 'string' ? chosen : on)
}

/** Lights of facts set by hand, without their reasons. Throws Fault fact-unknown or fact-invalid. */
export function evaluateGiven(set: RuleSet, on: IsoDate, given: GivenFacts, unknown: readonly string[] = []): { facts: readonly FactValue[]; outcome: Outcome } {
  // The rules have no clock: the day is a fact like the others.
  const day = set.factById.has('evaluation.date') && !('evaluation.date' in given) && !unknown.includes('evaluation.date') ? { 'evaluation.date': on } : {}
  const facts = factsFrom(set, { ...day, ...given }, unknown)
  return { facts, outcome: set.evaluate(facts) }
}

/** Evaluates facts set by hand. Throws Fault programme-no-version, fact-unknown or fact-invalid. */
export function assess(set: RuleSet, on: IsoDate, given: GivenFacts, unknown: readonly string[] = []): Assessment {
  const { facts, outcome } = evaluateGiven(set, on, given, unknown)
  return { set, facts, outcome, light: outcome.light, rules: set.rules.map((rule, i) => ({ id: rule.def.id, question: rule.def.question, ...explainRule(set, i, outcome, facts) })) }
}

export type AssessmentReport = {
  programme: string; version: string; hash: string; light: Light
  rules: { id: string; light: RuleLight; reason: string[]; missing: string[]; toGreen: string[]; basis: string | null; facts: Record<string, FactScalar | readonly FactScalar[] | null> }[]
}
/** An assessment as the command line prints it. */
export function assessmentReport({ set, facts, light, rules }: Assessment): AssessmentReport {
  const known = factsById(set, facts)
  return {
    programme: set.data.programme, version: set.data.version, hash: set.hash, light,
    rules: rules.map(rule => ({
      id: rule.id, light: rule.light, reason: rule.because, missing: rule.missing, toGreen: rule.toGreen, basis: rule.basis,
      facts: Object.fromEntries(rule.facts.flatMap(id => { const value = known[id]; return value === undefined ? [] : [[id, value]] })),
    })),
  }
}

/** The value that a fact has in an assessment, where it is one thing. */
export const valueIn = ({ set, facts }: Pick<Assessment, 'set' | 'facts'>, id: string) => single(facts[set.factIndex.get(id) ?? -1])
