import { setExtract } from '../cases/appliers.ts'
import type { ExtractKind } from '../cases/cases.ts'
import type { Writer } from '../store/database.ts'
import type { Appliers } from '../store/store.ts'

/**
 * A verdict on two applications. It is written once for each of them, so that it stands in the history of both; the entry of the lesser one changes the tables.
 * `applicationId` and `intake` name the other one as it was.
 */
export type VerdictBody = { other: number; applicationId: string; intake: string; reason: string }
/** What a case rests on when a joining no longer holds: an earlier row of its own, or none, and the rows that are not its own. */
export type TakenBack = { application: number; kind: ExtractKind; seq: number | null; rows: number[] }
export type PartedBody = VerdictBody & { takenBack: TakenBack[] }

type Applied = { seq: number; at: string; by: number; application: number | null; body: string }

/** The two applications of an entry when it is the one that changes the tables. */
function pairOf(e: Applied, { other }: VerdictBody): [number, number] | null {
  return e.application !== null && e.application < other ? [e.application, other] : null
}

const said = (verdict: 'same' | 'other') => (db: Writer, e: Applied) => {
  const body = JSON.parse(e.body) as VerdictBody
  const pair = pairOf(e, body)
  if (pair) db.run('INSERT INTO same_person (a, b, verdict, reason, at, by, seq) VALUES (?, ?, ?, ?, ?, ?, ?)', ...pair, verdict, body.reason, e.at, e.by, e.seq)
}

function takeBack(db: Writer, e: Applied): void {
  const pair = pairOf(e, JSON.parse(e.body) as VerdictBody)
  if (pair) db.run('DELETE FROM same_person WHERE a = ? AND b = ?', ...pair)
}

/** What caseworkers' words about persons do to the tables. */
export const personAppliers: Appliers = {
  'person.joined': said('same'),
  'person.told-apart': said('other'),
  'person.reopened': takeBack,
  'person.parted': (db, e) => {
    takeBack(db, e)
    for (const { application, kind, seq, rows } of (JSON.parse(e.body) as PartedBody).takenBack) {
      for (const row of rows) db.run('INSERT OR IGNORE INTO extract_taken_back (seq) VALUES (?)', row)
      setExtract(db, application, kind, seq)
      db.run('UPDATE application SET version = ? WHERE id = ?', e.seq, application)
    }
  },
}
