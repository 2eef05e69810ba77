import { restApplication, setExtract } from '../cases/appliers.ts'
import type { StoredRow } from '../cases/facts.ts'
import type { Reader, Row, Writer } from '../store/database.ts'
import { entryBody } from '../store/journal.ts'

const ROWS = { application: `'application.added', 'application.changed'`, register: `'register.read'`, permits: `'permit.read'` } as const
/** Tables that go with a case; whatever else speaks of a case keeps its file from being undone. */
export const GO_WITH_CASE = ['correction', 'stated', 'pending'] as const

/** The cases that a file's rows are about. */
export function casesOfFile(db: Reader, file: number): number[] {
  return db.raw(
    `SELECT DISTINCT j.application FROM intake_file f JOIN journal j ON j.seq > f.opened_seq AND j.seq < f.taken_seq WHERE f.id = ? AND j.application IS NOT NULL`, file,
  ).map(([id]) => Number(id))
}

/** The newest row of a kind that a case rests on when undone files (and `without`) count no more, or null. */
export function standing(db: Reader, application: number, kind: keyof typeof ROWS, without = 0): number | null {
  const seq = db.value(
    `SELECT max(j.seq) FROM journal j WHERE j.application = ? AND j.kind IN (${ROWS[kind]})
       AND NOT EXISTS (SELECT 1 FROM extract_taken_back t WHERE t.seq = j.seq)
       AND NOT EXISTS (SELECT 1 FROM intake_file f WHERE (f.undone_seq IS NOT NULL OR f.id = ?) AND j.seq > f.opened_seq AND j.seq < f.taken_seq)`, application, without,
  )
  return seq === null || seq === undefined ? null : Number(seq)
}

/** What undoing a file does to the tables: each case rests again on what is left, and one of which nothing is left goes. Its light is for the caller. */
export function undoRows(db: Writer, seq: number, file: number): void {
  db.run('UPDATE intake_file SET undone_seq = ? WHERE id = ?', seq, file)
  for (const id of casesOfFile(db, file)) {
    const application = standing(db, id, 'application')
    if (application === null) {
      for (const table of GO_WITH_CASE) db.run(`DELETE FROM ${table} WHERE application = ?`, id)
      db.run('DELETE FROM application WHERE id = ?', id)
      continue
    }
    const row = db.get<Row & { application_seq: number }>('SELECT application_seq FROM application WHERE id = ?', id)
    if (row && row.application_seq !== application) restApplication(db, id, application, JSON.parse(entryBody(db, application) ?? '{}') as StoredRow)
    for (const kind of ['register', 'permits'] as const) setExtract(db, id, kind, standing(db, id, kind))
    db.run('UPDATE application SET version = ? WHERE id = ?', seq, id)
  }
  // Who was missing from the undone file is not missing any more: an older file said nothing of it.
  db.run('UPDATE application SET vanished = NULL, version = ? WHERE vanished = ?', seq, file)
  for (const [id, missingFrom] of missingAgain(db, seq, file)) db.run('UPDATE application SET vanished = ?, version = ? WHERE id = ?', missingFrom, seq, id)
}

/** Who was there again in the undone file is missing as before it: from the latest file that still counts and did not have them. */
function missingAgain(db: Reader, seq: number, undone: number): Map<number, number> {
  const counts = new Map(db.raw('SELECT id, undone_seq FROM intake_file').map(([id, gone]) => [Number(id), gone === null]))
  const bodies = db.raw(`SELECT body FROM journal WHERE kind = 'file.vanished' AND seq < ? ORDER BY seq`, seq).map(([body]) => JSON.parse(String(body)) as { file: number; vanished: number[]; returned: number[] })
  const returned = new Set(bodies.filter(b => b.file === undone).flatMap(b => b.returned))
  const missing = new Map<number, number>()
  if (returned.size === 0) return missing
  for (const b of bodies) {
    if (counts.get(b.file) !== true) continue
    for (const id of b.vanished) if (returned.has(id)) missing.set(id, b.file)
    for (const id of b.returned) missing.delete(id)
  }
  return missing
}
