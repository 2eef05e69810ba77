import { appendFileSync, closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { Fault } from '../../../shared/fault.ts'
import { openDatabase, type Writer } from '../store/database.ts'
import { fileFault } from '../store/files.ts'
import { walkJournal } from '../store/journal.ts'
import { fingerprint, type KeyFile, parseKeyFile, unlockWithPassphrase, unlockWithRecovery, writeKeyFile } from '../store/keys.ts'
import { STORE_VERSION, storeVersion } from '../store/migrate.ts'
import { storePaths } from '../store/paths.ts'

/** A backup is the encrypted database followed by the wrapped key, so that one file and a passphrase are enough to get everything back. */
const MAGIC = Buffer.from('SPRANGBRADA-KOPIA-1\n', 'latin1')
export type BackupSummary = { madeAt: string; cases: number; intakes: number; entries: number }

const beside = (path: string) => join(dirname(path), `.${randomBytes(6).toString('hex')}.tmp`)

/** Writes a backup, opens it again and checks it before it gets its name. Throws Fault backup-target-exists, disk-full or write-failed. */
export function createBackup(db: Writer, key: Uint8Array, keyFile: KeyFile, path: string): BackupSummary & { bytes: number } {
  if (existsSync(path)) throw new Fault('backup-target-exists', { file: basename(path) })
  const temporary = beside(path)
  try {
    db.run('VACUUM INTO ?', temporary)
    const summary = inspectDatabase(temporary, key)
    const text = Buffer.from(JSON.stringify(keyFile), 'utf8')
    const length = Buffer.alloc(4)
    length.writeUInt32BE(text.length)
    appendFileSync(temporary, Buffer.concat([text, length, MAGIC]))
    const fd = openSync(temporary, 'r+')
    fsyncSync(fd)
    closeSync(fd)
    renameSync(temporary, path)
    return { ...summary, bytes: statSync(path).size }
  } catch (error) {
    throw fileFault(error, path)
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(temporary + suffix, { force: true })
  }
}

/** Opens a database file, reads all of it, walks its journal and counts. Throws Fault store-damaged, store-newer or journal-broken. */
function inspectDatabase(path: string, key: Uint8Array): BackupSummary {
  const db = openDatabase(path, key)
  try {
    const version = storeVersion(db)
    if (version > STORE_VERSION) throw new Fault('store-newer', { found: version, known: STORE_VERSION })
    if (db.value('PRAGMA quick_check') !== 'ok') throw new Fault('store-damaged')
    const entries = walkJournal(db, () => undefined)
    const count = (table: 'application' | 'intake') => Number(db.value(`SELECT count(*) FROM ${table}`) ?? 0)
    return { madeAt: String(db.value('SELECT at FROM journal ORDER BY seq DESC LIMIT 1') ?? ''), cases: count('application'), intakes: count('intake'), entries }
  } finally {
    db.close()
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
  }
}

/** Whether a caseworker had ended when the backup was made, but not yet lost the lock. */
function hasEnded(path: string, key: Uint8Array, id: number): boolean {
  const db = openDatabase(path, key)
  try {
    const known = db.value(`SELECT 1 FROM pragma_table_info('caseworker') WHERE name = 'ended'`) !== undefined
    return known && db.value('SELECT 1 FROM caseworker WHERE id = ? AND ended IS NULL', id) === undefined
  } finally {
    db.close()
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
  }
}

/** The last bytes of a file. Throws Fault file-unreadable for a folder or a file that may not be read. */
function endOf(path: string): { size: number; tail: Buffer } {
  try {
    const info = statSync(path)
    // A pipe would be waited for without end.
    if (!info.isFile()) throw new Fault('file-unreadable', { file: basename(path) })
    const { size } = info
    const tail = Buffer.alloc(Math.min(size, 256_000))
    const fd = openSync(path, 'r')
    try {
      readSync(fd, tail, 0, tail.length, size - tail.length)
    } finally {
      closeSync(fd)
    }
    return { size, tail }
  } catch {
    throw new Fault('file-unreadable', { file: basename(path) })
  }
}

function readTrailer(path: string): { keyFile: KeyFile; databaseBytes: number } {
  const file = basename(path)
  if (!existsSync(path)) throw new Fault('file-missing', { file })
  const { size, tail } = endOf(path)
  if (tail.length < MAGIC.length + 4 || !tail.subarray(-MAGIC.length).equals(MAGIC)) throw new Fault('backup-not-ours', { file })
  const length = tail.readUInt32BE(tail.length - MAGIC.length - 4)
  const end = tail.length - MAGIC.length - 4
  if (length > end) throw new Fault('backup-not-ours', { file })
  return { keyFile: parseKeyFile(tail.subarray(end - length, end).toString('utf8')), databaseBytes: size - MAGIC.length - 4 - length }
}

/** The key of a backup, by anybody's passphrase or by recovery code, and whose it was: nobody's for the code. Throws Fault backup-unreadable. */
async function keyOf(keyFile: KeyFile, secret: string): Promise<{ key: Buffer; id: number | null }> {
  try {
    return await unlockWithPassphrase(keyFile, secret)
  } catch {
    const key = await unlockWithRecovery(keyFile, secret).catch(() => { throw new Fault('backup-unreadable') })
    return { key, id: null }
  }
}

/** Unpacks a backup into a folder and checks all of it. */
async function unpack(path: string, secret: string, folder: string): Promise<{ key: Buffer; id: number | null; keyFile: KeyFile; summary: BackupSummary; database: string }> {
  const { keyFile, databaseBytes } = readTrailer(path)
  const { key, id } = await keyOf(keyFile, secret)
  if (fingerprint(key) !== keyFile.fingerprint) throw new Fault('backup-unreadable')
  mkdirSync(folder, { recursive: true })
  const database = join(folder, 'lager.db')
  try {
    copyFileSync(path, database)
    truncateSync(database, databaseBytes)
  } catch (error) {
    throw fileFault(error, path)
  }
  try {
    const summary = inspectDatabase(database, key)
    if (id !== null && hasEnded(database, key, id)) throw new Fault('backup-unreadable')
    return { key, id, keyFile, summary, database }
  } catch (error) {
    if (error instanceof Fault && error.code === 'store-damaged') throw new Fault('backup-unreadable')
    throw error
  }
}

/** What a backup holds, without changing anything. */
export async function inspectBackup(root: string, path: string, secret: string): Promise<BackupSummary> {
  const folder = join(root, `.granskning-${randomBytes(6).toString('hex')}`)
  try {
    return (await unpack(path, secret, folder)).summary
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Checks a backup and prepares it as the next store. `adopt` then puts it in place and keeps the present one under another name. */
export async function prepareRestore(root: string, path: string, secret: string): Promise<{ key: Buffer; id: number | null; summary: BackupSummary; adopt(stamp: string): string; discard(): void }> {
  const next = `${storePaths(root, 'work').folder}.ny`
  rmSync(next, { recursive: true, force: true })
  const discard = () => rmSync(next, { recursive: true, force: true })
  try {
    const { key, id, keyFile, summary } = await unpack(path, secret, next)
    writeKeyFile(join(next, 'nyckel.json'), keyFile)
    return { key, id, summary, discard, adopt: stamp => adoptPrepared(root, next, stamp) }
  } catch (error) {
    discard()
    throw error
  }
}

function adoptPrepared(root: string, next: string, stamp: string): string {
  const { folder } = storePaths(root, 'work')
  const kept = `${folder}-fore-${stamp}`
  try {
    if (existsSync(folder)) renameSync(folder, kept)
    renameSync(next, folder)
  } catch (error) {
    throw fileFault(error, folder)
  }
  return existsSync(kept) ? basename(kept) : ''
}

/** Finishes a restore that was cut off between its two renames: the prepared store is whole, only its name is missing. */
export function finishInterruptedRestore(root: string): void {
  const { folder } = storePaths(root, 'work')
  const next = `${folder}.ny`
  if (!existsSync(folder) && existsSync(join(next, 'lager.db')) && existsSync(join(next, 'nyckel.json'))) {
    try {
      parseKeyFile(readFileSync(join(next, 'nyckel.json'), 'utf8'))
      renameSync(next, folder)
    } catch {
      // A half-prepared one is made again from the backup.
    }
  }
}
