import { expect, it } from 'vitest'
import { type Db, openMemory } from '../../../electron/core/store/database.ts'
import { noFileRow } from '../../../electron/core/store/file-rows.ts'
import { openJournal } from '../../../electron/core/store/journal.ts'
import { migrate, MIGRATIONS } from '../../../electron/core/store/migrate.ts'

const INDEXES = ['journal_log', 'journal_log_kind', 'journal_log_by']
const KINDS = ['application.added', 'register.read', 'note.added', 'application.changed', 'permit.read', 'case.read'] as const
const append = (db: Db) => {
  const journal = openJournal(db)
  for (const kind of KINDS) journal.append({ kind, application: 1, body: '{}' }, '2023-02-01T12:00:00.000Z', 1)
}
const inIndex = (db: Db, index: string) => db.raw(`SELECT seq FROM journal INDEXED BY ${index} WHERE ${noFileRow('kind')} AND at > '' AND kind > '' AND by > 0 ORDER BY seq`)

it('a store from before finds in the log what it found, and what comes after', () => {
  const db = openMemory()
  migrate(db, MIGRATIONS.filter(step => step.version < 160))
  append(db)
  migrate(db)
  append(db)
  for (const index of INDEXES) expect(inIndex(db, index), index).toEqual([[3], [6], [9], [12]])
  db.close()
})

it('no table is built for an entry that is written', () => {
  const db = openMemory()
  migrate(db)
  const steps = db.all<{ opcode: string }>(`EXPLAIN INSERT INTO journal (seq, at, by, application, kind, content_hash, hash, body) VALUES (1, '', 1, 1, 'register.read', x'', x'', '')`).map(step => step.opcode)
  expect(steps).toContain('IdxInsert')
  expect(steps.filter(opcode => opcode.startsWith('OpenEphemeral'))).toEqual([])
  db.close()
})
