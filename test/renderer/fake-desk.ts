import type { BulkAsks, BulkSummary, DeskCounts, SavedFilter } from '../../shared/contract/desk.ts'
import { listChoice, QUEUES, type QueueId } from '../../shared/contract/list-query.ts'

export const fakeFilters = (): SavedFilter[] => [{ id: 1, name: 'Röda utan handläggare', choice: listChoice.parse({ lights: ['red'], assignee: 'none' }) }]

/** As many in each work list as its place says, so that every number can be told from the others. */
export function fakeCounts(total: number): DeskCounts {
  const queues = Object.fromEntries(QUEUES.map((queue, at) => [queue, at * 11])) as Record<QueueId, number>
  return { today: '2026-11-22', queues, lights: { green: total, orange: 0, red: 0, total }, filters: fakeFilters().map(filter => ({ ...filter, count: 7 })) }
}

export const fakeBulk = (): BulkSummary => ({ total: 3, done: 1, left: [{ reason: 'protected', count: 1 }, { reason: 'not-green', count: 1 }], digest: 'abc' })

export const fakeAsks = (): BulkAsks => ({
  total: 3, able: 2, language: 'sv', dueOn: '2026-12-07', replyTo: '',
  points: [{ name: 'permit-decision', ask: { sv: 'Skicka en kopia av beslutet.', en: 'Send a copy of the decision.' }, cases: 2 }, { name: 'identity', ask: { sv: 'Skicka en kopia av passet.', en: 'Send a copy of the passport.' }, cases: 1 }],
})
