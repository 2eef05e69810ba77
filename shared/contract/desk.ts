import type { ListChoice, QueueId } from './list-query.ts'
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
export const BULK_REASONS = ['gone', 'protected', 'decided', 'established', 'changed', 'waiting', 'not-green', 'unsettled', 'same', 'nothing-to-ask'] as const
export type BulkReason = (typeof BULK_REASONS)[number]

/** What would become of the chosen cases, or what became of them. */
export type BulkSummary = {
  total: number
  done: number
  left: { reason: BulkReason; count: number }[]
  /** Proves that this summary was seen: is given back when it is done. */
  digest: string
}
