import { useEffect, useSyncExternalStore } from 'react'
import type { Bridge } from '../../shared/contract/bridge.ts'
import type { OperationInput } from '../../shared/contract/operations.ts'
import type { ListRow } from '../../shared/contract/views.ts'
import { useBridge } from '../components/bridge.tsx'
import { listOf } from './lists.ts'

type Query = OperationInput<'screening.queue'>
/**
 * The cases one goes through, in the order of the list when the first of them was opened. It stays as it was while cases move out of
 * the list's filter, so that nobody is passed over; the rows tell how each stands now.
 */
export type ReviewQueue = { intakeId: number; ids: Int32Array; places: ReadonlyMap<number, number>; rows: ReadonlyMap<number, ListRow> }

let queue: ReviewQueue | null = null
let turn = 0
const asked = new Set<number>()
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
function set(next: ReviewQueue | null): void {
  queue = next
  for (const listener of listeners) listener()
}

/** The ids of a whole list in its order, or null when the core does not give them. */
export async function idsOf(bridge: Bridge, query: Query): Promise<Int32Array | null> {
  const answer = await bridge.call('screening.queue', query)
  if (!answer.ok) return null
  const { buffer, byteOffset, byteLength } = answer.value
  return new Int32Array(buffer.slice(byteOffset, byteOffset + byteLength))
}

/** Lays down the queue that a list gives, when one of its cases is opened. */
export async function startQueue(bridge: Bridge, query: Query): Promise<void> {
  const mine = ++turn
  const ids = await idsOf(bridge, query)
  if (mine !== turn || !ids) return
  const places = new Map<number, number>()
  ids.forEach((id, place) => places.set(id, place))
  asked.clear()
  set({ intakeId: query.intakeId, ids, places, rows: new Map() })
}

/** Forgets the queue: locking, or another store. */
export function forgetQueue(): void {
  turn++
  asked.clear()
  set(null)
}

/** The queue that a case is in, or null for a case that was opened by another way. */
export function useReviewQueue(intakeId: number, caseId: number): ReviewQueue | null {
  const now = useSyncExternalStore(subscribe, () => queue)
  return now !== null && now.intakeId === intakeId && now.places.has(caseId) ? now : null
}

const AT_ONCE = 200
/** Fetches the rows of these places; known ones only when they may have changed. */
export async function wantRows(bridge: Bridge, first: number, last: number): Promise<void> {
  const mine = turn
  if (!queue) return
  const ids = [...queue.ids.subarray(Math.max(0, first - 20), last + 21)].filter(id => !asked.has(id)).slice(0, AT_ONCE)
  if (ids.length === 0) return
  for (const id of ids) asked.add(id)
  const answer = await bridge.call('screening.rows', { intakeId: queue.intakeId, ids })
  if (mine !== turn || !queue) return
  if (!answer.ok) {
    for (const id of ids) asked.delete(id)
    return
  }
  set({ ...queue, rows: new Map([...queue.rows, ...answer.value.map(row => [row.id, row] as const)]) })
}

/** What is known of a case, or of all where none is named, may have changed. */
export function staleRows(caseId: number | undefined): void {
  if (caseId === undefined) asked.clear()
  else asked.delete(caseId)
}

export type Neighbours = { previous: number | null; next: number | null; position: number; total: number }
const alone: Neighbours = { previous: null, next: null, position: 0, total: 0 }

/** The cases before and after this one in the queue. Going to one marks its place in the list as well. */
export function useNeighbours(intakeId: number, caseId: number): Neighbours {
  const bridge = useBridge()
  const found = useReviewQueue(intakeId, caseId)
  const place = found?.places.get(caseId)
  useEffect(() => {
    if (place === undefined) return
    const list = listOf(bridge, intakeId)
    list.state = { ...list.state, active: place }
  }, [bridge, intakeId, place])
  if (!found || place === undefined) return alone
  return { previous: found.ids[place - 1] ?? null, next: found.ids[place + 1] ?? null, position: place + 1, total: found.ids.length }
}
