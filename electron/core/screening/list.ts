import type { ListPage, ListRow, RuleSummary } from '../../../shared/contract/views.ts'
import type { OperationParsed } from '../../../shared/contract/operations.ts'
import type { Light } from '../../../shared/domain.ts'
import { lightOf } from '../cases/cases.ts'
import { intakeById, ruleSetById } from '../cases/programme-of-intake.ts'
import type { Context } from '../context.ts'
import type { Reader, Row } from '../store/database.ts'
import { searchWords } from '../store/search.ts'
import { searchIds } from './search-index.ts'

type Query = OperationParsed<'screening.list'>
type Condition = { sql: string; params: (string | number)[] }

const ONLY: Record<Query['only'], string> = {
  all: '', protected: 'protected = 1', established: 'established IS NOT NULL', 'not-established': 'established IS NULL', changed: 'changed = 1', decided: 'decided = 1',
}
/** Protected persons come last, so that their place in the list tells nothing of their name. */
const SORT: Record<Query['sort'], string[]> = {
  name: ['protected', 'sort_name', 'id'], applicationId: ['application_id'], identityNumber: ['protected', 'identity', 'id'],
  light: ['counted', 'protected', 'sort_name', 'id'], received: ['received', 'id'],
}
const NOTHING: Condition = { sql: '', params: [] }

function all(conditions: Condition[]): Condition {
  const used = conditions.filter(c => c.sql !== '')
  return { sql: used.map(c => `(${c.sql})`).join(' AND ') || '1', params: used.flatMap(c => c.params) }
}

function conditionsOf(db: Reader, query: Query, hidden: ReadonlySet<string>) {
  const words = searchWords(query.text)
  const text: Condition = words.length ? { sql: 'id IN (SELECT value FROM json_each(?))', params: [JSON.stringify(searchIds(db, query.intakeId, words))] } : NOTHING
  const rules = query.rules.filter(id => !hidden.has(id))
  const ruleTest: Condition = { sql: rules.map(() => `instr(rules, ?)`).join(' OR '), params: rules.map(id => `${id}:`) }
  const light: Condition = query.lights.length ? { sql: `counted IN (${query.lights.map(() => '?').join(', ')})`, params: query.lights.map(l => ['green', 'orange', 'red'].indexOf(l)) } : NOTHING
  const rest = all([{ sql: 'intake = ?', params: [query.intakeId] }, text, ruleTest, { sql: ONLY[query.only], params: [] }])
  return { rest, whole: all([rest, light]) }
}

/** The ids of one page. Where protected persons come last they are asked for apart, so that an index gives the order in both directions. */
function pageIds(db: Reader, query: Query, whole: Condition): number[] {
  const [first = 'id', ...more] = SORT[query.sort]
  const order = (columns: string[]) => columns.map(column => `${column} ${query.direction}`).join(', ')
  const ids = (sql: string, params: (string | number)[]) => db.raw(sql, ...params, query.limit, query.offset).map(([id]) => Number(id))
  if (first !== 'protected') return ids(`SELECT id FROM application WHERE ${whole.sql} ORDER BY ${order([first, ...more])} LIMIT ? OFFSET ?`, whole.params)
  const reach = query.offset + query.limit
  const part = (flag: 0 | 1) => `SELECT * FROM (SELECT id FROM application WHERE ${whole.sql} AND protected = ${flag} ORDER BY ${order(more)} LIMIT ?)`
  return ids(`${part(0)} UNION ALL ${part(1)} LIMIT ? OFFSET ?`, [...whole.params, reach, ...whole.params, reach])
}

type DbRow = Row & {
  id: number; application_id: string; identity: string; family_name: string; given_name: string; protected: number; received: string | null
  counted: number; proposed: number; established: number | null; changed: number; decided: number; rules: string
}

/** One page of an intake's applicants with the number of all that match, and how many of them have each light. */
export function listApplicants({ store }: Context, query: Query): ListPage {
  const intake = intakeById(store.read, query.intakeId)
  const hidden = hiddenRules(store.read, intake.rule_set)
  const { rest, whole } = conditionsOf(store.read, query, hidden)
  const counts = { green: 0, orange: 0, red: 0, total: 0 }
  for (const { counted, n } of store.read.all<{ counted: number; n: number }>(`SELECT counted, count(*) AS n FROM application WHERE ${rest.sql} GROUP BY counted`, ...rest.params)) {
    counts[lightOf(counted)] += n
    counts.total += n
  }
  const total = query.lights.length ? [...new Set<Light>(query.lights)].reduce((sum, light) => sum + counts[light], 0) : counts.total
  const ids = pageIds(store.read, query, whole)
  const rows = store.read.all<DbRow>(
    `SELECT application.id, application_id, identity, family_name, given_name, protected, received, counted, proposed, established, changed, decided, rules
     FROM json_each(?) page JOIN application ON application.id = page.value ORDER BY page.key`, JSON.stringify(ids),
  )
  return { total, counts, rows: rows.map(row => listRow(row, hidden)) }
}

function listRow(row: DbRow, hidden: ReadonlySet<string>): ListRow {
  const masked = row.protected === 1
  return {
    id: row.id, applicationId: row.application_id, familyName: masked ? '' : row.family_name, givenName: masked ? '' : row.given_name, identityNumber: masked ? '' : row.identity,
    protected: masked, light: lightOf(row.counted), proposed: lightOf(row.proposed), established: row.established !== null, changedSinceEstablished: row.changed === 1, decided: row.decided === 1,
    rules: row.rules === '' ? [] : row.rules.split(' ').flatMap(part => {
      const [id = '', colour] = part.split(':')
      return hidden.has(id) ? [] : [{ id, light: colour === 'rod' ? 'red' as const : 'orange' as const }]
    }),
    receivedOn: row.received,
  }
}

/** Rules that must not be a search term: they would reveal country of birth or kind of permit (2002:546 § 14, domain 6.4). */
function hiddenRules(db: Reader, ruleSet: number): ReadonlySet<string> {
  return new Set(ruleSetById(db, ruleSet).set.rules.filter(r => !r.def.filterable).map(r => r.def.id))
}

/** The rules of an intake, for the filter. */
export function rulesOfIntake({ store }: Context, { intakeId }: { intakeId: number }): RuleSummary[] {
  return ruleSetById(store.read, intakeById(store.read, intakeId).rule_set).set.rules.map(({ def }) => ({ id: def.id, question: def.question, section: def.section, filterable: def.filterable }))
}
