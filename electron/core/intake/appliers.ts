import { storeRules } from '../cases/programme-of-intake.ts'
import type { RuleSetData } from '../rules/values.ts'
import { undoRows } from './undo-rows.ts'
import type { Appliers } from '../store/store.ts'

export type IntakeFields = { programme: string; name: string; evaluationDate: string; placeStart: string; placeEnd: string }

/** What each entry about an intake and its files does to the tables. */
export const intakeAppliers: Appliers = {
  'intake.created': (db, e) => {
    const { id, fields, rules } = JSON.parse(e.body) as { id: number; fields: IntakeFields; rules: RuleSetData }
    db.run('INSERT INTO intake (id, programme, name, evaluation_date, place_start, place_end, rule_set) VALUES (?, ?, ?, ?, ?, ?, ?)', id, fields.programme, fields.name, fields.evaluationDate, fields.placeStart, fields.placeEnd, storeRules(db, rules))
  },
  'intake.updated': (db, e) => {
    const { id, fields, rules } = JSON.parse(e.body) as { id: number; fields: IntakeFields; rules: RuleSetData }
    db.run('UPDATE intake SET programme = ?, name = ?, evaluation_date = ?, place_start = ?, place_end = ?, rule_set = ? WHERE id = ?', fields.programme, fields.name, fields.evaluationDate, fields.placeStart, fields.placeEnd, storeRules(db, rules), id)
  },
  'file.opened': (db, e) => {
    const b = JSON.parse(e.body) as { id: number; intake: number; kind: string; name: string; layout: number; facts: string[] }
    db.run('INSERT OR IGNORE INTO layout (id, facts) VALUES (?, ?)', b.layout, JSON.stringify(b.facts))
    db.run('INSERT INTO intake_file (id, intake, kind, name, at, by, opened_seq) VALUES (?, ?, ?, ?, ?, ?, ?)', b.id, b.intake, b.kind, b.name, e.at, e.by, e.seq)
  },
  'file.taken': (db, e) => {
    const { id, counts } = JSON.parse(e.body) as { id: number; counts: unknown }
    db.run('UPDATE intake_file SET counts = ?, taken_seq = ? WHERE id = ?', JSON.stringify(counts), e.seq, id)
  },
  'file.vanished': (db, e) => {
    const { file, vanished, returned } = JSON.parse(e.body) as { file: number; vanished: number[]; returned: number[] }
    for (const id of vanished) db.run('UPDATE application SET vanished = ?, version = ? WHERE id = ?', file, e.seq, id)
    for (const id of returned) db.run('UPDATE application SET vanished = NULL, version = ? WHERE id = ?', e.seq, id)
  },
  'lights.moved': (db, e) => {
    const { moved } = JSON.parse(e.body) as { moved: [id: number, from: number | null][] }
    for (const [id, from] of moved) db.run('UPDATE application SET moved_from = ? WHERE id = ?', from, id)
  },
  'file.undone': (db, e) => undoRows(db, e.seq, (JSON.parse(e.body) as { id: number }).id),
}
