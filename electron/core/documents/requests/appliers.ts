import type { LetterLanguage, RequestItem, RequestOutcome } from '../../../../shared/contract/requests.ts'
import type { IsoDate } from '../../../../shared/domain.ts'
import type { Writer } from '../../store/database.ts'
import type { Appliers } from '../../store/store.ts'

/** A letter as the journal has it: its text, and the hash of its pages. */
type LetterBody = { text: string; letterHash: string }
export type MadeBody = LetterBody & { language: LetterLanguage; items: RequestItem[]; dueOn: IsoDate; replyTo: string; madeOn: IsoDate }
export type RemindedBody = LetterBody & { request: number; dueOn: IsoDate }
export type AnsweredBody = { request: number; arrivedOn: IsoDate; what: string }
export type ClosedBody = { request: number; outcome: RequestOutcome; note: string }
type Applied = { seq: number; at: string; by: number; application: number | null }

/** What the list shows of a case's request: until when it waits, and whether an answer has come that nobody has dealt with. */
function waits(db: Writer, { application, seq }: Applied, until: IsoDate | null, answered: boolean): void {
  db.run('UPDATE application SET waits_until = ?, answered = ?, version = ? WHERE id = ?', until, answered ? 1 : 0, seq, application)
}

function keepLetter(db: Writer, seq: number, request: number, { text, letterHash }: LetterBody): void {
  db.run('INSERT INTO letter (id, request, text, hash) VALUES (?, ?, ?, ?)', seq, request, text, letterHash)
}

function keepEvent(db: Writer, e: Applied, request: number, kind: 'reminded' | 'answered' | 'closed', day: IsoDate | null, outcome: RequestOutcome | null, note: string): void {
  db.run('INSERT INTO request_event (id, request, kind, day, outcome, note, at, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', e.seq, request, kind, day, outcome, note, e.at, e.by)
  db.run('UPDATE request SET state = ? WHERE id = ?', kind, request)
}

/** What the entries of requests do to the tables; the letters' pages are proven by their hash. */
export const requestAppliers: Appliers = {
  'request.made': (db, e) => {
    const b = JSON.parse(e.body) as MadeBody
    db.run(
      `INSERT INTO request (id, application, language, items, due_on, reply_to, state, made_on, at, by) VALUES (?, ?, ?, ?, ?, ?, 'open', ?, ?, ?)`,
      e.seq, e.application, b.language, JSON.stringify(b.items), b.dueOn, b.replyTo, b.madeOn, e.at, e.by,
    )
    keepLetter(db, e.seq, e.seq, b)
    waits(db, e, b.dueOn, false)
  },
  'request.reminded': (db, e) => {
    const b = JSON.parse(e.body) as RemindedBody
    keepEvent(db, e, b.request, 'reminded', b.dueOn, null, '')
    db.run('UPDATE request SET due_on = ? WHERE id = ?', b.dueOn, b.request)
    keepLetter(db, e.seq, b.request, b)
    waits(db, e, b.dueOn, false)
  },
  'request.answered': (db, e) => {
    const b = JSON.parse(e.body) as AnsweredBody
    keepEvent(db, e, b.request, 'answered', b.arrivedOn, null, b.what)
    waits(db, e, null, true)
  },
  'request.closed': (db, e) => {
    const b = JSON.parse(e.body) as ClosedBody
    keepEvent(db, e, b.request, 'closed', null, b.outcome, b.note)
    waits(db, e, null, false)
  },
}
