import type { Expr } from './expressions.ts'
import { canonical, childrenOf, factsIn, type Rule, type RuleSet } from './rule-set.ts'

/** Everything that a rule's light can hang on: its conditions, and the parameters, definitions and facts that they build on. */
function groundsOf({ conditions }: Rule, { data, factById }: RuleSet): string {
  const parameters = new Map<string, unknown>()
  const definitions = new Map<string, string | undefined>()
  const walk = (e: Expr): void => {
    if (e.kind === 'parameter') parameters.set(e.name, e.parameter.value)
    if (e.kind === 'definition') definitions.set(e.name, data.definitions[e.name]?.is)
    childrenOf(e).forEach(walk)
  }
  const exprs = conditions.map(c => c.expr)
  exprs.forEach(walk)
  const facts = [...factsIn(exprs)].sort().map(id => factById.get(id))
  const sorted = (of: Map<string, unknown>) => [...of].sort(([a], [b]) => (a < b ? -1 : 1))
  return canonical([conditions.map(c => [c.light, c.text]), sorted(parameters), sorted(definitions), facts])
}

/** The rules of `after` that can give another light than the rule of the same name in `before`, or that are new. All others give the same light to everybody. */
export function changedRules(before: RuleSet, after: RuleSet): Set<string> {
  const known = new Map(before.rules.map(rule => [rule.def.id, groundsOf(rule, before)]))
  return new Set(after.rules.filter(rule => known.get(rule.def.id) !== groundsOf(rule, after)).map(rule => rule.def.id))
}
