import { hash as digest } from 'node:crypto'
import { Fault } from '../../../shared/fault.ts'
import type { Reader, Row, Writer } from './database.ts'

/** What is written in the journal. A kind's body is all that is needed to do it again. */
export type EntryKind =
  | 'store.created' | 'store.setting' | 'caseworker.added' | 'caseworker.changed' | 'caseworker.ended' | 'caseworker.passphrase-set' | 'passphrase.changed' | 'recovery.renewed' | 'backup.created' | 'backup.restored' | 'journal.verified'
  | 'programme.imported' | 'intake.rules-adopted' | 'case.rejudged'
  | 'intake.created' | 'intake.updated' | 'file.opened' | 'file.taken' | 'file.undone' | 'file.vanished' | 'lights.moved' | 'mapping.remembered' | 'mapping.forgotten'
  | 'case.assigned' | 'case.express' | 'filter.saved' | 'filter.removed'
  | 'application.added' | 'application.changed' | 'register.read' | 'permit.read'
  | 'fact.corrected' | 'fact.withdrawn' | 'fact.stated' | 'fact.unstated' | 'light.established' | 'decision.made'
  | 'light.overridden' | 'light.held' | 'light.confirmed' | 'light.returned' | 'light.lapsed' | 'step.undone'
  | 'document.received' | 'document.marked' | 'document.removed'
  | 'issuer.added' | 'issuer.changed' | 'issuer.withdrawn' | 'status-list.imported' | 'proof.accepted' | 'proof.refused' | 'proof.judged' | 'proof.rechecked' | 'proof.withdrawn'
  | 'consent.withdrawn' | 'consent.given'
  | 'person.joined' | 'person.parted' | 'person.told-apart' | 'person.reopened'
  | 'request.made' | 'request.reminded' | 'request.answered' | 'request.closed' | 'note.added' | 'note.amended'
  | 'case.read' | 'form.read' | 'document.read' | 'letter.read' | 'lights.exported' | 'log.read' | 'log.exported'

export type NewEntry = { kind: EntryKind; application?: number | null; body: string; hash?: Uint8Array }
/** A row of a file: its text in bytes and its content hash come from the thread that read it. */
export type RowEntry = { kind: EntryKind; application: number; body: Uint8Array; hash: Uint8Array }
export type Entry = { seq: number; at: string; by: number; application: number | null; kind: EntryKind; body: string | null }

const START = Buffer.alloc(32)
const sha = (text: string | Uint8Array) => digest('sha256', text, 'buffer')
const scratch = Buffer.alloc(512)

function chained(previous: Uint8Array, seq: number, at: string, by: number, application: number | null, kind: string, contentHash: Uint8Array): Buffer {
  scratch.set(previous, 0)
  scratch.set(contentHash, 32)
  const length = scratch.write(`${seq}\n${at}\n${by}\n${application ?? ''}\n${kind}`, 64, 'latin1')
  return digest('sha256', scratch.subarray(0, 64 + length), 'buffer')
}

/**
 * The record of everything that was done. Entries are chained over the hash of their content, so that a content that must be
 * deleted by law can go and the chain still proves the rest. An entry is written in the same transaction as what it records.
 */
export type Journal = {
  append(entry: NewEntry | RowEntry, at: string, by: number): number
  /** Forgets the end of the chain, after a rollback. */
  reset(): void
}

const INSERT = 'INSERT INTO journal (seq, at, by, application, kind, content_hash, hash, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'
const INSERT_BYTES = INSERT.replace('?)', 'CAST(? AS TEXT))')

export function openJournal(db: Writer): Journal {
  let last: { seq: number; hash: Uint8Array } | null = null
  const end = () => {
    if (last) return last
    const row = db.get<{ seq: number; hash: Uint8Array }>('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1')
    return (last = row ?? { seq: 0, hash: START })
  }
  return {
    append: (entry, at, by) => {
      const { seq: previousSeq, hash: previous } = end()
      const seq = previousSeq + 1
      const contentHash = entry.hash ?? sha(entry.body)
      const application = entry.application ?? null
      const hash = chained(previous, seq, at, by, application, entry.kind, contentHash)
      db.run(typeof entry.body === 'string' ? INSERT : INSERT_BYTES, seq, at, by, application, entry.kind, contentHash, hash, entry.body)
      last = { seq, hash }
      return seq
    },
    reset: () => { last = null },
  }
}

type JournalRow = Row & { seq: number; at: string; by: number; application: number | null; kind: EntryKind; content_hash: Uint8Array; hash: Uint8Array; body: string | null }

/** Walks the whole chain and gives each entry to `take`. Throws Fault journal-broken at the first link that does not hold. */
export function walkJournal(db: Reader, take: (entry: Entry) => void): number {
  let previous: Uint8Array = START
  let seq = 0
  for (const row of db.each<JournalRow>('SELECT seq, at, by, application, kind, content_hash, hash, body FROM journal ORDER BY seq')) {
    seq++
    const whole = row.seq === seq
      && Buffer.compare(chained(previous, row.seq, row.at, row.by, row.application, row.kind, row.content_hash), row.hash) === 0
      && (row.body === null || Buffer.compare(sha(row.body), row.content_hash) === 0)
    if (!whole) throw new Fault('journal-broken', { seq })
    previous = row.hash
    take({ seq: row.seq, at: row.at, by: row.by, application: row.application, kind: row.kind, body: row.body })
  }
  return seq
}

/** The body of an entry. */
export function entryBody(db: Reader, seq: number): string | null {
  const row = db.get<{ body: string | null }>('SELECT body FROM journal WHERE seq = ?', seq)
  return row?.body ?? null
}
