import type { OperationParsed } from '../../../shared/contract/operations.ts'
import type { Reader } from '../store/database.ts'
import { noFileRow } from '../store/file-rows.ts'
import type { EntryKind } from '../store/journal.ts'
import { CASE_READS, groupOf, KINDS } from './kinds.ts'

export type Choice = Omit<OperationParsed<'log.page'>, 'offset' | 'limit'>
type Where = { sql: string; params: (string | number)[] }

/** Entries of the log newest first: what is asked for, as one question per kind that an index answers in order. */
type Part = Where & { index: string }

const and = (...parts: (Where | null)[]): Where => {
  const used = parts.filter(part => part !== null)
  return { sql: used.map(part => part.sql).join(' AND '), params: used.flatMap(part => part.params) }
}
const is = (sql: string, ...params: (string | number)[]): Where => ({ sql, params })

/** The application by its id, of whichever intake: asked intake by intake, as the index is. */
const APPLICATIONS = 'SELECT a.id FROM application a WHERE a.intake IN (SELECT id FROM intake) AND a.application_id = ?'
const PROTECTED = 'SELECT a.id FROM application a WHERE a.intake IN (SELECT id FROM intake) AND a.protected = 1'

/** The entries that answer a choice, in parts that are each in the order of time. */
export function partsOf(choice: Choice): Part[] {
  const { caseworker, from, to, groups, applicationId, check } = choice
  const by = caseworker === undefined ? null : is('j.by = ?', caseworker)
  const period = and(from === undefined ? null : is('j.at >= ?', from), to === undefined ? null : is('j.at < ?', to))
  const time = period.sql === '' ? null : period
  const kinds = check ? CASE_READS : groups.length > 0 ? KINDS.filter(kind => groups.includes(groupOf(kind))) : null
  const among = kinds ? is(`j.kind IN (${kinds.map(() => '?').join(', ')})`, ...kinds) : null
  if (applicationId !== '' || check === 'protected') {
    // A few applications: all that has happened to them is asked for and put in order.
    const those = check === 'protected' ? is(`j.application IN (${PROTECTED})`) : null
    const that = applicationId === '' ? null : is(`j.application IN (${APPLICATIONS})`, applicationId)
    return [{ index: '', ...and(that, those, by, time, among, checked(check === 'protected' ? undefined : check)) }]
  }
  const desk = is(noFileRow('j.kind'))
  if (!kinds && !by) return [{ index: 'INDEXED BY journal_log', ...and(desk, time) }]
  const index = by ? 'INDEXED BY journal_log_by' : 'INDEXED BY journal_log_kind'
  return (kinds ?? KINDS).map((kind: EntryKind) => ({ index, ...and(is('j.kind = ?', kind), desk, by, time, checked(check)) }))
}

function checked(check: Choice['check']): Where | null {
  switch (check) {
    // As the clock on the wall showed it.
    case 'hours': return is(`CAST(strftime('%H', j.at, 'localtime') AS INTEGER) NOT BETWEEN 6 AND 19`)
    case 'unchanged': return is(`j.application IS NOT NULL AND NOT EXISTS (SELECT 1 FROM journal w WHERE w.application = j.application AND w.by = j.by AND w.kind NOT IN (${CASE_READS.map(() => '?').join(', ')}))`, ...CASE_READS)
    default: return null
  }
}

/** How many entries answer, up to a limit and one more. */
export function countUpTo(db: Reader, parts: readonly Part[], most: number): number {
  let found = 0
  for (const { index, sql, params } of parts) {
    if (found > most) break
    found += Number(db.value(`SELECT count(*) FROM (SELECT 1 FROM journal j ${index} WHERE ${sql} LIMIT ?)`, ...params, most + 1 - found))
  }
  return found
}

/** The numbers of the entries of a page, newest first. */
export function pageOf(db: Reader, parts: readonly Part[], offset: number, limit: number): number[] {
  const [first, ...others] = parts
  const question = ({ index, sql }: Part) => `SELECT j.seq, j.at FROM journal j ${index} WHERE ${sql} ORDER BY j.at DESC, j.seq DESC LIMIT ? OFFSET ?`
  if (first && others.length === 0) return db.all<{ seq: number }>(question(first), ...first.params, limit, offset).map(entry => entry.seq)
  const found = parts.flatMap(part => db.all<{ seq: number; at: string }>(question(part), ...part.params, offset + limit, 0))
  return found.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.seq - a.seq)).slice(offset, offset + limit).map(entry => entry.seq)
}
