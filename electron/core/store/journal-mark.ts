import type { Reader } from './database.ts'
import type { EntryKind } from './journal.ts'

/** How far the journal had come: the hash of an entry proves everything before it, so that neither a restored nor a rolled-back store is taken for this one. */
export type Mark = { seq: number; hash: Uint8Array }
export type Since = { end: Mark; entries: { application: number | null; kind: EntryKind }[] }

/** Where the journal ends now. */
export function journalEnd(db: Reader): Mark {
  return db.get<Mark>('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1') ?? { seq: 0, hash: new Uint8Array() }
}

/** Entries one after another, the first and the last included. */
export type Stretch = { from: number; to: number }

/** What has been entered since a mark but for the given stretches, which come in order; null when the mark is of another journal, or more than `most` have come. */
export function since(db: Reader, mark: Mark, most: number, but: readonly Stretch[] = []): Since | null {
  const end = journalEnd(db)
  if (end.seq === mark.seq) return same(end.hash, mark.hash) ? { end, entries: [] } : null
  if (end.seq < mark.seq) return null
  const asked = between(mark.seq + 1, end.seq, but)
  if (asked.reduce((sum, { from, to }) => sum + to - from + 1, 0) > most) return null
  const then = db.get<Mark>('SELECT seq, hash FROM journal WHERE seq = ?', mark.seq)
  if (mark.seq > 0 && !(then && same(then.hash, mark.hash))) return null
  return { end, entries: asked.flatMap(({ from, to }) => db.all<Since['entries'][number]>('SELECT application, kind FROM journal WHERE seq BETWEEN ? AND ?', from, to)) }
}

/** What of a stretch lies between others. */
function between(from: number, to: number, others: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = []
  let next = from
  for (const other of others) {
    if (other.to < next || other.from > to) continue
    if (other.from > next) left.push({ from: next, to: other.from - 1 })
    next = other.to + 1
  }
  return next > to ? left : [...left, { from: next, to }]
}

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0
