import type { FactScalar, FactType, Section } from '../../../shared/domain.ts'
import type { Duration } from './dates.ts'

export type { FactScalar } from '../../../shared/domain.ts'

/** Unknown: nobody has said. Distinct from `null`, which is known not to be so (no extension applied for, no programme). */
export type FactValue = FactScalar | readonly FactScalar[] | null | undefined
/** A value that is one thing. */
export type SingleValue = FactScalar | null | undefined
/** The facts of one case, one slot per fact of the rule set. */
export type Facts = readonly FactValue[]

/** Kleene's three values, ordered so that and = minimum, or = maximum, not = 2 - x. */
export const FALSE = 0
export const UNKNOWN = 1
export const TRUE = 2
export type Truth = 0 | 1 | 2

export type ValueType = 'boolean' | 'number' | 'text' | 'date' | 'duration'
export type ExprType = ValueType | { list: ValueType }
export type Literal = string | number | boolean | Duration

/** What a fact is: data of a programme. */
export type FactDef = {
  id: string
  label: string
  type: FactType
  section: Section
  /** True where the fact is several values of its type. */
  list?: boolean
  unit?: string
  /** Allowed words and what they are called; their order counts where `ordered`. */
  values?: Record<string, string>
  ordered?: boolean
  pattern?: string
  /** Codes are stored in one spelling. */
  spelling?: 'upper' | 'lower'
  /** What an empty cell means. Left out: unknown. */
  empty?: FactScalar | FactScalar[] | null
  /** The empty meaning holds only where this source has a row on the person. */
  emptyNeeds?: 'register' | 'migration-agency'
  /** Only these may be corrected or answered by a caseworker. */
  editable?: boolean
  /** A caseworker may answer that there is none, also where an empty cell does not say so. */
  canBeNone?: boolean
  /** How a sentence puts it; {} is the value. */
  phrase?: { is?: string; need?: string; needNot?: string; yes?: string; no?: string; none?: string }
}

const valueTypes: Record<FactType, ValueType> = { date: 'date', number: 'number', boolean: 'boolean', word: 'text', country: 'text', text: 'text' }
/** The type a fact has in a condition. */
export function valueTypeOf(fact: FactDef): ExprType {
  return fact.list ? { list: valueTypes[fact.type] } : valueTypes[fact.type]
}

/** The value where it is one thing; undefined for a list, which no single comparison can use. */
export function single(value: FactValue): SingleValue {
  return isList(value) ? undefined : value
}
/** True for a list of values. */
export function isList(value: FactValue): value is readonly FactScalar[] {
  return Array.isArray(value)
}

export type Basis = 'statute' | 'policy'
export type ConditionDef = { when: string; basis: Basis }
export type RuleDef = {
  id: string
  question: string
  section: Section
  sources: string[]
  /** False where a filter on this rule would reveal country of birth or kind of permit (domain 6.4). */
  filterable: boolean
  /** What a granted decision says to the person when this rule is green; null when it is not among the decisive facts. */
  decisive: string | null
  red: ConditionDef[]
  orange: ConditionDef[]
  green: ConditionDef[]
  notApplicable: ConditionDef[]
}
export type ParameterDef = { label: string; value: FactScalar | FactScalar[]; unit?: string; source: string }
export type DefinitionDef = { label: string; is: string; unit?: string }

/** One programme as it stands on a date: plain data, stored with its content hash so that old outcomes can be explained for ever. */
export type RuleSetData = {
  programme: string
  title: string
  version: string
  /** The parts of the checklist in the order a caseworker goes through them, and what they are called. */
  sections: Record<string, string>
  facts: FactDef[]
  parameters: Record<string, ParameterDef>
  definitions: Record<string, DefinitionDef>
  rules: RuleDef[]
}
