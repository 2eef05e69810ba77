import type { Writer } from '../store/database.ts'
import type { Appliers } from '../store/store.ts'
import { EXTRACT_SEQ, type ExtractKind } from './cases.ts'
import { keysOf, listColumns, type ListColumns } from './list-columns.ts'
import type { StoredRow } from './facts.ts'
import { intakeById, layoutFacts, remembered, type ScreeningRules } from './programme-of-intake.ts'

type Body<T> = T & Record<string, unknown>
const parse = <T>(body: string) => JSON.parse(body) as Body<T>

/** The facts used by the rules, as they were when a light was established; unknown ones are left out. */
export function factSnapshot(rules: ScreeningRules, facts: readonly unknown[]): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const id of rules.set.usedBy.keys()) {
    const value = facts[rules.set.factIndex.get(id) ?? -1]
    if (value !== undefined) out[id] = value
  }
  return out
}

export type NewApplication = ListColumns & { id: number; intake: number; seq: number; register: number | null; permits: number | null; ruleSet: number; proposed: number; rules: string; protected: number; version: number }

/** Puts an application in the list, with the light it has so far. */
export function insertApplication(db: Writer, a: NewApplication): void {
  const { sort, search } = keysOf(a)
  db.run(
    `INSERT INTO application (id, intake, application_id, identity, family_name, given_name, sort_name, search, received, sex, protected, application_seq, register_seq, permits_seq, rule_set, proposed, rules, version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    a.id, a.intake, a.applicationId, a.identity, a.family, a.given, sort, search, a.received, a.sex, a.protected, a.seq, a.register, a.permits, a.ruleSet, a.proposed, a.rules, a.version,
  )
}

/** Lets a case rest on another row of the portal's files. */
export function restApplication(db: Writer, id: number, seq: number, stored: StoredRow): void {
  const list = listColumns(layoutFacts(db, stored.layout), stored.cells)
  const { sort, search } = keysOf(list)
  db.run('UPDATE application SET identity = ?, family_name = ?, given_name = ?, sort_name = ?, search = ?, received = ?, sex = ?, application_seq = ? WHERE id = ?', list.identity, list.family, list.given, sort, search, list.received, list.sex, seq, id)
}

/** Says which entry holds the extract row that counts for a case; null for none. */
export function setExtract(db: Writer, application: number, kind: ExtractKind, seq: number | null): void {
  db.run(`UPDATE application SET ${EXTRACT_SEQ[kind]} = ? WHERE id = ?`, seq, application)
}

/**
 * What each entry about a case does to the tables. Entries that come by the thousand (rows of files) only change what a case rests on;
 * its light follows in `screenCases`, in the same transaction, once for all files that are read together.
 */
export const caseAppliers: Appliers = {
  'application.added': (db, e) => {
    const stored = JSON.parse(e.body) as StoredRow
    const facts = remembered(db, `layout ${stored.layout}`, () => layoutFacts(db, stored.layout))
    const ruleSet = remembered(db, `rule set ${stored.intake}`, () => intakeById(db, stored.intake).rule_set)
    insertApplication(db, { ...listColumns(facts, stored.cells), id: Number(e.application), intake: stored.intake, seq: e.seq, register: null, permits: null, ruleSet, proposed: 1, rules: '', protected: 0, version: e.seq })
  },
  'application.changed': (db, e) => restApplication(db, Number(e.application), e.seq, JSON.parse(e.body) as StoredRow),
  'register.read': (db, e) => setExtract(db, Number(e.application), 'register', e.seq),
  'permit.read': (db, e) => setExtract(db, Number(e.application), 'permits', e.seq),
  'fact.corrected': (db, e) => {
    const body = parse<{ fact: string; value: unknown; origin: string; reason: string }>(e.body)
    db.run(
      `INSERT INTO correction (application, fact, value, origin, reason, at, by, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET value = excluded.value, origin = excluded.origin, reason = excluded.reason, at = excluded.at, by = excluded.by, seq = excluded.seq`,
      e.application, body.fact, JSON.stringify(body.value), body.origin, body.reason, e.at, e.by, e.seq,
    )
    touch(db, e)
  },
  'fact.withdrawn': (db, e) => {
    db.run('DELETE FROM correction WHERE application = ? AND fact = ?', e.application, parse<{ fact: string }>(e.body).fact)
    touch(db, e)
  },
}

type Applied = { seq: number; application: number | null }
/** Somebody has worked on the facts of a case: that a file had moved its light has been seen. */
const touch = (db: Writer, e: Applied) => db.run('UPDATE application SET moved_from = NULL, version = ? WHERE id = ?', e.seq, e.application)
