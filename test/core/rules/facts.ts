import fc from 'fast-check'
import { programmeOf } from '../../../electron/core/programmes/programmes.ts'
import { fromDayNumber } from '../../../electron/core/rules/dates.ts'
import type { FactDef, FactValue } from '../../../electron/core/rules/values.ts'

/** The rules of 2023 as they are stored with an intake. */
export const set = programmeOf('jobbspranget').on('2023-01-20')
export const indexOf = (id: string): number => {
  const index = set.factIndex.get(id)
  if (index === undefined) throw new Error(`no fact ${id}`)
  return index
}
export const DATES = { 'evaluation.date': '2023-01-20', 'place.start': '2023-03-06', 'place.end': '2023-07-05' } as const

/** The facts of a person of whom every rule is green. */
export const GREEN: Record<string, FactValue> = {
  ...DATES, 'identity.kind': 'personnummer', 'identity.dormant': false, 'consent.scope': 'ja', 'birth.date': '1990-05-05', 'birth.country': 'SY', 'permit.kind': 'TUT-anknytning', 'permit.validTo': '2025-01-01',
  'work.right': 'ja', 'extension.appliedOn': null, 'decision.attached': true, 'permit.classCode': null, 'decision.firstAttached': false, 'registration.status': 'Aktuell', 'registration.category': '11', 'registration.planningCall': true,
  'programme.frame': null, 'programme.frameEnds': null, 'plan.renewedOn': '2022-12-20', 'plan.allowsPlacement': true, 'need.assessed': true, 'age.exceptionClaimed': false, 'earlier.place': false,
  'activity.workHours': 0, 'activity.studyPercent': 0, 'education.level': '546', 'education.field': '521a', 'education.evidence': 'examensbevis', 'language.english': 'B2', 'language.swedish': 'A1', 'experience.swedishMonths': 0,
}
export const factsOf = (known: Record<string, FactValue>): FactValue[] => set.data.facts.map(f => known[f.id])

// Days on both sides of every limit, and years of birth around 18, 25 and 100.
const near = fc.constantFrom('2023-01-19', '2023-01-20', '2023-01-21', '2022-07-19', '2022-07-20', '2022-07-21', '2023-03-05', '2023-03-06', '2023-07-04', '2023-07-05', '2023-07-06', '1998-03-06', '1998-03-07', '2005-03-06', '2005-03-07', '2004-02-29')
const day = fc.oneof(near, fc.integer({ min: 17_000, max: 21_000 }).map(fromDayNumber))
const special: Record<string, fc.Arbitrary<FactValue>> = {
  'registration.category': fc.constantFrom('11', '14', '22', '54', '68', '69', '70', '99'), 'programme.frame': fc.constantFrom('JOB', 'ETP', 'UGA', 'STOM'),
  'education.level': fc.constantFrom('526', '536', '546', '600', '640', '310'), 'education.field': fc.constantFrom('521a', '340d', '340', '341', '345', '345a', '311x', '311a', '314a', '727b'),
  'permit.classCode': fc.constantFrom('X1', 'A1', 'X'), 'birth.country': fc.constantFrom('SY', 'TR', 'SE', 'SUHH', 'YUCS', 'US'), 'activity.workHours': fc.constantFrom(0, 1, 39, 40, 41), 'activity.studyPercent': fc.constantFrom(0, 1, 99, 100),
  'experience.swedishMonths': fc.constantFrom(0, 12, 13, 36, 37),
}
const valueOf = (fact: FactDef): fc.Arbitrary<FactValue> => {
  if (special[fact.id]) return special[fact.id] ?? fc.constant(null)
  if (fact.type === 'boolean') return fc.boolean()
  if (fact.type === 'date') return day
  return fact.values ? fc.constantFrom(...Object.keys(fact.values)) : fc.constantFrom('a', 'b')
}
/** Any facts that a case can have: values, unknown, and none where a fact may be known to be none. The dates of the intake are always there. */
export const anyFacts: fc.Arbitrary<FactValue[]> = fc.tuple(...set.data.facts.map((fact): fc.Arbitrary<FactValue> => {
  if (fact.id in DATES) return fc.constantFrom(GREEN[fact.id])
  const usual = fc.constant(GREEN[fact.id])
  const value = valueOf(fact)
  // Half of the facts are green, so that the deciding ones are met on their own.
  return fact.empty === null ? fc.oneof(usual, value, fc.constantFrom(undefined, null)) : fc.oneof(usual, usual, value, value, fc.constant(undefined))
}))
