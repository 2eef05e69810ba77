import { randomUUID } from 'node:crypto'
import { existsSync, renameSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { Fault } from '../../../shared/fault.ts'
import type { Db, Row } from './database.ts'
import { openDatabase } from './database.ts'

/**
 * Reads of a case must be logged before the case is shown, also while a long intake holds the store's only writer. They are written
 * to this small encrypted file beside the store at once, and moved into the journal as soon as the writer is free. Whatever
 * becomes of the program does not lose them, and the disk has them as soon as it can: to wait for the disk held a case back for up to a
 * quarter of a second while an intake was being written to it.
 */
export type Spool = {
  add(read: SpooledRead): void
  /** Gives what waits, oldest first; call `done` in the same turn when it has been journalled. */
  waiting(): (SpooledRead & { id: string })[]
  done(ids: string[]): void
  close(): void
}
export type SpooledRead = { at: string; by: number; /** 0 where it is no case that was read. */ application: number; kind: 'case.read' | 'form.read' | 'document.read' | 'letter.read' | 'log.read'; reason: string | null; document?: number | null }

/** @param bring brings a file's content to the disk */
export function openSpool(path: string, key: Uint8Array, bring: (path: string) => Promise<void> = bringToDisk): Spool {
  const db = openOrSetAside(path, key)
  db.exec('CREATE TABLE IF NOT EXISTS waiting (id TEXT PRIMARY KEY, at TEXT NOT NULL, by INTEGER NOT NULL, application INTEGER NOT NULL, kind TEXT NOT NULL, reason TEXT, document INTEGER) STRICT')
  // A file from before documents were received; both threads may open it at once, and only one can add the column.
  const old = () => db.value(`SELECT 1 FROM pragma_table_info('waiting') WHERE name = 'document'`) === undefined
  if (old()) db.transaction(() => { if (old()) db.exec('ALTER TABLE waiting ADD COLUMN document INTEGER') })
  const bringLog = oneAtATime(() => bring(`${path}-wal`))
  return {
    add: r => {
      // Whoever takes the entries into the journal moves the pages too.
      db.putOffMoving()
      db.run('INSERT INTO waiting (id, at, by, application, kind, reason, document) VALUES (?, ?, ?, ?, ?, ?, ?)', randomUUID(), r.at, r.by, r.application, r.kind, r.reason, r.document ?? null)
      bringLog()
    },
    waiting: () => db.all<Row & SpooledRead & { id: string }>('SELECT id, at, by, application, kind, reason, document FROM waiting ORDER BY rowid'),
    done: ids => {
      db.transaction(() => { for (const id of ids) db.run('DELETE FROM waiting WHERE id = ?', id) })
      db.settle()
    },
    close: () => db.close(),
  }
}

/** A damaged spool must not keep a whole store shut: it is set aside under another name, and reads are logged in a new one. */
function openOrSetAside(path: string, key: Uint8Array): Db {
  try {
    return openDatabase(path, key, { syncedBeside: true })
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'store-damaged' || !existsSync(path)) throw error
    renameSync(path, path.replace(/\.db$/, `-skadad-${Date.now()}.db`))
    return openDatabase(path, key, { syncedBeside: true })
  }
}

/** Has the disk keep what has been written to a file. Rejects when there is no such file. */
export async function bringToDisk(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** Starts the work; asked for while it goes on, it is done once more afterwards. A failure is left alone: the log has gone into its file, or the disk says so itself at the store's next write. */
function oneAtATime(work: () => Promise<void>): () => void {
  let running = false
  let again = false
  const go = (): void => {
    if (running) {
      again = true
      return
    }
    running = true
    void work().catch(() => undefined).then(() => {
      running = false
      if (!again) return
      again = false
      go()
    })
  }
  return go
}
