import { storeRules } from '../cases/programme-of-intake.ts'
import type { RuleSetData } from '../rules/values.ts'
import type { Appliers } from '../store/store.ts'

/** What each entry about programmes and rules does to the tables. */
export const rulebookAppliers: Appliers = {
  'programme.imported': (db, e) => {
    const { id, hash, files } = JSON.parse(e.body) as { id: string; hash: string; files: unknown }
    db.run('INSERT INTO programme (id, hash, files) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET hash = excluded.hash, files = excluded.files', id, hash, JSON.stringify(files))
  },
  'intake.rules-adopted': (db, e) => {
    const { id, rules } = JSON.parse(e.body) as { id: number; rules: RuleSetData }
    db.run('UPDATE intake SET rule_set = ? WHERE id = ?', storeRules(db, rules), id)
  },
  'case.rejudged': (db, e) => {
    db.run('UPDATE application SET version = ? WHERE id = ?', e.seq, e.application)
  },
}
