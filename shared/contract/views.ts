import type { Changes } from './changes.ts'
import type { ConsentSummary } from './consent.ts'
import type { EstablishedView, OverrideChoice, PendingView, SecondReaderView, SectionProgress, UndoableView } from './judging.ts'
import type { Check } from './rules.ts'
import type { EmployerControlOutcome, FactScalar, FactState, FactType, FileKind, IsoDate, Light, Origin, Role, RuleLight, Section, Source, StoreProfile, UnionAnswer, Language } from '../domain.ts'
import type { FaultInfo } from '../fault.ts'
import type { RowProblem } from '../rows.ts'

/** What can be seen of a store without its key; that its file is damaged or newer shows only when it is unlocked. */
export type StoreCondition = 'none' | 'locked' | 'open' | 'file-missing' | 'key-missing' | 'key-damaged'

/** What the start screen needs to know, per store. Reading it opens nothing. */
export type StoreStatus = {
  open: { profile: StoreProfile; caseworker: Caseworker; /** After how many minutes without keyboard or mouse it locks. */ idleMinutes: number } | null
  /** The folder is the user's own: it is shown as text where files in it are missing or damaged. */
  stores: { profile: StoreProfile; condition: StoreCondition; folder: string }[]
}
export type Caseworker = { id: number; name: string; title: string; roles: Role[] }

export type LightCounts = { green: number; orange: number; red: number; total: number }

export type IntakeView = {
  id: number
  programme: string
  programmeTitle: string
  name: string
  evaluationDate: IsoDate
  placeStart: IsoDate
  placeEnd: IsoDate
  /** Established light where there is one, else the proposed. */
  counts: LightCounts
  established: number
  changedSinceEstablished: number
  decided: number
  /** False until a register extract has been read: "skyddade uppgifter ej kontrollerade". */
  protectionChecked: boolean
  files: IntakeFileView[]
}
export type IntakeFileView = { id: number; kind: FileKind; name: string; takenInAt: string; takenInBy: string; counts: FileCounts; undone: { at: string; by: string; reason: string } | null }

export type Encoding = 'windows-1252' | 'utf-8' | 'utf-8-bom' | 'utf-16' | 'utf-16be' | 'xlsx'
/** Rows of one file by what became of them. For extracts `added` and `changed` count matched rows, `unmatched` those without an application. */
export type FileCounts = {
  records: number; added: number; changed: number; duplicates: number; refused: number; unmatched: number; warnings: number
}
export type FileReport = {
  name: string
  kind: FileKind | null
  encoding: Encoding | null
  separator: ';' | ',' | '\t' | '|' | null
  sheet: string | null
  /** Set when no column tells the intake and somebody has said that every row belongs to this one. */
  allOfIntake: boolean
  /** Set when the whole file was refused; then nothing of it is stored. */
  fault: FaultInfo | null
  counts: FileCounts
  /** Count per kind of remark, and the first of them (never more than 1,000). */
  problemCounts: { code: RowProblem['code']; outcome: RowProblem['outcome']; column?: string; count: number }[]
  problems: RowProblem[]
  /** Columns of the file that no fact reads. */
  unusedColumns: string[]
}
export type TakeInReport = {
  files: FileReport[]
  before: LightCounts
  after: LightCounts
  /** Cases whose proposed light moved, from → to. */
  moved: { from: Light | null; to: Light; count: number }[]
  changes: Changes
  seconds: number
}

export type ListRow = {
  id: number
  applicationId: string
  /** Empty for a protected person. */
  familyName: string
  givenName: string
  identityNumber: string
  protected: boolean
  /** What counts: the established light, else the proposed. */
  light: Light
  proposed: Light
  established: boolean
  changedSinceEstablished: boolean
  decided: boolean
  /** The person has taken the consent to sharing back. */
  consentWithdrawn: boolean
  /** The portal's latest file no longer has the application. */
  vanished: boolean
  /** Rules that are not green, in rule order, e.g. "JO-14"; without those of sections where one would reveal country of birth or kind of permit. */
  rules: { id: string; light: Light }[]
  /** Some rule of those sections is not green; which, and how, is told only in the case. */
  pooled: boolean
  receivedOn: IsoDate | null
  /** Who has the case. */
  assignee: { id: number; name: string } | null
  /** When the applicant's answer is due; null when nothing is waited for. */
  waitsUntil: IsoDate | null
  /** The applicant has answered, and nobody has looked at it. */
  answered: boolean
  /** An employer has asked for an express check, and when it should be done. */
  express: boolean
  expressUntil: IsoDate | null
  /** An override waits for the second reader. */
  awaiting: boolean
  overridden: boolean
}
export type ListPage = { total: number; counts: LightCounts; rows: ListRow[] }
export type RuleSummary = { id: string; question: string; section: Section; sectionTitle: string; filterable: boolean }

export type FactEntry = FactState & {
  source: Source
  display: string
  at: string | null
  by: string | null
  reason: string | null
  /** Where the caseworker has a correction from. */
  origin: Origin | null
  /** Where the word of a document or a credential can be seen: its id, page, issuer, dates. */
  ref: Record<string, string | number> | null
  /** True for the one entry that holds. */
  holds: boolean
}
export type FactView = {
  id: string
  label: string
  section: Section
  type: FactType
  unit: string | null
  /** What holds: known, known not to be so, or unknown. */
  state: 'known' | 'none' | 'unknown'
  value: FactScalar | null
  display: string
  source: Source | null
  /** Every source's own word on it, highest source first. */
  entries: FactEntry[]
  /** Sources disagree, or a register value came after a correction. */
  differs: boolean
  editable: boolean
  /** True where "there is none" is an answer (no extension applied for, no programme). */
  canBeNone: boolean
  options: { value: string; label: string }[] | null
  usedByRules: string[]
  /** Usual reasons, where it is a question that a caseworker answers yes or no to. */
  manual: { yes: string[]; no: string[] } | null
}
export type RuleView = {
  id: string
  question: string
  section: Section
  light: RuleLight
  /** Why this light, in Swedish sentences built from the rule and the facts. */
  because: string[]
  /** Facts that are missing for a certain answer. */
  missing: { fact: string; label: string }[]
  /** What would turn it green. */
  toGreen: string[]
  facts: string[]
  /** What green asks for, part by part, and how each stands. */
  checks: Check | null
  basis: 'statute' | 'policy' | null
  sources: string[]
}
export type CaseView = {
  id: number
  /** Rises with every change of the case; sent back with a change so that two windows cannot overwrite each other. */
  version: number
  applicationId: string
  intake: { id: number; name: string; programmeTitle: string; evaluationDate: IsoDate; placeStart: IsoDate; placeEnd: IsoDate }
  person: { givenName: string; familyName: string; identityNumber: string; identityKind: 'personnummer' | 'samordningsnummer' | 'temporary'; birthDate: IsoDate | null; age: number | null }
  contact: { email: string; phone: string; street: string; postalCode: string; city: string } | null
  protected: boolean
  proposed: Light
  established: EstablishedView | null
  pending: PendingView | null
  override: OverrideChoice
  secondReader: SecondReaderView
  /** Usual texts of the preliminary assessment, by light. */
  assessments: Record<Light, string[]>
  progress: SectionProgress[]
  undoable: UndoableView | null
  changedSinceEstablished: boolean
  /** `language`: the one that questions, labels and explanations are in; Swedish where the programme has no other. */
  ruleSet: { programme: string; version: string; hash: string; language: Language }
  /** In the order a caseworker goes through them; one may have facts only. */
  sections: { id: Section; title: string; rules: RuleView[] }[]
  consent: ConsentSummary
  /** The portal's latest file, which no longer has the application; null when it does. */
  vanishedFrom: string | null
  facts: FactView[]
  /** How many documents the case has. */
  documents: number
  decision: DecisionView | null
  /** Who has the case, and until when an express check that an employer asked for should be done. */
  work: { assignee: { id: number; name: string } | null; expressUntil: IsoDate | null }
}

export type DecisionDetails = {
  organiser: string; organisationNumber: string; workplace: string; supervisor: string; tasks: string
  extentPercent: number; partTimeReason: string
  employerControl: { checkedOn: IsoDate; outcome: EmployerControlOutcome }
  union: { organisation: string; askedOn: IsoDate; answer: UnionAnswer; answeredOn: IsoDate | null }
  assessment: string; rapporteur: string; participants: string; caseNumber: string; barReference: string
}
export type DecisionView = { id: number; decidedOn: IsoDate; decidedBy: string; title: string; details: DecisionDetails; periodStart: IsoDate; periodEnd: IsoDate }

export type Progress = { callId: string; step: string; done: number; total: number | null }
export type ChosenFile = { token: string; name: string }
