import { applicationById } from '../cases/cases.ts'
import type { Appliers } from '../store/store.ts'

/** What a decision's entry does to the tables; the form itself is proven by its hash. */
export const decisionAppliers: Appliers = {
  'decision.made': (db, e) => {
    const b = JSON.parse(e.body) as { id: number; decidedOn: string; details: unknown; formHash: string }
    const row = applicationById(db, e.application ?? 0)
    db.run('INSERT INTO decision (id, application, decided_on, by, details, rule_set, form_hash, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', b.id, row.id, b.decidedOn, e.by, JSON.stringify(b.details), row.established_rule_set ?? row.rule_set, b.formHash, e.seq)
    db.run('UPDATE application SET decided = 1, version = ? WHERE id = ?', e.seq, row.id)
  },
}
