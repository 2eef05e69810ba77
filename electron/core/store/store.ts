import { existsSync, mkdirSync, rmSync } from 'node:fs'
import type { StoreProfile } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import { type Db, type Reader, type Writer, openDatabase } from './database.ts'
import { noFileRow } from './file-rows.ts'
import { type EntryKind, type Journal, type NewEntry, openJournal, type RowEntry } from './journal.ts'
import { foldText } from './search.ts'
import { migrate, STORE_VERSION, storeVersion } from './migrate.ts'
import { storePaths } from './paths.ts'
import { openSpool, type Spool } from './spool.ts'

export type Store = {
  profile: StoreProfile
  /** For questions. In the window they are asked on a connection of their own, so they never wait for a long write. */
  read: Reader
  write: Writer
  journal: Journal
  spool: Spool | null
  caseworkerId: number
  now(): string
  /** Writes one journal entry and lets its applier change the tables. Must run inside a transaction. */
  record(entry: NewEntry): number
  /** Writes one journal entry only. For the thousands of rows of a file: their reader writes what the appliers would, once for all of them. */
  enter(entry: RowEntry): number
  close(): void
}
/** Changes the tables as an entry says: the same function when it happens and when the journal is replayed. */
export type Applier = (db: Writer, entry: { seq: number; at: string; by: number; application: number | null; body: string }) => void
export type Appliers = Partial<Record<EntryKind, Applier>>

/** Opens a store with its data key. `readonly` gives a store whose writer refuses. Throws Fault store-damaged, store-newer or store-missing. */
export function openStore(root: string, profile: StoreProfile, key: Uint8Array, options: { create?: boolean; readonly?: boolean; temporary?: boolean; caseworkerId?: number; appliers: Appliers; clock?: () => string }): Store {
  const paths = storePaths(root, profile)
  if (!options.create && !existsSync(paths.database)) throw new Fault('store-missing')
  if (options.create) mkdirSync(paths.folder, { recursive: true })
  const db = openDatabase(paths.database, key, { readonly: options.readonly ?? false, temporary: options.temporary ?? false })
  try {
    registerFunctions(db)
    if (!options.readonly) migrate(db)
    else if (storeVersion(db) > STORE_VERSION) throw new Fault('store-newer', { found: storeVersion(db), known: STORE_VERSION })
    return storeOver(db, profile, options.appliers, { caseworkerId: options.caseworkerId ?? 0, ...(options.clock ? { clock: options.clock } : {}), spool: openSpool(paths.spool, key) })
  } catch (error) {
    db.close()
    throw error
  }
}

/** The time as ISO 8601 in UTC; a long write asks for it a hundred thousand times. */
function isoClock(): () => string {
  let last = 0
  let text = ''
  return () => {
    const ms = Date.now()
    if (ms !== last) {
      last = ms
      text = new Date(ms).toISOString()
    }
    return text
  }
}

/** The SQL functions that queries use. */
export function registerFunctions(db: Db): void {
  db.register('fold', value => (typeof value === 'string' ? foldText(value) : ''))
}

export function storeOver(db: Db, profile: StoreProfile, appliers: Appliers, options: { caseworkerId: number; clock?: () => string; spool: Spool | null }): Store {
  const journal = openJournal(db)
  const now = options.clock ?? isoClock()
  const enter = (entry: NewEntry | RowEntry, at: string) => {
    if (!db.inTransaction) throw new Error('a journal entry is written in the transaction of what it records')
    return journal.append(entry, at, store.caseworkerId)
  }
  const store: Store = {
    profile, read: db, write: db, journal, spool: options.spool, caseworkerId: options.caseworkerId, now,
    record: entry => {
      const at = now()
      const seq = enter(entry, at)
      appliers[entry.kind]?.(db, { seq, at, by: store.caseworkerId, application: entry.application ?? null, body: entry.body })
      return seq
    },
    enter: entry => enter(entry, now()),
    close: () => {
      options.spool?.close()
      db.close()
    },
  }
  return store
}

/** Runs a change: all of it with its journal entries, or nothing. Throws Fault store-busy while a long write is under way. */
export function change<T>(store: Store, work: () => T): T {
  if (store.write.inTransaction) throw new Fault('store-busy')
  try {
    const { result, reads } = store.write.transaction(() => {
      const journalled = journalReads(store)
      return { result: work(), reads: journalled }
    })
    store.spool?.done(reads)
    return result
  } catch (error) {
    store.journal.reset()
    throw error
  }
}

/** Moves waiting reads into the journal, inside the present transaction. */
function journalReads(store: Store): string[] {
  const waiting = store.spool?.waiting() ?? []
  for (const read of waiting) {
    // A read journalled just before a power cut still waits here; it is not written twice.
    const body = JSON.stringify({ id: read.id, reason: read.reason, ...(read.document ? { document: read.document } : {}) })
    const application = read.application || null
    const known = application === null
      ? store.write.value(`SELECT 1 FROM journal WHERE kind = ? AND at = ? AND ${noFileRow('kind')} AND body = ?`, read.kind, read.at, body)
      : store.write.value('SELECT 1 FROM journal WHERE application = ? AND kind = ? AND body = ?', application, read.kind, body)
    if (known === undefined) {
      store.journal.append({ kind: read.kind, application, body }, read.at, read.by)
    }
  }
  return waiting.map(r => r.id)
}

/** Writes waiting reads into the journal when nothing else is being written. */
export function settleReads(store: Store): void {
  if (!store.write.inTransaction && (store.spool?.waiting().length ?? 0) > 0) change(store, () => undefined)
}

/** Removes a store's files. Only for the sample store. */
export function removeStore(root: string, profile: StoreProfile): void {
  rmSync(storePaths(root, profile).folder, { recursive: true, force: true })
}
