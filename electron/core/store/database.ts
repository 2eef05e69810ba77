import Database from 'better-sqlite3'
import { Fault } from '../../../shared/fault.ts'
import { sqliteBinding } from './native.ts'

type Statement = Database.Statement<unknown[], unknown>
export type Row = Record<string, string | number | null | Uint8Array>
type Param = string | number | null | Uint8Array | bigint

/** A handle that can only be asked. */
export type Reader = {
  all<T extends Row>(sql: string, ...params: Param[]): T[]
  get<T extends Row>(sql: string, ...params: Param[]): T | undefined
  /** The first column of the first row. */
  value(sql: string, ...params: Param[]): Param | undefined
  each<T extends Row>(sql: string, ...params: Param[]): IterableIterator<T>
  /** Rows as arrays, for long lists. */
  raw(sql: string, ...params: Param[]): Param[][]
  /** Rows as arrays, one at a time. */
  eachRaw(sql: string, ...params: Param[]): IterableIterator<Param[]>
}
/** A handle that can also change. */
export type Writer = Reader & {
  run(sql: string, ...params: Param[]): { changes: number; lastInsertRowid: number | bigint }
  /** Runs all or nothing. Nested calls join the outer one. */
  transaction<T>(work: () => T): T
  begin(): void
  commit(): void
  rollback(): void
  readonly inTransaction: boolean
  /** What is worth remembering until the transaction (or a savepoint in it) ends; a rollback may make it untrue. */
  readonly memo: Map<string, unknown>
  /** A long write keeps its pages in memory instead of writing and reading them again: cache size in MB. */
  cache(megabytes: number): void
  /** The write that follows leaves moving its pages into the file to `settle`: who waits for it need not wait for that too. */
  putOffMoving(): void
  /** Moves what was put off, when nothing is being written. */
  settle(): void
}
export type Db = Writer & { exec(sql: string): void; close(): void; readonly path: string; register(name: string, fn: (value: unknown) => unknown): void }

/** Page cache of a connection in MB, in peace and during a long write. */
export const CACHE_MB = 64
export const LONG_WRITE_CACHE_MB = 160

const CHECKPOINT_PAGES = 1000

/** Opens an encrypted file (created if absent and not readonly) with a raw 32-byte key. Throws Fault store-damaged when key and file do not belong together. */
export function openDatabase(path: string, key: Uint8Array, options: { readonly?: boolean; temporary?: boolean; syncedBeside?: boolean } = {}): Db {
  const binding = sqliteBinding()
  const raw = new Database(path, { readonly: options.readonly ?? false, ...(binding ? { nativeBinding: binding } : {}) })
  try {
    // The cipher is named at every open: the library's default is another one.
    raw.pragma(`cipher='sqlcipher'`)
    // A driver without encryption would ignore the key without a word. The file itself must not be opened to look: closing it again would drop SQLite's locks.
    if (raw.pragma('cipher', { simple: true }) !== 'sqlcipher') throw new Error('this database driver does not encrypt')
    raw.pragma('legacy=4')
    raw.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`)
    // A store that is gone after this run need not outlive a power cut: nothing is written twice, to a log and then to its file. Nobody else reads it.
    raw.pragma(options.temporary ? 'journal_mode=MEMORY' : 'journal_mode=WAL')
    // Where whoever writes has the log brought to the disk beside the work, a commit does not wait for it.
    raw.pragma(options.temporary ? 'synchronous=OFF' : options.syncedBeside ? 'synchronous=NORMAL' : 'synchronous=FULL')
    if (options.temporary) raw.pragma('locking_mode=EXCLUSIVE')
    raw.pragma('foreign_keys=ON')
    raw.pragma('busy_timeout=5000')
    raw.pragma(`cache_size=-${CACHE_MB * 1024}`)
    raw.pragma('temp_store=MEMORY')
    raw.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch (error) {
    raw.close()
    throw databaseFault(error)
  }
  return wrap(raw, path, options.temporary ?? false)
}

/** An empty encrypted-scheme-free database in memory, for replaying a journal. */
export function openMemory(): Db {
  const binding = sqliteBinding()
  return wrap(new Database(':memory:', binding ? { nativeBinding: binding } : {}), ':memory:', true)
}

function wrap(raw: Database.Database, path: string, temporary: boolean): Db {
  let putOff = false
  const cache = new Map<string, Statement>()
  const prepared = (sql: string): Statement => {
    let statement = cache.get(sql)
    if (!statement) cache.set(sql, (statement = raw.prepare(sql)))
    return statement
  }
  const memo = new Map<string, unknown>()
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw databaseFault(error)
    }
  }
  const db: Db = {
    path,
    all: <T extends Row>(sql: string, ...params: Param[]) => guarded(() => prepared(sql).all(...params) as T[]),
    get: <T extends Row>(sql: string, ...params: Param[]) => guarded(() => prepared(sql).get(...params) as T | undefined),
    value: (sql, ...params) => guarded(() => Object.values((prepared(sql).get(...params) ?? {}) as Row)[0]),
    each: <T extends Row>(sql: string, ...params: Param[]) => raw.prepare(sql).iterate(...params) as IterableIterator<T>,
    raw: (sql, ...params) => guarded(() => {
      const statement = raw.prepare(sql)
      return statement.raw(true).all(...params) as Param[][]
    }),
    eachRaw: (sql, ...params) => raw.prepare(sql).raw(true).iterate(...params) as IterableIterator<Param[]>,
    run: (sql, ...params) => guarded(() => prepared(sql).run(...params)),
    transaction: work => {
      if (raw.inTransaction) return work()
      db.begin()
      try {
        const result = work()
        db.commit()
        return result
      } catch (error) {
        if (raw.inTransaction) db.rollback()
        throw error
      }
    },
    begin: () => guarded(() => { memo.clear(); prepared('BEGIN IMMEDIATE').run() }),
    commit: () => guarded(() => { memo.clear(); prepared('COMMIT').run() }),
    rollback: () => guarded(() => { memo.clear(); prepared('ROLLBACK').run() }),
    memo,
    cache: megabytes => void raw.pragma(`cache_size=-${megabytes * 1024}`),
    putOffMoving: () => {
      putOff = true
      raw.pragma('wal_autocheckpoint=0')
    },
    settle: () => guarded(() => {
      if (!putOff || temporary || raw.inTransaction) return
      putOff = false
      raw.pragma('wal_checkpoint(PASSIVE)')
      raw.pragma(`wal_autocheckpoint=${CHECKPOINT_PAGES}`)
    }),
    get inTransaction() { return raw.inTransaction },
    exec: sql => guarded(() => void raw.exec(sql)),
    close: () => {
      cache.clear()
      // Everything is in the one file when nobody works in it; a connection beside this one may still read, then its close does it.
      try {
        if (!temporary && !raw.readonly && raw.open && !raw.inTransaction) raw.pragma('wal_checkpoint(TRUNCATE)')
      } catch {
        // A damaged or full disk keeps the log beside the store; the next opening takes it in.
      } finally {
        raw.close()
      }
    },
    register: (name, fn) => { raw.function(name, { deterministic: true }, fn) },
  }
  return db
}

/** Turns SQLite's errors into faults a person can act on; others pass as they are. */
export function databaseFault(error: unknown): unknown {
  const code = error instanceof Database.SqliteError ? error.code : ''
  if (code === 'SQLITE_FULL') return new Fault('disk-full')
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return new Fault('store-damaged')
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new Fault('store-busy')
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_CANTOPEN' || code.startsWith('SQLITE_READONLY')) return new Fault('write-failed')
  return error
}
