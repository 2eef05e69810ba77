import { EXTRACT_SEQ, type ExtractKind, storedRow } from '../cases/cases.ts'
import { personWithout } from '../cases/person-of.ts'
import { layoutFacts } from '../cases/programme-of-intake.ts'
import type { Reader } from '../store/database.ts'
import type { TakenBack } from './appliers.ts'

const ENTRY: Record<ExtractKind, string> = { register: 'register.read', permits: 'permit.read' }
const ROWS = `
  SELECT j.seq FROM journal j WHERE j.application = ? AND j.kind = ?
    AND NOT EXISTS (SELECT 1 FROM extract_taken_back t WHERE t.seq = j.seq)
    AND NOT EXISTS (SELECT 1 FROM intake_file f WHERE f.undone_seq IS NOT NULL AND j.seq > f.opened_seq AND j.seq < f.taken_seq)
  ORDER BY j.seq DESC`

/**
 * The extract rows that cases rest on only because of a joining: they came after it, and their number is none of the person's once it is undone. Each case then rests on the
 * newest row on a number of its own, or on none until the extract is read again.
 */
export function rowsOfJoining(db: Reader, pair: readonly [number, number]): TakenBack[] {
  const out: TakenBack[] = []
  const since = Number(db.value('SELECT seq FROM same_person WHERE a = ? AND b = ?', ...pair) ?? 0)
  const person = new Set(pair.flatMap(id => personWithout(db, id, pair)))
  for (const application of person) {
    const numbers = new Set(personWithout(db, application, pair).map(id => String(db.value('SELECT identity FROM application WHERE id = ?', id) ?? '')))
    for (const kind of ['register', 'permits'] as const) {
      if (db.value(`SELECT ${EXTRACT_SEQ[kind]} FROM application WHERE id = ?`, application) === null) continue
      const rows = db.raw(ROWS, application, ENTRY[kind]).map(([seq]) => Number(seq))
      const foreign = rows.filter(seq => { const number = seq > since ? numberOfRow(db, seq) : null; return number !== null && !numbers.has(number) })
      if (foreign.length > 0) out.push({ application, kind, seq: rows.find(seq => !foreign.includes(seq)) ?? null, rows: foreign })
    }
  }
  return out
}

/** The identity number that a row of an extract is about; null where the row has been deleted by law. */
function numberOfRow(db: Reader, seq: number): string | null {
  const row = storedRow(db, seq)
  const number = row.cells[layoutFacts(db, row.layout).indexOf('identity.number')]
  return typeof number === 'string' ? number : null
}
