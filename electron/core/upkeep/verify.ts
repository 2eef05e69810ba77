import { createHash } from 'node:crypto'
import { setImmediate as immediately } from 'node:timers/promises'
import { Fault } from '../../../shared/fault.ts'
import { screenCases } from '../cases/screen-cases.ts'
import type { Context } from '../context.ts'
import { openMemory, type Reader, type Row } from '../store/database.ts'
import { walkJournal } from '../store/journal.ts'
import { migrate } from '../store/migrate.ts'
import { type Appliers, registerFunctions } from '../store/store.ts'

const TABLES = ['caseworker', 'setting', 'rule_set', 'programme', 'layout', 'intake', 'intake_file', 'mapping', 'application', 'correction', 'stated', 'issuer', 'status_list', 'credential', 'consent', 'document', 'decision', 'pending', 'same_person', 'extract_taken_back', 'desk_filter', 'request', 'request_event', 'letter', 'note'] as const
const KEY: Record<(typeof TABLES)[number], string> = { caseworker: 'id', setting: 'key', rule_set: 'id', programme: 'id', layout: 'id', intake: 'id', intake_file: 'id', mapping: 'id', application: 'id', correction: 'application, fact', stated: 'application, fact, source', issuer: 'id', status_list: 'id', credential: 'id', consent: 'application', document: 'id', decision: 'id', pending: 'application', same_person: 'a, b', extract_taken_back: 'seq', desk_filter: 'id', request: 'id', request_event: 'id', letter: 'id', note: 'id' }

/**
 * Proves that the tables are what the journal says: walks the chain, replays it into an empty store and compares row by row.
 * Throws Fault journal-broken with the entry where the chain breaks, or the last one where a table differs.
 */
export async function verifyJournal({ store, progress, signal }: Context, appliers: Appliers): Promise<{ entries: number; cases: number }> {
  const copy = openMemory()
  try {
    registerFunctions(copy)
    migrate(copy)
    const total = Number(store.read.value('SELECT count(*) FROM journal') ?? 0)
    copy.begin()
    const entries = walkJournal(store.read, entry => {
      copy.run('INSERT INTO journal (seq, at, by, application, kind, content_hash, hash, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', entry.seq, entry.at, entry.by, entry.application, entry.kind, new Uint8Array(), new Uint8Array(), entry.body)
      if (entry.body !== null) appliers[entry.kind]?.(copy, { ...entry, body: entry.body })
      if (entry.seq % 2000 === 0) {
        progress('journal', entry.seq, total)
        if (signal.aborted) throw new Fault('cancelled')
      }
    })
    for (const { id } of copy.all<{ id: number }>('SELECT id FROM intake')) {
      const cases = copy.raw('SELECT id FROM application WHERE intake = ?', id).map(([caseId]) => Number(caseId))
      await screenCases(copy, id, cases, async done => {
        progress('bedömning', done, cases.length)
        if (signal.aborted) throw new Fault('cancelled')
      })
    }
    copy.commit()
    for (const table of TABLES) {
      const sql = `SELECT * FROM ${table} ORDER BY ${KEY[table]}`
      const replayed = copy.each<Row>(sql)
      try {
        for (const row of store.read.each<Row>(sql)) {
          if (JSON.stringify(replayed.next().value) !== JSON.stringify(row)) throw new Fault('journal-broken', { seq: entries, table })
        }
        if (replayed.next().done !== true) throw new Fault('journal-broken', { seq: entries, table })
      } finally {
        // A database with a question half answered cannot be closed, and that error would hide this one.
        replayed.return?.()
      }
    }
    for (const form of store.read.each<Row & { form_hash: string; pdf: Uint8Array }>('SELECT d.form_hash, f.pdf FROM decision d LEFT JOIN decision_form f ON f.decision = d.id')) {
      if (createHash('sha256').update(form.pdf ?? '').digest('hex') !== form.form_hash) throw new Fault('journal-broken', { seq: entries, table: 'decision_form' })
    }
    for (const letter of store.read.each<Row & { hash: string; pdf: Uint8Array | null }>('SELECT l.hash, p.pdf FROM letter l LEFT JOIN letter_pdf p ON p.letter = l.id')) {
      if (createHash('sha256').update(letter.pdf ?? '').digest('hex') !== letter.hash) throw new Fault('journal-broken', { seq: entries, table: 'letter_pdf' })
    }
    for (const list of store.read.each<Row & { hash: string; token: string | null }>('SELECT l.hash, t.token FROM status_list l LEFT JOIN status_list_token t ON t.list = l.id')) {
      if (createHash('sha256').update(list.token ?? '').digest('hex') !== list.hash) throw new Fault('journal-broken', { seq: entries, table: 'status_list_token' })
    }
    await verifyDocuments(store.read, entries, progress, signal)
    return { entries, cases: Number(store.read.value('SELECT count(*) FROM application') ?? 0) }
  } finally {
    copy.close()
  }
}

/** Every document's bytes are those whose hash the journal holds, and there are none besides. */
async function verifyDocuments(db: Reader, seq: number, progress: Context['progress'], signal: AbortSignal): Promise<void> {
  const broken = () => new Fault('journal-broken', { seq, table: 'document_bytes' })
  const documents = db.all<{ id: number; hash: string }>('SELECT id, hash FROM document ORDER BY id')
  for (const [at, { id, hash }] of documents.entries()) {
    const digest = createHash('sha256')
    for (const row of db.all<Row & { bytes: Uint8Array }>('SELECT bytes FROM document_bytes WHERE document = ? ORDER BY part', id)) digest.update(row.bytes)
    if (digest.digest('hex') !== hash) throw broken()
    progress('handlingar', at + 1, documents.length)
    await immediately()
    if (signal.aborted) throw new Fault('cancelled')
  }
  if (db.value('SELECT 1 FROM document_bytes WHERE document NOT IN (SELECT id FROM document) LIMIT 1') !== undefined) throw broken()
}
