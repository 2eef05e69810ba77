import { randomUUID } from 'node:crypto'
import { existsSync, renameSync } from 'node:fs'
import { Fault } from '../../../shared/fault.ts'
import type { Db, Row } from './database.ts'
import { openDatabase } from './database.ts'

/**
 * Reads of a case must be logged before the case is shown, also while a long intake holds the store's only writer. They are written
 * to this small encrypted file beside the store at once, and moved into the journal as soon as the writer is free.
 */
export type Spool = {
  add(read: SpooledRead): void
  /** Gives what waits, oldest first; call `done` in the same turn when it has been journalled. */
  waiting(): (SpooledRead & { id: string })[]
  done(ids: string[]): void
  close(): void
}
export type SpooledRead = { at: string; by: number; /** 0 where it is no case that was read. */ application: number; kind: 'case.read' | 'form.read' | 'document.read' | 'letter.read' | 'log.read'; reason: string | null; document?: number | null }

export function openSpool(path: string, key: Uint8Array): Spool {
  const db = openOrSetAside(path, key)
  db.exec('CREATE TABLE IF NOT EXISTS waiting (id TEXT PRIMARY KEY, at TEXT NOT NULL, by INTEGER NOT NULL, application INTEGER NOT NULL, kind TEXT NOT NULL, reason TEXT, document INTEGER) STRICT')
  // A file from before documents were received; both threads may open it at once, and only one can add the column.
  const old = () => db.value(`SELECT 1 FROM pragma_table_info('waiting') WHERE name = 'document'`) === undefined
  if (old()) db.transaction(() => { if (old()) db.exec('ALTER TABLE waiting ADD COLUMN document INTEGER') })
  return {
    add: r => void db.run('INSERT INTO waiting (id, at, by, application, kind, reason, document) VALUES (?, ?, ?, ?, ?, ?, ?)', randomUUID(), r.at, r.by, r.application, r.kind, r.reason, r.document ?? null),
    waiting: () => db.all<Row & SpooledRead & { id: string }>('SELECT id, at, by, application, kind, reason, document FROM waiting ORDER BY rowid'),
    done: ids => db.transaction(() => { for (const id of ids) db.run('DELETE FROM waiting WHERE id = ?', id) }),
    close: () => db.close(),
  }
}

/** A damaged spool must not keep a whole store shut: it is set aside under another name, and reads are logged in a new one. */
function openOrSetAside(path: string, key: Uint8Array): Db {
  try {
    return openDatabase(path, key)
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'store-damaged' || !existsSync(path)) throw error
    renameSync(path, path.replace(/\.db$/, `-skadad-${Date.now()}.db`))
    return openDatabase(path, key)
  }
}
