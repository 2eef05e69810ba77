import { expect, it } from 'vitest'
import { openMemory } from '../../../electron/core/store/database.ts'
import { migrate, MIGRATIONS, STORE_VERSION, storeVersion } from '../../../electron/core/store/migrate.ts'

it('a store from before keeps which extract rows count for each of its applications', () => {
  const db = openMemory()
  migrate(db, MIGRATIONS.filter(step => step.version < 150))
  for (const id of [1, 2, 3]) {
    db.run(
      `INSERT INTO application (id, intake, application_id, identity, family_name, given_name, sort_name, search, application_seq, rule_set, proposed, rules, version)
       VALUES (?, 1, ?, '', '', '', '', '', ?, 1, 0, '', 1)`, id, `JS-${id}`, id,
    )
  }
  for (const [application, kind, seq] of [[1, 'register', 11], [1, 'permits', 12], [3, 'permits', 13]] as const) db.run('INSERT INTO extract (application, kind, seq) VALUES (?, ?, ?)', application, kind, seq)
  migrate(db)
  expect(storeVersion(db)).toBe(STORE_VERSION)
  expect(db.raw('SELECT id, application_seq, register_seq, permits_seq FROM application ORDER BY id')).toEqual([[1, 1, 11, 12], [2, 2, null, null], [3, 3, null, 13]])
  expect(db.value(`SELECT 1 FROM sqlite_schema WHERE name = 'extract'`)).toBeUndefined()
  db.close()
})
