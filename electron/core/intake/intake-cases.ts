import { caseAppliers } from '../cases/appliers.ts'
import type { Row, Writer } from '../store/database.ts'
import type { EntryKind } from '../store/journal.ts'
import { type HeldCases, heldCases } from './held-cases.ts'
import { tableCases } from './table-cases.ts'

/** More cases than these are not held in memory: a million rows need no more of it than a hundred thousand. */
export const MOST_HELD_CASES = 110_000
const ENTRIES_AT_ONCE = 500

export type IntakeCases = HeldCases & {
  /** The first number that was free when the reading began: cases from it on are new. */
  readonly first: number
  /** Goes over to asking the tables when there are more cases than memory should hold, or a file is said to hold more. Called between batches. */
  relieve(expected?: number): void
}

/** The cases of an intake while its files are read: in memory as long as they are few enough, else in the tables. Works inside the reading's transaction. */
export function intakeCases(db: Writer, intake: number, { most = MOST_HELD_CASES, extractsAwaited = false }: { most?: number | undefined; extractsAwaited?: boolean } = {}): IntakeCases {
  // The number of a case that was taken away with its file is never given to another.
  const first = Number(db.value('SELECT max(coalesce((SELECT max(id) FROM application), 0), coalesce((SELECT max(application) FROM journal WHERE application IS NOT NULL), 0))')) + 1
  const begin = Number(db.value('SELECT coalesce(max(seq), 0) FROM journal'))
  const stored = Number(db.value('SELECT count(*) FROM application WHERE intake = ?', intake))
  let now = stored > most ? tableCases(db, intake, first, first) : heldCases(db, intake, first, extractsAwaited)
  let seen: number[] = []
  let wentOver = false
  return {
    first,
    get size() { return now.size },
    get inTables() { return now.inTables },
    byApplicationId: id => now.byApplicationId(id),
    ofPerson: identity => now.ofPerson(identity),
    personNumber: identity => now.personNumber(identity),
    nextId: () => now.nextId(),
    see: found => {
      if (!now.inTables && found.id < first) seen.push(found.id)
      now.see(found)
    },
    add: found => now.add(found),
    setApplication: (found, identity, row) => now.setApplication(found, identity, row),
    setExtract: (found, kind, row) => now.setExtract(found, kind, row),
    keepBody: body => now.keepBody(body),
    missing: () => now.missing(),
    release: () => now.release(),
    relieve: (expected = 0) => {
      if (now.inTables || Math.max(now.size, expected) <= most) return
      const next = now.nextId()
      now.release()
      writeEntries(db, begin, first)
      now = tableCases(db, intake, first, next)
      for (const id of seen) now.see({ id })
      seen = []
      wentOver = true
    },
    keep: () => {
      now.keep()
      wentOver = false
    },
    drop: () => {
      // What earlier files of this reading brought went into the tables together with the broken file's rows, and out with them.
      if (wentOver) {
        writeEntries(db, begin, first)
        now = tableCases(db, intake, first, Number(db.value('SELECT max(?, coalesce((SELECT max(application) FROM journal WHERE application IS NOT NULL), 0) + 1)', first)))
      }
      now.drop()
      wentOver = false
    },
  }
}

/** Puts the new cases of this reading into the tables, as their entries say; their lights follow. */
function writeEntries(db: Writer, after: number, first: number): void {
  for (let last = after; ;) {
    const entries = db.all<Row & { seq: number; at: string; by: number; application: number; kind: EntryKind; body: string }>(
      'SELECT seq, at, by, application, kind, body FROM journal WHERE seq > ? AND application >= ? ORDER BY seq LIMIT ?', last, first, ENTRIES_AT_ONCE,
    )
    for (const entry of entries) caseAppliers[entry.kind]?.(db, entry)
    if (entries.length < ENTRIES_AT_ONCE) return
    last = entries.at(-1)?.seq ?? last
  }
}
