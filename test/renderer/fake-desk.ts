import type { BulkSummary, DeskCounts, SavedFilter } from '../../shared/contract/desk.ts'
import { listChoice, QUEUES, type QueueId } from '../../shared/contract/list-query.ts'

export const fakeFilters = (): SavedFilter[] => [{ id: 1, name: 'Röda utan handläggare', choice: listChoice.parse({ lights: ['red'], assignee: 'none' }) }]

/** As many in each work list as its place says, so that every number can be told from the others. */
export function fakeCounts(total: number): DeskCounts {
  const queues = Object.fromEntries(QUEUES.map((queue, at) => [queue, at * 11])) as Record<QueueId, number>
  return { today: '2026-11-22', queues, lights: { green: total, orange: 0, red: 0, total }, filters: fakeFilters().map(filter => ({ ...filter, count: 7 })) }
}

export const fakeBulk = (): BulkSummary => ({ total: 3, done: 1, left: [{ reason: 'protected', count: 1 }, { reason: 'not-green', count: 1 }], digest: 'abc' })
