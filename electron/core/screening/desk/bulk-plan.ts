import { createHash } from 'node:crypto'
import { setImmediate as immediately } from 'node:timers/promises'
import type { OperationParsed } from '../../../../shared/contract/operations.ts'
import { BULK_REASONS, type BulkReason, type BulkSummary } from '../../../../shared/contract/desk.ts'
import { listQuery } from '../../../../shared/contract/list-query.ts'
import type { LetterLanguage, RequestItem, RequestProposal } from '../../../../shared/contract/requests.ts'
import { Fault } from '../../../../shared/fault.ts'
import { lightOf } from '../../cases/cases.ts'
import { intakeById } from '../../cases/programme-of-intake.ts'
import type { Context } from '../../context.ts'
import { findApplicants } from '../list.ts'
import { swedishDay } from '../../store/days.ts'
import type { Reader, Row } from '../../store/database.ts'
import type { Store } from '../../store/store.ts'

export type Chosen = Pick<OperationParsed<'desk.bulk'>, 'intakeId' | 'chosen'>
export type Asked = Pick<OperationParsed<'desk.bulk'>, 'intakeId' | 'chosen' | 'action'>
export type Action = Asked['action']
export type Ask = Extract<Action, { kind: 'ask' }>
/** What the desk needs of the room that makes letters. */
export type Letters = {
  usual(context: Context): Pick<RequestProposal, 'language' | 'dueOn' | 'replyTo'>
  lacked(context: Context, id: number): { name: string; ask: Record<LetterLanguage, string> }[]
  require(context: Context, asked: Ask): void
  items(context: Context, id: number, asked: Ask): RequestItem[]
  settable(context: Context, id: number, asked: Ask, items: readonly RequestItem[]): Promise<boolean>
  /** Sets a letter and gives what stores it, inside a transaction. */
  prepare(context: Context, id: number, asked: Ask, items: RequestItem[]): Promise<() => number>
}
/** A case that something is done with, and what its letter asks for. */
export type Planned = { id: number; version: number; items: RequestItem[] }

/** Letters are set one by one: more than this at a time would take longer than anybody waits. */
export const MOST_LETTERS = 2000

export type State = Row & {
  id: number; version: number; protected: number; proposed: number; established: number | null; changed: number; decided: number; vanished: number | null; moved: number
  assignee: number | null; waits_until: string | null; answered: number; awaiting: number; withdrawn: number; rules: string
}
const STATES = `
  SELECT a.id, version, protected, proposed, established, changed, decided, vanished, assignee, waits_until, answered, awaiting, rules, established IS NULL AND moved_from IS NOT NULL AND moved_from <> proposed AS moved,
    EXISTS (SELECT 1 FROM consent c WHERE c.application = a.id AND c.state = 'withdrawn') AS withdrawn
  FROM json_each(?) chosen CROSS JOIN application a ON a.id = chosen.value WHERE a.intake = ? ORDER BY a.id`

/** The cases that are chosen, those included that are gone since. */
export function chosenIds(store: Store, { intakeId, chosen }: Chosen): number[] {
  const intake = intakeById(store.read, intakeId)
  if ('ids' in chosen) return [...new Set(chosen.ids)]
  const all = { ...listQuery.parse({ ...chosen.choice, intakeId }), limit: Number(store.read.value('SELECT count(*) FROM application WHERE intake = ?', intake.id)) }
  const except = new Set(chosen.except)
  return findApplicants(store, intake, all, swedishDay(store.now())).ids.filter(id => !except.has(id))
}

/** How the chosen cases stand. */
export const statesOf = (db: Reader, intakeId: number, ids: readonly number[]): State[] => db.all<State>(STATES, JSON.stringify(ids), intakeId)

/** What would be done with which of the cases, and why the others are left as they are. Throws Fault cancelled, and bulk-too-many, request-due or form-glyph of letters. */
export async function plan(context: Context, db: Reader, { intakeId, action }: Asked, chosen: readonly number[], letters: Letters): Promise<{ cases: Planned[]; summary: BulkSummary }> {
  const states = statesOf(db, intakeId, chosen)
  const counts = new Map<BulkReason, number>(chosen.length > states.length ? [['gone', chosen.length - states.length]] : [])
  const cases: Planned[] = []
  const digest = createHash('sha256').update(JSON.stringify(action))
  if (action.kind === 'ask') {
    letters.require(context, action)
    requireFew(states)
  }
  for (const [at, state] of states.entries()) {
    let reason = leftOut(state, action)
    let items: RequestItem[] = []
    if (reason === null && action.kind === 'ask') {
      if (at % 20 === 19) await pause(context)
      items = letters.items(context, state.id, action)
      reason = items.length === 0 ? 'nothing-to-ask' : (await letters.settable(context, state.id, action, items)) ? null : 'unprintable'
    }
    digest.update(`\n${state.id}:${state.version}:${reason ?? ''}:${items.length === 0 ? '' : JSON.stringify(items)}`)
    if (reason === null) cases.push({ id: state.id, version: state.version, items })
    else counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  const left = BULK_REASONS.flatMap(reason => { const count = counts.get(reason); return count === undefined ? [] : [{ reason, count }] })
  return { cases, summary: { total: chosen.length, done: cases.length, left, digest: digest.digest('hex') } }
}

/** Gives others their turn. Throws Fault cancelled. */
export async function pause({ signal }: Context): Promise<void> {
  await immediately()
  if (signal.aborted) throw new Fault('cancelled')
}

/** Those that could be asked for something. Throws Fault bulk-too-many. */
export function requireFew(states: readonly State[]): State[] {
  const able = states.filter(state => whyNotAsked(state) === null)
  if (able.length > MOST_LETTERS) throw new Fault('bulk-too-many', { most: MOST_LETTERS, found: able.length })
  return able
}

/** Why a case is left out, or null. A protected person's case is never one of many. */
function leftOut(state: State, action: Action): BulkReason | null {
  if (state.protected === 1) return 'protected'
  if (state.decided === 1) return 'decided'
  switch (action.kind) {
    case 'assign': return state.assignee === action.assignee ? 'same' : null
    case 'establish-green': return whyNotGreen(state)
    case 'ask': return whyNotAsked(state)
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

/** Who is asked already, or does not want the case to be worked on, gets no letter; whose questions are all green has nothing to send. */
function whyNotAsked(state: State): BulkReason | null {
  if (state.protected === 1) return 'protected'
  if (state.decided === 1) return 'decided'
  if (state.waits_until !== null) return 'waiting'
  if (state.answered !== 0) return 'answered'
  if (state.withdrawn === 1) return 'withdrawn'
  return state.rules === '' ? 'nothing-to-ask' : null
}
