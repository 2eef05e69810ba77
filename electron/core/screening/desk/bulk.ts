import { createHash } from 'node:crypto'
import { setImmediate as immediately } from 'node:timers/promises'
import type { OperationParsed } from '../../../../shared/contract/operations.ts'
import { BULK_REASONS, type BulkReason, type BulkSummary } from '../../../../shared/contract/desk.ts'
import { listQuery } from '../../../../shared/contract/list-query.ts'
import { Fault } from '../../../../shared/fault.ts'
import { lightOf } from '../../cases/cases.ts'
import { intakeById } from '../../cases/programme-of-intake.ts'
import type { Context } from '../../context.ts'
import { findApplicants } from '../list.ts'
import { recordEstablished } from '../lights.ts'
import { swedishDay } from '../../store/days.ts'
import type { Reader, Row } from '../../store/database.ts'
import { changeLong } from '../../store/long-change.ts'
import type { Store } from '../../store/store.ts'
import { assigneeName, recordAssigned } from './work.ts'

type Asked = Pick<OperationParsed<'desk.bulk'>, 'intakeId' | 'chosen' | 'action'>
type Action = Asked['action']
type State = Row & {
  id: number; version: number; protected: number; proposed: number; established: number | null; changed: number; decided: number; vanished: number | null; moved: number
  assignee: number | null; waits_until: string | null; answered: number; awaiting: number; withdrawn: number
}
const STATES = `
  SELECT a.id, version, protected, proposed, established, changed, decided, vanished, assignee, waits_until, answered, awaiting, established IS NULL AND moved_from IS NOT NULL AND moved_from <> proposed AS moved,
    EXISTS (SELECT 1 FROM consent c WHERE c.application = a.id AND c.state = 'withdrawn') AS withdrawn
  FROM json_each(?) chosen CROSS JOIN application a ON a.id = chosen.value WHERE a.intake = ? ORDER BY a.id`

/** What would become of the chosen cases. Nothing is changed. */
export function previewBulk({ store }: Context, asked: Asked): BulkSummary {
  return plan(store.read, asked, chosenIds(store, asked)).summary
}

/**
 * Does the same with many cases: an entry for each in the journal, all of them or none. Throws Fault bulk-changed when it is not what the
 * summary told, and cancelled.
 */
export async function runBulk(context: Context, { digest, ...asked }: OperationParsed<'desk.bulk'>): Promise<BulkSummary> {
  const { store, signal } = context
  const ids = chosenIds(store, asked)
  const summary = await changeLong(store, async () => {
    const planned = plan(store.write, asked, ids)
    if (planned.summary.digest !== digest) throw new Fault('bulk-changed')
    const act = actor(store, asked.action)
    for (const [at, id] of planned.ids.entries()) {
      act(id)
      if (at % 25 !== 24) continue
      context.progress('ärenden', at + 1, planned.ids.length)
      await immediately()
      if (signal.aborted) throw new Fault('cancelled')
    }
    if (signal.aborted) throw new Fault('cancelled')
    return planned.summary
  })
  if (summary.done > 0) context.changed({ what: 'cases', intakeId: asked.intakeId })
  return summary
}

function chosenIds(store: Store, { intakeId, chosen }: Asked): number[] {
  const intake = intakeById(store.read, intakeId)
  if ('ids' in chosen) return [...new Set(chosen.ids)]
  const all = { ...listQuery.parse({ ...chosen.choice, intakeId }), limit: Number(store.read.value('SELECT count(*) FROM application WHERE intake = ?', intake.id)) }
  const except = new Set(chosen.except)
  return findApplicants(store, intake, all, swedishDay(store.now())).ids.filter(id => !except.has(id))
}

function plan(db: Reader, { intakeId, action }: Asked, chosen: readonly number[]): { ids: number[]; summary: BulkSummary } {
  const states = db.all<State>(STATES, JSON.stringify(chosen), intakeId)
  const counts = new Map<BulkReason, number>(chosen.length > states.length ? [['gone', chosen.length - states.length]] : [])
  const ids: number[] = []
  const digest = createHash('sha256').update(JSON.stringify(action))
  for (const state of states) {
    const reason = leftOut(state, action)
    digest.update(`\n${state.id}:${state.version}:${reason ?? ''}`)
    if (reason === null) ids.push(state.id)
    else counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  const left = BULK_REASONS.flatMap(reason => { const count = counts.get(reason); return count === undefined ? [] : [{ reason, count }] })
  return { ids, summary: { total: chosen.length, done: ids.length, left, digest: digest.digest('hex') } }
}

/** Why a case is left out, or null. A protected person's case is never one of many. */
function leftOut(state: State, action: Action): BulkReason | null {
  if (state.protected === 1) return 'protected'
  if (state.decided === 1) return 'decided'
  switch (action.kind) {
    case 'assign': return state.assignee === action.assignee ? 'same' : null
    case 'establish-green': return whyNotGreen(state)
  }
}

/** Only a green that nothing speaks against is established without being looked at. */
function whyNotGreen(state: State): BulkReason | null {
  if (state.established !== null && state.changed === 0) return 'established'
  if (state.changed === 1 || state.moved === 1) return 'changed'
  if (state.waits_until !== null) return 'waiting'
  if (lightOf(state.proposed) !== 'green') return 'not-green'
  return state.answered !== 0 || state.awaiting !== 0 || state.vanished !== null || state.withdrawn === 1 ? 'unsettled' : null
}

function actor(store: Store, action: Action): (id: number) => void {
  switch (action.kind) {
    case 'establish-green': return id => void recordEstablished(store, id)
    case 'assign': {
      const body = { assignee: action.assignee, name: assigneeName(store, action.assignee) }
      return id => void recordAssigned(store, id, body)
    }
  }
}
