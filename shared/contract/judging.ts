import type { Light } from '../domain.ts'
import type { FaultInfo } from '../fault.ts'

/** The light that counts for a case: who stands for it, and how it came about. */
export type EstablishedView = {
  light: Light; at: string; by: string; ruleSetHash: string
  assessment: string | null
  /** Set where a caseworker went away from the light that the rules proposed. */
  override: { from: Light; reason: string } | null
  /** The second reader, where one was needed. */
  confirmedBy: string | null
}
/** A light that counts only when another caseworker has read the case too. */
export type PendingView = {
  light: Light; from: Light; override: boolean; reason: string | null; assessment: string | null
  by: string; at: string
  /** The present caseworker has asked for it, and cannot be the second reader. */
  own: boolean
}
/** Which lights the proposed one may be overridden to; none, with what is in the way, where it may not. */
export type OverrideChoice = { to: Light[]; fault: FaultInfo | null }
/** When this programme asks for a second reader, and how many others there are who could be one. */
export type SecondReaderView = { override: boolean; red: boolean; others: number }
/** How far one part of the checklist has come. */
export type SectionProgress = {
  section: string
  /** Rules in it; those with a certain answer; those that are green (or do not apply). */
  rules: number; answered: number; green: number
  /** Rules whose answer rests on files and documents alone. */
  automatic: number
  unknown: { fact: string; label: string }[]
  manual: { asked: number; answered: number }
  /** What caseworkers have said themselves, the latest first. */
  byHand: { fact: string; label: string; by: string; at: string }[]
}
/** The present caseworker's latest step in a case, which may be taken back. */
export type UndoableView = { seq: number; text: string }

export type OverrideRow = {
  caseId: number; applicationId: string
  /** Empty for a protected person, as are reason and rules. */
  familyName: string; givenName: string; protected: boolean
  from: Light; to: Light; reason: string
  /** Rules behind the proposed light, without those of parts where one would reveal country of birth or kind of permit. */
  rules: string[]
  by: string; at: string; confirmedBy: string | null
  awaiting: boolean; changedSinceEstablished: boolean
}
export type LightMoveCount = { from: Light; to: Light; count: number }
/** What was overridden in an intake, the latest first. Only overrides that count are counted. */
export type OverridesView = { rows: OverrideRow[]; total: number; awaiting: number; moves: LightMoveCount[] }

export const SEX_GROUPS = ['K', 'M', 'unknown'] as const
export type SexGroup = (typeof SEX_GROUPS)[number]
/** A number, or null where it is too small to be shown, or would give away one that is. */
export type ShownCount = number | null
export type FiguresView = {
  total: number
  /** Fewer than this are not shown. */
  least: number
  lights: { light: Light; total: number; bySex: Record<SexGroup, ShownCount> }[]
  overrides: { total: number; bySex: Record<SexGroup, ShownCount> }
}
