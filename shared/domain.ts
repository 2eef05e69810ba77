/** The light of a case or of one rule. A rule may also be not applicable, which counts as green. */
export type Light = 'green' | 'orange' | 'red'
export type RuleLight = Light | 'not-applicable'
export const LIGHTS = ['green', 'orange', 'red'] as const satisfies readonly Light[]

/** Where a fact comes from, highest first: the first that has a value holds. */
export const SOURCES = ['caseworker', 'credential', 'migration-agency', 'register', 'document', 'application', 'intake'] as const
export type Source = (typeof SOURCES)[number]

/** Where a caseworker has a correction from. */
export const ORIGINS = ['assessment', 'applicant', 'document', 'register', 'migration-agency', 'other'] as const
export type Origin = (typeof ORIGINS)[number]

/** The three kinds of file an intake is made of. */
export const FILE_KINDS = ['applications', 'register', 'permits'] as const
export type FileKind = (typeof FILE_KINDS)[number]

export type FactType = 'date' | 'number' | 'boolean' | 'word' | 'country' | 'text'

/** A stored value: ISO dates (YYYY-MM-DD) and countries (ISO 3166 alpha-2) are strings. */
export type FactScalar = string | number | boolean

/** What one source says of one fact: a value, that there is none, or something that could not be read. */
export type FactState =
  | { state: 'known'; value: FactScalar }
  | { state: 'none' }
  | { state: 'unreadable'; text: string }

/** A calendar date as YYYY-MM-DD. Never a JavaScript Date: no time zone can move it. */
export type IsoDate = string

/** The languages of the program. What an authority writes to somebody stays Swedish (språklagen 2009:600, 10 §). */
export const LANGUAGES = ['sv', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export type StoreProfile = 'work' | 'sample'

/** A section of the checklist; which there are, in which order and what they are called is data of each programme. */
export type Section = string

export type UnionAnswer = 'tillstyrker' | 'ingen-erinran' | 'avstyrker' | 'inget-svar'
export type EmployerControlOutcome = 'utan-anmarkning' | 'med-anmarkning'

/** What a caseworker may do. Whoever has any of them may read. */
export const ROLES = ['read', 'screen', 'decide', 'administer'] as const
export type Role = (typeof ROLES)[number]

/** How the program may look. The window reads this: what checks a setting would bring code that its page may not run. */
export const THEMES = ['light', 'dark', 'system'] as const

/** The fact that tells which intake a row belongs to. */
export const INTAKE_FACT = 'application.intake'
