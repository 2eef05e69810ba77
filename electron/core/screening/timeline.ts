import { EVENT_GROUPS, type EventGroup, type EventThing, type TimelineCase, type TimelineEvent, type TimelinePage } from '../../../shared/contract/timeline.ts'
import { Fault } from '../../../shared/fault.ts'
import { applicationById } from '../cases/cases.ts'
import { caseworkerOf } from '../cases/people.ts'
import { personOf } from '../cases/person-of.ts'
import { intakeById, ruleSetById } from '../cases/programme-of-intake.ts'
import { worded } from '../cases/spoken.ts'
import type { Context } from '../context.ts'
import { type Body, sentenceOf } from './history.ts'
import { logRead } from './work.ts'
import type { Reader, Row } from '../store/database.ts'
import { noFileRow } from '../store/file-rows.ts'
import type { EntryKind } from '../store/journal.ts'
import type { Spool } from '../store/spool.ts'
import type { Store } from '../store/store.ts'
import { groupOf, kindsOf } from './timeline-groups.ts'

type Asked = { id: number; reason?: string | undefined; kinds: EventGroup[]; order: 'newest' | 'oldest'; before: number | null; limit: number }
type EntryRow = Row & { seq: number; at: string; name: string | null; kind: EntryKind; body: string | null }
type Entry = { caseId: number; row: EntryRow; body: Body }
type Waiting = ReturnType<Spool['waiting']>

const HOUR = 3_600_000
/** The rows of files are long, and what is told of them does not need them. */
const BODY = `CASE WHEN ${noFileRow('j.kind')} THEN j.body END AS body`

/**
 * One page of all that has happened to the person of a case, in each of their applications; readings included (2002:623 § 20 c). Another application
 * whose person is protected there is told of but not shown, unless this case was opened with a reason too. That another case's events are read is
 * logged in that case. Throws Fault case-protected without the reason a protected case was opened for.
 */
export function timelineOfCase({ store }: Context, asked: Asked): TimelinePage {
  const db = store.read
  // Before the journal is read: what is moved there meanwhile must then be found twice, never not at all.
  const waiting = store.spool?.waiting() ?? []
  const reason = asked.reason?.trim() || null
  const self = applicationById(db, asked.id)
  if (self.protected === 1 && reason === null) throw new Fault('case-protected')
  const cases = personOf(db, asked.id).map((id): TimelineCase => {
    const row = applicationById(db, id)
    return { id, applicationId: row.application_id, intakeId: row.intake, intakeName: intakeById(db, row.intake).name, hidden: id !== asked.id && row.protected === 1 && self.protected !== 1 }
  })
  const shown = cases.filter(each => !each.hidden).map(each => each.id)
  for (const id of shown) if (id !== asked.id) logOther(store, id, self.application_id, reason, waiting)
  const found = entriesOf(db, shown, asked)
  const page = found.slice(0, asked.limit)
  const last = found.length > asked.limit ? page.at(-1)?.row.seq ?? null : null
  const tell = teller(db, shown)
  const stored = page.map(tell)
  const fresh = waitingEvents(db, shown, asked, waiting, page, tell)
  const events = asked.order === 'newest' ? (asked.before === null ? [...fresh.reverse(), ...stored] : stored) : last === null ? [...stored, ...fresh] : stored
  return { events, next: last, counts: countsOf(db, shown, waiting), cases }
}

/** Entries of the cases in the order asked for, one more than the page holds. Each case is asked by itself: its entries lie in order in the index. */
function entriesOf(db: Reader, cases: readonly number[], { kinds, order, before, limit }: Asked): Entry[] {
  const [beyond, direction] = order === 'newest' ? ['<', 'DESC'] as const : ['>', 'ASC'] as const
  const from = before ?? (order === 'newest' ? Number.MAX_SAFE_INTEGER : 0)
  const wanted = kinds.length > 0 ? JSON.stringify(kindsOf(kinds)) : null
  const sql = (which: string) => `SELECT j.seq, j.at, c.name, j.kind, ${BODY} FROM journal j LEFT JOIN caseworker c ON c.id = j.by
    WHERE ${which} AND j.seq ${beyond} ? AND (? IS NULL OR j.kind IN (SELECT value FROM json_each(?))) ORDER BY j.seq ${direction} LIMIT ?`
  const found = new Map<number, Entry>()
  for (const id of cases) {
    const own = db.all<EntryRow>(sql('j.application = ?'), id, from, wanted, wanted, limit + 1)
    const undone = db.all<EntryRow>(sql('j.seq IN (SELECT value FROM json_each(?))'), JSON.stringify(undoneFiles(db, id)), from, wanted, wanted, limit + 1)
    for (const row of [...own, ...undone]) if (!found.has(row.seq)) found.set(row.seq, { caseId: id, row, body: JSON.parse(row.body ?? '{}') as Body })
  }
  return [...found.values()].sort((a, b) => (order === 'newest' ? b.row.seq - a.row.seq : a.row.seq - b.row.seq)).slice(0, limit + 1)
}

/** The entries of undone files that a case had rows of: they name no case. */
function undoneFiles(db: Reader, application: number): number[] {
  return db.raw(
    `SELECT f.undone_seq FROM intake_file f WHERE f.undone_seq IS NOT NULL AND EXISTS (SELECT 1 FROM journal x WHERE x.application = ? AND x.seq > f.opened_seq AND x.seq < f.taken_seq)`, application,
  ).map(([seq]) => Number(seq))
}

/** Makes entries into what is shown: in words, with what they can open. */
function teller(db: Reader, cases: readonly number[]): (entry: Entry) => TimelineEvent {
  const sets = new Map(cases.map(id => [id, worded(db, ruleSetById(db, applicationById(db, id).rule_set).set)]))
  const documents = new Set(db.raw('SELECT id FROM document WHERE application IN (SELECT value FROM json_each(?))', JSON.stringify(cases)).map(([id]) => Number(id)))
  const decisions = new Map(db.raw('SELECT application, id FROM decision WHERE application IN (SELECT value FROM json_each(?))', JSON.stringify(cases)).map(([application, id]) => [Number(application), Number(id)]))
  return ({ caseId, row: { seq, at, name, kind }, body }) => {
    const set = sets.get(caseId)
    if (!set) throw new Error(`no rules of case ${caseId}`)
    return { seq: seq === WAITS ? null : seq, at, by: name ?? '', kind, group: groupOf(kind) ?? 'application', text: sentenceOf(kind, body, set), opens: opensOf(kind, seq, body, caseId, documents, decisions), caseId }
  }
}

/** Stands for the number of an entry that is not in the journal yet. */
const WAITS = 0

function opensOf(kind: EntryKind, seq: number, body: Body, caseId: number, documents: ReadonlySet<number>, decisions: ReadonlyMap<number, number>): EventThing | null {
  const letter = kind === 'request.made' || kind === 'request.reminded' ? seq : kind === 'letter.read' ? Number(body['document']) : null
  if (letter !== null) return { kind: 'letter', id: letter }
  const document = kind === 'document.received' ? seq : kind === 'document.marked' || kind === 'document.read' ? Number(body['document']) : null
  if (document !== null) return documents.has(document) ? { kind: 'document', id: document } : null
  const form = kind === 'decision.made' || kind === 'form.read' ? decisions.get(caseId) : undefined
  return form === undefined ? null : { kind: 'form', id: form }
}

/** Readings that are logged and not yet in the journal, oldest first. */
function waitingEvents(db: Reader, cases: readonly number[], { kinds }: Asked, waiting: Waiting, page: readonly Entry[], tell: (entry: Entry) => TimelineEvent): TimelineEvent[] {
  if (kinds.length > 0 && !kinds.includes('reads')) return []
  const moved = new Set(page.map(entry => entry.body['id']))
  return waiting.filter(read => cases.includes(read.application) && !moved.has(read.id)).map(read => tell({
    caseId: read.application, row: { seq: WAITS, at: read.at, name: caseworkerOf(db, read.by).name, kind: read.kind, body: null }, body: { reason: read.reason, ...(read.document ? { document: read.document } : {}) },
  }))
}

function countsOf(db: Reader, cases: readonly number[], waiting: Waiting): Record<EventGroup, number> {
  const counts = Object.fromEntries(EVENT_GROUPS.map(group => [group, 0])) as Record<EventGroup, number>
  const count = (kind: EntryKind, n: number) => { const group = groupOf(kind); if (group) counts[group] += n }
  for (const [kind, n] of db.raw('SELECT kind, count(*) FROM journal WHERE application IN (SELECT value FROM json_each(?)) GROUP BY kind', JSON.stringify(cases))) count(String(kind) as EntryKind, Number(n))
  count('file.undone', new Set(cases.flatMap(id => undoneFiles(db, id))).size)
  for (const read of waiting) if (cases.includes(read.application)) count(read.kind, 1)
  return counts
}

/** Who reads a person's events reads in each of their cases; turning pages is one reading. */
function logOther(store: Store, id: number, from: string, reason: string | null, waiting: Waiting): void {
  const since = new Date(Date.parse(store.now()) - HOUR).toISOString()
  const lately = waiting.some(read => read.application === id && read.kind === 'case.read' && read.by === store.caseworkerId && read.at > since)
    || store.read.value(`SELECT 1 FROM journal WHERE application = ? AND kind = 'case.read' AND by = ? AND at > ?`, id, store.caseworkerId, since) !== undefined
  if (!lately) logRead(store, id, 'case.read', [`Tidslinjen för ${from}.`, reason].filter(Boolean).join(' '))
}
