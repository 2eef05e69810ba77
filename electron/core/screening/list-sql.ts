import { lightOf } from '../cases/cases.ts'
import type { Reader } from '../store/database.ts'
import { type Asked, type Found, lightCodes, type ListQuery } from './list-query.ts'
import { choiceSql, type Condition, ONLY, QUEUE } from './queues.ts'

/** Protected persons come last, so that their place in the list tells nothing of their name. */
const SORT: Record<ListQuery['sort'], string[]> = {
  name: ['protected', 'sort_name', 'id'], applicationId: ['application_id'], identityNumber: ['protected', 'identity', 'id'],
  light: ['counted', 'protected', 'sort_name', 'id'], received: ['received', 'id'], due: ['due', 'protected', 'sort_name', 'id'],
}

function all(conditions: Condition[]): Condition {
  const used = conditions.filter(c => c.sql !== '')
  return { sql: used.map(c => `(${c.sql})`).join(' AND ') || '1', params: used.flatMap(c => c.params) }
}

const NOTHING: Condition = { sql: '', params: [] }
function assigned({ assignee }: ListQuery): Condition {
  return assignee === null ? NOTHING : assignee === 'none' ? { sql: 'assignee IS NULL', params: [] } : { sql: 'assignee = ?', params: [assignee] }
}

function conditionsOf({ query, words, rules, asker }: Asked) {
  // A protected person is found by application id only.
  const text = words.map((word): Condition => ({ sql: 'instr(CASE protected WHEN 1 THEN lower(application_id) ELSE search END, ?)', params: [word] }))
  const rule: Condition = { sql: rules.map(() => 'instr(rules, ?)').join(' OR '), params: rules.map(id => `${id}:`) }
  const codes = lightCodes(query)
  const light: Condition = { sql: codes.length ? `counted IN (${codes.join(', ')})` : '', params: [] }
  const rest = all([{ sql: 'intake = ?', params: [query.intakeId] }, ...text, rule, choiceSql(ONLY[query.only], asker), query.queue === null ? NOTHING : choiceSql(QUEUE[query.queue], asker), assigned(query)])
  return { rest, whole: all([rest, light]) }
}

/** The ids of one page. Where protected persons come last they are asked for apart, so that an index gives the order in both directions. */
function pageIds(db: Reader, query: ListQuery, whole: Condition): number[] {
  const [first = 'id', ...more] = SORT[query.sort]
  const order = (columns: string[]) => columns.map(column => `${column} ${query.direction}`).join(', ')
  const ids = (sql: string, params: (string | number)[]) => db.raw(sql, ...params, query.limit, query.offset).map(([id]) => Number(id))
  if (first !== 'protected') return ids(`SELECT id FROM application WHERE ${whole.sql} ORDER BY ${order([first, ...more])} LIMIT ? OFFSET ?`, whole.params)
  const reach = query.offset + query.limit
  const part = (flag: 0 | 1) => `SELECT * FROM (SELECT id FROM application WHERE ${whole.sql} AND protected = ${flag} ORDER BY ${order(more)} LIMIT ?)`
  return ids(`${part(0)} UNION ALL ${part(1)} LIMIT ? OFFSET ?`, [...whole.params, reach, ...whole.params, reach])
}

/** A page as SQLite finds it, walking its indexes: right at any moment, also inside a transaction and before anything is in memory. */
export function findBySql(db: Reader, asked: Asked): Found {
  const { rest, whole } = conditionsOf(asked)
  const counts = { green: 0, orange: 0, red: 0, total: 0 }
  for (const { counted, n } of db.all<{ counted: number; n: number }>(`SELECT counted, count(*) AS n FROM application WHERE ${rest.sql} GROUP BY counted`, ...rest.params)) {
    counts[lightOf(counted)] += n
    counts.total += n
  }
  return { counts, ids: pageIds(db, asked.query, whole) }
}
