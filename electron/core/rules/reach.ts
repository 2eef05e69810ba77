import type { IsoDate, RuleLight } from '../../../shared/domain.ts'
import { proposalsFor, wander } from './candidates.ts'
import { compileTest, type Test } from './compile.ts'
import type { Expr } from './expressions.ts'
import { rewritten } from './rewrite.ts'
import { RULE_LIGHTS, type Rule, type RuleSet } from './rule-set.ts'
import { type Facts, TRUE } from './values.ts'

/** A rule by itself: which of its conditions decides for some facts, -1 for none. */
export type Decide = (facts: Facts) => number
/** Conditions of one rule as a function of their own, definitions written out; with other expressions than the rule's where they are given. */
export function deciderOf(rule: Rule, exprs: readonly Expr[] = rule.conditions.map(c => rewritten(c.expr, () => undefined))): Decide {
  const tests: Test[] = exprs.map(compileTest)
  // A slot beyond the end of a typed array is silently dropped, and no connective reads one back.
  const trace = new Uint8Array(0)
  return facts => tests.findIndex(test => test(facts, trace) === TRUE)
}

/** The code of the light that a condition decides, as in RULE_LIGHTS; none true is orange. */
export const codeOfDecided = (rule: Rule, decided: number): number => RULE_LIGHTS.indexOf(rule.conditions[decided]?.light ?? 'orange')

export type Unreached = { rule: string; light: RuleLight; index: number; when: string }
const STEPS = 60_000
/** Conditions that decided their rule for no facts that were tried: a light that nobody can get. Deterministic. */
export function unreached(set: RuleSet, day: IsoDate, steps = STEPS): Unreached[] {
  return set.rules.flatMap(rule => {
    const decide = deciderOf(rule)
    const left = new Set(rule.conditions.keys())
    const proposals = proposalsFor(set, rule.conditions.map(c => c.expr), day)
    wander(set, proposals, { seed: 2023, steps }, facts => left.delete(decide(facts)) && left.size === 0)
    return [...left].map(at => {
      const { light, text } = rule.conditions[at] ?? { light: 'orange' as const, text: '' }
      return { rule: rule.def.id, light, index: rule.conditions.slice(0, at).filter(c => c.light === light).length, when: text }
    })
  })
}
