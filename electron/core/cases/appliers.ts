import type { Reader, Writer } from '../store/database.ts'
import { searchText, sortKey } from '../store/search.ts'
import type { Appliers } from '../store/store.ts'
import { type ApplicationRow, applicationById, factsOf, lightCodeOf, rulesText, sourcesOf } from './cases.ts'
import type { StoredCell, StoredRow } from './facts.ts'
import { intakeById, intakeFacts, layoutFacts, ruleSetById } from './programme-of-intake.ts'

type Body<T> = T & Record<string, unknown>
const parse = <T>(body: string) => JSON.parse(body) as Body<T>

function textCell(facts: readonly string[], cells: readonly StoredCell[], fact: string): string {
  const cell = cells[facts.indexOf(fact)]
  return cell === null || cell === undefined || typeof cell === 'object' ? '' : String(cell)
}

const cachedRules = (db: Reader, intakeId: number) => {
  const intake = intakeById(db, intakeId)
  return { intake, rules: ruleSetById(db, intake.rule_set) }
}

/** The name and search columns that a row of the portal file gives. */
function listColumns(facts: readonly string[], cells: readonly StoredCell[]) {
  const cell = (fact: string) => textCell(facts, cells, fact)
  const given = cell('person.givenName')
  const family = cell('person.familyName')
  return {
    applicationId: cell('application.id'), identity: cell('identity.number'), family, given, sort: sortKey(family, given),
    search: searchText(given, family, cell('identity.number'), cell('application.id')), received: cell('application.received') || null,
  }
}

/** Evaluates a case again after its facts changed, and marks it where an established light no longer rests on the same facts. */
function screenAgain(db: Writer, before: ApplicationRow): void {
  const { intake, rules } = cachedRules(db, before.intake)
  const row = applicationById(db, before.id)
  const facts = factsOf(rules, intake, sourcesOf(db, row))
  const outcome = rules.set.evaluate(facts)
  let changed = row.changed
  if (row.established !== null && changed === 0) {
    const snapshot = db.value(`SELECT body FROM journal WHERE application = ? AND kind = 'light.established' ORDER BY seq DESC LIMIT 1`, row.id)
    const { facts: then } = parse<{ facts: Record<string, unknown> }>(String(snapshot ?? '{"facts":{}}'))
    const same = [...rules.set.usedBy.keys()].every(id => (facts[rules.set.factIndex.get(id) ?? -1] ?? null) === (then[id] ?? null) && (facts[rules.set.factIndex.get(id) ?? -1] === undefined) === !(id in then))
    changed = same ? 0 : 1
  }
  const protectedNow = facts[rules.set.factIndex.get('protection.marked') ?? -1] === true ? 1 : 0
  db.run('UPDATE application SET rule_set = ?, proposed = ?, rules = ?, changed = ?, protected = ?, version = version + 1 WHERE id = ?', rules.id, lightCodeOf(outcome.light), rulesText(rules.set, outcome), changed, protectedNow, row.id)
}

/** The facts used by the rules, as they were when a light was established; unknown ones are left out. */
export function factSnapshot(rules: ReturnType<typeof ruleSetById>, facts: readonly unknown[]): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const id of rules.set.usedBy.keys()) {
    const value = facts[rules.set.factIndex.get(id) ?? -1]
    if (value !== undefined) out[id] = value
  }
  return out
}

/** What each entry about a case does to the tables. */
export const caseAppliers: Appliers = {
  'application.added': (db, e) => {
    const stored = JSON.parse(e.body) as StoredRow
    const facts = layoutFacts(db, stored.layout)
    const { intake, rules } = cachedRules(db, stored.intake)
    const list = listColumns(facts, stored.cells)
    const outcome = rules.set.evaluate(rules.assemble(intakeFacts(intake), { application: { facts, cells: stored.cells }, permit: null, register: null, corrections: null }))
    db.run(
      `INSERT INTO application (id, intake, application_id, identity, family_name, given_name, sort_name, search, received, application_seq, rule_set, proposed, rules)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      e.application, stored.intake, list.applicationId, list.identity, list.family, list.given, list.sort, list.search, list.received, e.seq, rules.id, lightCodeOf(outcome.light), rulesText(rules.set, outcome),
    )
  },
  'application.changed': (db, e) => {
    const stored = JSON.parse(e.body) as StoredRow
    const row = applicationById(db, e.application ?? 0)
    const list = listColumns(layoutFacts(db, stored.layout), stored.cells)
    db.run('UPDATE application SET identity = ?, family_name = ?, given_name = ?, sort_name = ?, search = ?, received = ?, application_seq = ? WHERE id = ?', list.identity, list.family, list.given, list.sort, list.search, list.received, e.seq, row.id)
    screenAgain(db, row)
  },
  'register.read': (db, e) => extract(db, 'register_seq', e),
  'permit.read': (db, e) => extract(db, 'permit_seq', e),
  'fact.corrected': (db, e) => {
    const row = applicationById(db, e.application ?? 0)
    const body = parse<{ fact: string; value: unknown; reason: string }>(e.body)
    db.run(
      `INSERT INTO correction (application, fact, value, reason, at, by, seq) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET value = excluded.value, reason = excluded.reason, at = excluded.at, by = excluded.by, seq = excluded.seq`,
      row.id, body.fact, JSON.stringify(body.value), body.reason, e.at, e.by, e.seq,
    )
    screenAgain(db, row)
  },
  'fact.withdrawn': (db, e) => {
    const row = applicationById(db, e.application ?? 0)
    db.run('DELETE FROM correction WHERE application = ? AND fact = ?', row.id, parse<{ fact: string }>(e.body).fact)
    screenAgain(db, row)
  },
  'light.established': (db, e) => {
    const row = applicationById(db, e.application ?? 0)
    const body = parse<{ light: number }>(e.body)
    db.run('UPDATE application SET established = ?, established_at = ?, established_by = ?, established_rule_set = ?, changed = 0, version = version + 1 WHERE id = ?', body.light, e.at, e.by, row.rule_set, row.id)
  },
}

function extract(db: Writer, column: 'register_seq' | 'permit_seq', e: { seq: number; application: number | null }): void {
  const row = applicationById(db, e.application ?? 0)
  db.run(column === 'register_seq' ? 'UPDATE application SET register_seq = ? WHERE id = ?' : 'UPDATE application SET permit_seq = ? WHERE id = ?', e.seq, row.id)
  screenAgain(db, row)
}

