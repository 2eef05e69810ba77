import type { Reader } from './database.ts'
import type { EntryKind } from './journal.ts'

/** How far the journal had come: the hash of an entry proves everything before it, so that neither a restored nor a rolled-back store is taken for this one. */
export type Mark = { seq: number; hash: Uint8Array }
export type Since = { end: Mark; entries: { application: number | null; kind: EntryKind }[] }

/** Where the journal ends now. */
export function journalEnd(db: Reader): Mark {
  return db.get<Mark>('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1') ?? { seq: 0, hash: new Uint8Array() }
}

/** What has been entered since a mark; null when the mark is of another journal, or more than `most` have come. */
export function since(db: Reader, mark: Mark, most: number): Since | null {
  const end = journalEnd(db)
  if (end.seq === mark.seq) return same(end.hash, mark.hash) ? { end, entries: [] } : null
  if (end.seq < mark.seq || end.seq - mark.seq > most) return null
  const then = db.get<Mark>('SELECT seq, hash FROM journal WHERE seq = ?', mark.seq)
  if (mark.seq > 0 && !(then && same(then.hash, mark.hash))) return null
  return { end, entries: db.all<Since['entries'][number]>('SELECT application, kind FROM journal WHERE seq > ? AND seq <= ?', mark.seq, end.seq) }
}

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0
