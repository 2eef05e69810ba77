import type { ListChoice, QueueId } from './list-query.ts'
import type { IsoDate } from '../domain.ts'
import type { LetterLanguage } from './requests.ts'
import type { LightCounts } from './views.ts'

/** A list that a caseworker has saved under a name, for every intake of the programme. */
export type SavedFilter = { id: number; name: string; choice: ListChoice }

/** How much there is to do in an intake, for the caseworker who asks. */
export type DeskCounts = {
  /** The day it is, which decides what is overdue. */
  today: string
  queues: Record<QueueId, number>
  lights: LightCounts
  filters: (SavedFilter & { count: number })[]
}

/** Why a case is left out when something is done with many at once. */
export const BULK_REASONS = ['gone', 'protected', 'decided', 'established', 'changed', 'waiting', 'not-green', 'unsettled', 'same', 'answered', 'withdrawn', 'nothing-to-ask', 'unprintable'] as const
export type BulkReason = (typeof BULK_REASONS)[number]

/** What would become of the chosen cases, or what became of them. */
export type BulkSummary = {
  total: number
  done: number
  left: { reason: BulkReason; count: number }[]
  /** Proves that this summary was seen: is given back when it is done. */
  digest: string
  /** The cases that letters were made for. */
  letters?: number[]
}

/** What the applicants of the chosen cases can be asked for. */
export type BulkAsks = {
  total: number
  /** How many may be asked for something. */
  able: number
  /** What any of those lacks, by its name in the programme: in words, and how many lack it. */
  points: { name: string; ask: Record<LetterLanguage, string>; cases: number }[]
  language: LetterLanguage
  dueOn: IsoDate
  replyTo: string
}
/** What became of saving the letters of many cases: the folder that was made, how many letters lie in it, and how many cases were left out and why. */
export type SavedLetters = { folder: string; saved: number; without: number; protected: number }
