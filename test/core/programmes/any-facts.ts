import fc from 'fast-check'
import { addDuration } from '../../../electron/core/rules/dates.ts'
import type { RuleSet } from '../../../electron/core/rules/rule-set.ts'
import type { FactDef, FactScalar, FactValue } from '../../../electron/core/rules/values.ts'

// Days close to each other and at the distances that the rules count in, so that limits are met.
const days = [-12, -6, -4, -3, -1, 0, 1, 3, 4, 6].flatMap(months => [-1, 0, 1].map(d => addDuration('2024-03-01', { months, days: d })))
const births = ['1949-03-01', '1999-02-28', '1999-03-01', '2006-03-01', '2006-03-02']
const codes = ['206', '326', '333', '336', '526', '532', '546', '600', '441', '341', '345', '345a', '421b', '521a', '11', '14', '21', '54', 'JOB', 'ETP', 'UGA', 'STOM', 'X1']

// An intake's dates are fixed when it is created; it may be judged before, during and after its places.
const intakeDates: Record<string, readonly string[]> = { 'evaluation.date': ['2024-03-01', '2024-05-15', '2024-12-01'], 'place.start': ['2024-04-01'], 'place.end': ['2024-06-30', '2024-07-01', '2024-07-31', '2024-09-30', '2024-10-01'] }

function one(fact: FactDef): fc.Arbitrary<FactScalar> {
  switch (fact.type) {
    case 'boolean': return fc.boolean()
    case 'date': return fact.id === 'birth.date' ? fc.constantFrom(...births) : fc.constantFrom(...days)
    case 'number': return fc.constantFrom(0, 1, 5, 11, 12, 13, 15, 16, 30, 31, 36, 37, 39, 40, 99, 100)
    case 'country': return fc.constantFrom('SY', 'SE', 'UA', 'TR', 'SUHH')
    case 'word': return fc.constantFrom(...Object.keys(fact.values ?? {}))
    case 'text': return fc.constantFrom(...codes)
  }
}

function value(fact: FactDef): fc.Arbitrary<FactValue> {
  const known: fc.Arbitrary<FactValue> = fact.list ? fc.uniqueArray(one(fact), { maxLength: 6 }) : one(fact)
  const none = fact.canBeNone || fact.empty === null ? [fc.constant(null)] : []
  return fc.oneof(known, known, known, ...none, fc.constant(undefined))
}

/** Any facts that somebody can state in a programme: values, unknown, and none where that can be said. */
export function anyFactsOf(set: RuleSet): fc.Arbitrary<FactValue[]> {
  const intake = set.factById.has('application.intake') ? intakeDates : {}
  return fc.tuple(...set.data.facts.map((fact): fc.Arbitrary<FactValue> => (intake[fact.id] ? fc.constantFrom(...(intake[fact.id] ?? [])) : value(fact))))
}
