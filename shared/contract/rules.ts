import type { FactScalar, FactType, IsoDate, Language, Light, RuleLight } from '../domain.ts'

/** A programme in the room of rules. `language`, here and below: the one that its words are in; Swedish where the programme has no other. */
export type ProgrammeSummary = { id: string; title: string; purpose: string; language: Language; screens: boolean; origin: 'built-in' | 'imported'; chosenBy: string | null; versions: VersionSummary[]; intakes: JudgedIntake[] }
/** An intake of a programme, with the version it is judged by now. */
export type JudgedIntake = { id: number; name: string; version: string; cases: number }
export type VersionSummary = { version: string; from: IsoDate; to: IsoDate | null; hash: string; changes: { date: IsoDate; text: string }[] }

export type ConditionText = { light: RuleLight; when: string; basis: 'statute' | 'policy' }
/** One rule as it is written, with the names of what it builds on. */
export type RuleText = {
  id: string; question: string; section: string; filterable: boolean; sources: string[]; conditions: ConditionText[]
  facts: string[]; parameters: string[]; definitions: string[]
}
/** `written` is how the value stands in the rules, `display` how a person reads it. */
export type ParameterText = { name: string; label: string; unit: string | null; written: string; display: string; source: string; usedBy: string[] }
export type DefinitionText = { name: string; label: string; is: string; usedBy: string[] }
/** A fact that can be set by hand. `usual` is what it means to leave it out: unknown, none or a value. */
export type FactText = {
  id: string; label: string; section: string; type: FactType; list: boolean; unit: string | null; canBeNone: boolean
  options: { value: string; label: string }[] | null; usual: string; usedBy: string[]
}
export type ExampleText = { says: string; on: IsoDate; version: string; given: { fact: string; label: string; display: string }[]; values: Record<string, GivenFact>; unknown: string[]; expect: { rule: string; light: RuleLight }[]; light: Light | null; problems: string[] }

/** One version of a programme, whole. */
export type RuleBookView = {
  programme: string; title: string; purpose: string; language: Language; version: string; from: IsoDate; to: IsoDate | null; hash: string; changes: { date: IsoDate; text: string }[]
  sections: { id: string; title: string }[]; rules: RuleText[]; parameters: ParameterText[]; definitions: DefinitionText[]; facts: FactText[]; examples: ExampleText[]
  /** Facts that hold in every example that does not say otherwise. */
  usual: Record<string, GivenFact>
}

export type DiffEntry = {
  kind: 'rule' | 'parameter' | 'definition' | 'fact' | 'section'; id: string; title: string; change: 'added' | 'removed' | 'changed'
  /** What differs, each part before and after; null where it is not there. */
  fields: { field: string; before: string | null; after: string | null }[]
}
export type RuleDiff = { before: { version: string; hash: string }; after: { version: string; hash: string }; entries: DiffEntry[] }

export type Met = 'yes' | 'no' | 'unknown'
/** What green asks for, part by part: a need and how things stand, or parts of which all or one must be met. */
export type Check = { need: string; is: string; met: Met } | { label: string | null; join: 'all' | 'any'; met: Met; parts: Check[] }
export type TriedRule = { id: string; question: string; section: string; light: RuleLight; because: string[]; missing: { fact: string; label: string }[]; toGreen: string[]; basis: 'statute' | 'policy' | null; sources: string[]; checks: Check | null }
/** Facts set by hand, judged. */
export type TryView = { programme: string; version: string; hash: string; language: Language; light: Light; rules: TriedRule[] }
export type GivenFact = FactScalar | FactScalar[] | null

/** An edited copy: other values for parameters, other conditions; nothing of it is stored. */
export type RuleEdits = { parameters: Record<string, string>; conditions: { rule: string; light: RuleLight; index: number; when: string }[] }

/** Lights before and after other rules: `matrix[before][after]` in the order green, orange, red. */
export type WhatIfSummary = {
  intake: { id: number; name: string }; before: { version: string; hash: string }; after: { version: string; hash: string; edited: boolean }
  total: number; changed: number; established: number; matrix: number[][]
  /** By rule: how many cases get a worse or a better light from it. */
  byRule: { id: string; question: string; filterable: boolean; worse: number; better: number }[]
}
export type WhatIfRow = { id: number; applicationId: string; name: string; protected: boolean; before: Light; after: Light; established: boolean; decided: boolean
  /** Rules with another light, without those of sections where one would reveal country of birth or kind of permit; `pooled` tells that one of those has. */
  rules: { id: string; before: RuleLight; after: RuleLight }[]; pooled: boolean
}
export type WhatIfPage = { total: number; rows: WhatIfRow[] }
export type AdoptReport = { changed: number; total: number; version: string }
export type ImportReport = { programme: string; title: string; newVersions: string[]; versions: number; examples: number }
