import type { LightCounts, ListPage, ListRow, RuleSummary } from '../../../shared/contract/views.ts'
import { lightOf } from '../cases/cases.ts'
import { intakeById, type IntakeRow, ruleSetById } from '../cases/programme-of-intake.ts'
import { spoken, worded } from '../cases/spoken.ts'
import type { Context } from '../context.ts'
import type { Reader, Row } from '../store/database.ts'
import { swedishDay } from '../store/days.ts'
import { searchWords } from '../store/search.ts'
import type { Store } from '../store/store.ts'
import { findInIndex } from './list-index.ts'
import { listInMemory } from './list-memory.ts'
import { type Asked, type Found, type ListQuery, lightCodes } from './list-query.ts'
import { listRules, prepareRules } from './list-rules.ts'
import { findBySql } from './list-sql.ts'

type DbRow = Row & {
  id: number; application_id: string; identity: string; family_name: string; given_name: string; protected: number; received: string | null
  counted: number; proposed: number; established: number | null; changed: number; decided: number; rules: string; withdrawn: number; vanished: number | null
  assignee: number | null; assignee_name: string | null; waits_until: string | null; answered: number; express: number; express_until: string | null; awaiting: number; overridden: number
}

/** One page of an intake's applicants with the number of all that match, and how many of them have each light. `today` is the day that decides what is overdue. */
export function listApplicants({ store }: Context, query: ListQuery, today = swedishDay(store.now())): ListPage {
  const intake = intakeById(store.read, query.intakeId)
  prepareRules(store, intake.id)
  const { counts, ids } = findApplicants(store, intake, query, today)
  return { total: countOf(query, counts), counts, rows: rowsOf(store.read, ids, intake) }
}

/** More than any intake has. */
const ALL = 10_000_000

/**
 * Every applicant that a question finds, in its order, as row ids of four bytes each: what is gone through one by one keeps its order and
 * loses nobody while the cases it is made of move out of the question.
 */
export function queueOf({ store }: Context, query: Omit<ListQuery, 'offset' | 'limit'>): Uint8Array {
  const { ids } = findApplicants(store, intakeById(store.read, query.intakeId), { ...query, offset: 0, limit: ALL }, swedishDay(store.now()))
  return new Uint8Array(Int32Array.from(ids).buffer)
}

/** Applicants of an intake by row id, in the order asked for; those that are gone are left out. */
export function listRowsOf({ store }: Context, { intakeId, ids }: { intakeId: number; ids: readonly number[] }): ListRow[] {
  return rowsOf(store.read, ids, intakeById(store.read, intakeId))
}

/** The rows of a page by id, from memory where the list is there. */
export function findApplicants(store: Store, intake: IntakeRow, query: ListQuery, today: string): Found {
  const asked = askedOf(store, intake, query, today)
  const index = listInMemory(store, intake.id)
  return index ? findInIndex(index, asked) : findBySql(store.read, asked)
}

/** A question without what must not be asked for. */
export function askedOf(store: Store, intake: IntakeRow, query: ListQuery, today: string): Asked {
  const { hidden } = listRules(store.read, intake.rule_set)
  return { query, words: searchWords(query.text), rules: query.rules.filter(id => !hidden.has(id)), asker: { me: store.caseworkerId, today } }
}

/** How many rows there are of the lights that are asked for. */
export function countOf(query: ListQuery, counts: LightCounts): number {
  const codes = lightCodes(query)
  return codes.length > 0 ? codes.reduce((sum, code) => sum + counts[lightOf(code)], 0) : counts.total
}

function rowsOf(db: Reader, ids: readonly number[], intake: IntakeRow): ListRow[] {
  const { pooled } = listRules(db, intake.rule_set)
  return db.all<DbRow>(
    `SELECT application.id, application_id, identity, family_name, given_name, protected, received, counted, proposed, established, changed, decided, vanished, rules,
       assignee, (SELECT w.name FROM caseworker w WHERE w.id = assignee) AS assignee_name, waits_until, answered, express, express_until, awaiting, overridden,
       EXISTS (SELECT 1 FROM consent c WHERE c.application = application.id AND c.state = 'withdrawn') AS withdrawn
     FROM json_each(?) page CROSS JOIN application ON application.id = page.value WHERE application.intake = ? ORDER BY page.key`, JSON.stringify(ids), intake.id,
  ).map(row => listRow(row, pooled))
}

function listRow(row: DbRow, pooled: ReadonlySet<string>): ListRow {
  const rules = row.rules === '' ? [] : row.rules.split(' ').map(part => {
    const [id = '', colour] = part.split(':')
    return { id, light: colour === 'rod' ? 'red' as const : 'orange' as const }
  })
  const masked = row.protected === 1
  return {
    id: row.id, applicationId: row.application_id, familyName: masked ? '' : row.family_name, givenName: masked ? '' : row.given_name, identityNumber: masked ? '' : row.identity,
    protected: masked, light: lightOf(row.counted), proposed: lightOf(row.proposed), established: row.established !== null, changedSinceEstablished: row.changed === 1, decided: row.decided === 1, consentWithdrawn: row.withdrawn === 1, vanished: row.vanished !== null,
    rules: rules.filter(rule => !pooled.has(rule.id)), pooled: rules.some(rule => pooled.has(rule.id)),
    receivedOn: row.received,
    assignee: row.assignee === null ? null : { id: row.assignee, name: row.assignee_name ?? '' }, waitsUntil: row.waits_until, answered: row.answered !== 0,
    express: row.express !== 0, expressUntil: row.express_until, awaiting: row.awaiting !== 0, overridden: row.overridden !== 0,
  }
}

/** The rules of an intake, for the filter. */
export function rulesOfIntake({ store }: Context, { intakeId }: { intakeId: number }): RuleSummary[] {
  const { rule_set: id } = intakeById(store.read, intakeId)
  const { summaries } = listRules(store.read, id)
  if (spoken() === 'sv') return summaries
  const { rules, sections } = worded(store.read, ruleSetById(store.read, id).set).data
  const questions = new Map(rules.map(rule => [rule.id, rule.question]))
  return summaries.map(each => ({ ...each, question: questions.get(each.id) ?? each.question, sectionTitle: sections[each.section] ?? each.sectionTitle }))
}
