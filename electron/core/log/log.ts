import { basename } from 'node:path'
import type { LogBurst, LogEntry, LogPage } from '../../../shared/contract/log.ts'
import type { OperationParsed } from '../../../shared/contract/operations.ts'
import { logGroupWord } from '../../../shared/text/log.sv.ts'
import { allCaseworkers } from '../cases/people.ts'
import type { Context } from '../context.ts'
import { csvLines } from '../store/csv.ts'
import type { Reader, Row } from '../store/database.ts'
import { noFileRow } from '../store/file-rows.ts'
import { writeFileAtomic } from '../store/files.ts'
import type { EntryKind } from '../store/journal.ts'
import { change, type Store } from '../store/store.ts'
import { CASE_READS, groupOf, WORDS } from './kinds.ts'
import { type Choice, countUpTo, pageOf, partsOf } from './query.ts'

/** The most entries that one choice shows: who wants to see more narrows it. */
const MOST = 10_000
/** A check looks into every entry it passes, so it stops sooner. */
const MOST_CHECKED = 500
const MOST_BURSTS = 200
const AGAIN_MS = 10 * 60_000

/** Who read and did what: entries that answer the choice, newest first. Looking is logged. */
export function logPage({ store }: Context, { offset, limit, ...choice }: OperationParsed<'log.page'>): LogPage {
  logLooking(store, choice)
  const parts = partsOf(choice)
  const most = mostOf(choice)
  const found = countUpTo(store.read, parts, most)
  const within = Math.max(0, Math.min(limit, most - offset))
  return { total: Math.min(found, most), more: found > most, rows: entriesOf(store.read, within === 0 ? [] : pageOf(store.read, parts, offset, within)) }
}

/** Hours in which somebody opened many different cases, most first. */
export function logBursts({ store }: Context, { from, to, least }: OperationParsed<'log.bursts'>): LogBurst[] {
  logLooking(store, { from, to, groups: [], applicationId: '' })
  const names = namesOf(store.read)
  const hours = store.read.all<{ by: number; hour: string; cases: number }>(
    `SELECT j.by, substr(j.at, 1, 13) AS hour, count(DISTINCT j.application) AS cases FROM journal j INDEXED BY journal_log_kind
     WHERE j.kind IN (${CASE_READS.map(() => '?').join(', ')}) AND ${noFileRow('j.kind')} AND j.at >= ? AND j.at < ? GROUP BY j.by, hour HAVING cases >= ? ORDER BY cases DESC, hour DESC LIMIT ${MOST_BURSTS}`, ...CASE_READS, from, to, least,
  )
  return hours.map(({ by, hour, cases }) => {
    const start = `${hour}:00:00.000Z`
    return { by: { id: by, name: names.get(by) ?? '' }, from: start, to: new Date(Date.parse(start) + 3_600_000).toISOString(), cases }
  })
}

/** Writes what the choice shows as CSV, without reasons and names of persons, and journals it. Throws Fault disk-full or write-failed. */
export function exportLog(context: Context, { path, ...choice }: OperationParsed<'log.export'>): { name: string; rows: number } {
  const { store } = context
  const entries = entriesOf(store.read, pageOf(store.read, partsOf(choice), 0, mostOf(choice)))
  function* lines(): Generator<string[]> {
    yield ['nr', 'tid', 'handläggare', 'slag', 'vad', 'intag', 'ansöknings_id']
    for (const e of entries) yield [String(e.seq), e.at, e.by.name, logGroupWord[e.group], WORDS[e.kind as EntryKind], e.application?.intakeName ?? '', e.application?.applicationId ?? '']
  }
  // Written down first: a copy that nobody knows of is worse than a line about a copy that could not be written.
  change(store, () => store.record({ kind: 'log.exported', body: JSON.stringify({ ...choice, rows: entries.length }) }))
  writeFileAtomic(path, csvLines(lines()))
  return { name: basename(path), rows: entries.length }
}

const mostOf = ({ check }: Pick<Choice, 'check'>) => (check ? MOST_CHECKED : MOST)

const looked = new WeakMap<Store, { choice: string; at: number }>()

/** One entry for each new choice, not for every page that is scrolled past. */
function logLooking(store: Store, choice: Choice): void {
  const said = JSON.stringify(choice)
  const last = looked.get(store)
  const now = Date.parse(store.now())
  if (last?.choice === said && now - last.at < AGAIN_MS) return
  looked.set(store, { choice: said, at: now })
  store.spool?.add({ at: store.now(), by: store.caseworkerId, application: 0, kind: 'log.read', reason: said })
}

const namesOf = (db: Reader) => new Map(allCaseworkers(db).map(p => [p.id, p.name]))

type Found = Row & { seq: number; at: string; by: number; kind: EntryKind; application: number | null; body: string | null; application_id: string | null; intake: number | null; name: string | null }

function entriesOf(db: Reader, seqs: readonly number[]): LogEntry[] {
  const names = namesOf(db)
  const reads = new Set<EntryKind>(CASE_READS)
  return seqs.flatMap(seq => {
    const row = db.get<Found>(
      `SELECT j.seq, j.at, j.by, j.kind, j.application, CASE WHEN j.kind LIKE '%.read' AND length(j.body) < 5000 THEN j.body END AS body, a.application_id, a.intake, i.name
       FROM journal j LEFT JOIN application a ON a.id = j.application LEFT JOIN intake i ON i.id = a.intake WHERE j.seq = ?`, seq,
    )
    return row ? [entryOf(row, names, reads)] : []
  })
}

function entryOf({ seq, at, by, kind, body, application, application_id, intake, name }: Found, names: ReadonlyMap<number, string>, reads: ReadonlySet<EntryKind>): LogEntry {
  const { reason } = (reads.has(kind) ? JSON.parse(body ?? '{}') : {}) as { reason?: string | null }
  return {
    seq, at, by: { id: by, name: names.get(by) ?? '' }, group: groupOf(kind), kind,
    application: application === null || application_id === null || intake === null ? null : { id: application, applicationId: application_id, intakeId: intake, intakeName: name ?? '' },
    reason: reason ?? null,
  }
}
