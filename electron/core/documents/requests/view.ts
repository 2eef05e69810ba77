import type { RequestEvent, RequestItem, RequestOutcome, RequestsOfCase, RequestState, RequestView } from '../../../../shared/contract/requests.ts'
import type { IsoDate } from '../../../../shared/domain.ts'
import { Fault } from '../../../../shared/fault.ts'
import { applicationById } from '../../cases/cases.ts'
import type { Context } from '../../context.ts'
import { swedishDay, workingDayAfter } from '../../rules/local-day.ts'
import type { Reader, Row } from '../../store/database.ts'

type RequestRow = Row & { id: number; language: 'sv' | 'en'; items: string; due_on: IsoDate; state: RequestState; at: string; name: string | null }
type EventRow = Row & { id: number; kind: RequestEvent['kind']; day: IsoDate | null; outcome: RequestOutcome | null; note: string; at: string; name: string | null }

/** How many days a reminder gives, where the caseworker does not choose otherwise. */
const DAYS_AFTER_REMINDER = 7

/** A case's requests, newest first. Throws Fault case-protected without the reason a protected case was opened for. */
export function requestsOfCase({ store }: Context, { id, reason }: { id: number; reason?: string | undefined }): RequestsOfCase {
  const db = store.read
  if (applicationById(db, id).protected === 1 && !reason?.trim()) throw new Fault('case-protected')
  const today = swedishDay(store.now())
  const rows = db.all<RequestRow>('SELECT r.id, r.language, r.items, r.due_on, r.state, r.at, c.name FROM request r LEFT JOIN caseworker c ON c.id = r.by WHERE r.application = ? ORDER BY r.id DESC', id)
  return { requests: rows.map(row => viewOf(db, row, today)), today, remindBy: workingDayAfter(today, DAYS_AFTER_REMINDER) }
}

function viewOf(db: Reader, row: RequestRow, today: IsoDate): RequestView {
  const events = db.all<EventRow>('SELECT e.id, e.kind, e.day, e.outcome, e.note, e.at, c.name FROM request_event e LEFT JOIN caseworker c ON c.id = e.by WHERE e.request = ? ORDER BY e.id', row.id)
  return {
    id: row.id, state: row.state, language: row.language, items: JSON.parse(row.items) as RequestItem[], dueOn: row.due_on,
    overdue: (row.state === 'open' || row.state === 'reminded') && row.due_on < today, madeAt: row.at, madeBy: row.name ?? '', events: events.map(eventOf),
    letters: db.all<Row & { id: number; text: string }>('SELECT id, text FROM letter WHERE request = ? ORDER BY id', row.id).map(letter => ({ ...letter, reminder: letter.id !== row.id })),
  }
}

function eventOf({ id, kind, day, outcome, note, at, name }: EventRow): RequestEvent {
  const said = { at, by: name ?? '' }
  if (kind === 'reminded') return { ...said, kind, dueOn: day ?? '', letter: id }
  if (kind === 'answered') return { ...said, kind, arrivedOn: day ?? '', what: note }
  return { ...said, kind, outcome: outcome ?? 'none', note }
}
