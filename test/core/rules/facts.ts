import fc from 'fast-check'
import { programmeIds, programmeOf } from '../../../electron/core/programmes/programmes.ts'
import { proposalsFor } from '../../../electron/core/rules/candidates.ts'
import type { RuleSet } from '../../../electron/core/rules/rule-set.ts'
import type { FactDef, FactValue } from '../../../electron/core/rules/values.ts'

/** Every version of every programme that comes with the program. */
export const EVERY = programmeIds.flatMap(id => programmeOf(id).versions.map(v => ({ id, version: v.version, from: v.from, to: v.to, set: programmeOf(id).version(v.version) })))

/** The rules of 2023 as they are stored with an intake. */
export const set = programmeOf('jobbspranget').on('2023-01-20')
/** The place of a fact in a case. */
export function indexIn(rules: RuleSet, id: string): number {
  const index = rules.factIndex.get(id)
  if (index === undefined) throw new Error(`no fact ${id}`)
  return index
}
export const indexOf = (id: string): number => indexIn(set, id)
export const DATES = { 'evaluation.date': '2023-01-20', 'place.start': '2023-03-06', 'place.end': '2023-07-05' } as const

/** The facts of a person of whom every rule is green. */
export const GREEN: Record<string, FactValue> = {
  ...DATES, 'identity.kind': 'personnummer', 'identity.dormant': false, 'consent.scope': 'ja', 'consent.withdrawn': false, 'birth.date': '1990-05-05', 'birth.country': 'SY', 'permit.kind': 'TUT-anknytning', 'permit.validTo': '2025-01-01',
  'work.right': 'ja', 'extension.appliedOn': null, 'decision.attached': true, 'permit.classCode': null, 'decision.firstAttached': false, 'registration.status': 'Aktuell', 'registration.category': '11', 'registration.planningCall': true,
  'programme.frame': null, 'programme.frameEnds': null, 'plan.renewedOn': '2022-12-20', 'plan.allowsPlacement': true, 'need.assessed': true, 'age.exceptionClaimed': false, 'earlier.place': false,
  'activity.workHours': 0, 'activity.studyPercent': 0, 'education.level': '546', 'education.field': '521a', 'education.evidence': 'examensbevis', 'language.english': 'B2', 'language.swedish': 'A1', 'experience.swedishMonths': 0,
}
export const factsOf = (known: Record<string, FactValue>): FactValue[] => set.data.facts.map(f => known[f.id])

/** The facts of one example of a programme that this version judges, as a case to begin from. */
function exampleFacts(id: string, rules: RuleSet): FactValue[][] {
  const { usual, list } = programmeOf(id).examples
  return list.map(example => rules.data.facts.map(fact => {
    const given = example.given?.[fact.id] ?? usual?.[fact.id]
    return example.unknown?.includes(fact.id) ? undefined : given === undefined ? (fact.id === 'evaluation.date' ? example.on : fact.empty) : asValue(fact, given)
  }))
}

const asValue = (fact: FactDef, given: FactValue): FactValue => (typeof given === 'string' && fact.spelling ? (fact.spelling === 'upper' ? given.toUpperCase() : given.toLowerCase()) : given)

const WALK = 30
/**
 * Any facts that a case of a version can have: begun from nothing, from what empty facts mean or from one of the programme's examples, and then changed
 * one by one to values on both sides of what the rules compare them with.
 */
export function anyFactsOf({ id, from, set: rules }: { id: string; from: string; set: RuleSet }): fc.Arbitrary<FactValue[]> {
  const proposals = proposalsFor(rules, rules.rules.flatMap(r => r.conditions.map(c => c.expr)), from)
  const starts = [rules.data.facts.map((): FactValue => undefined), rules.data.facts.map((f): FactValue => f.empty), ...exampleFacts(id, rules)]
  const step = fc.tuple(fc.nat(proposals.length - 1), fc.nat(0x7fffffff))
  return fc.tuple(fc.nat(starts.length - 1), fc.array(step, { maxLength: WALK })).map(([start, steps]) => {
    const facts = [...(starts[start] ?? [])]
    for (const [at, pick] of steps) {
      const proposal = proposals[at]
      const values = proposal?.values(facts) ?? []
      if (proposal && values.length > 0) facts[proposal.index] = values[pick % values.length]
    }
    return facts
  })
}

/** Any facts that a case of 2023 can have. */
export const anyFacts = anyFactsOf({ id: 'jobbspranget', from: '2022-12-01', set })
