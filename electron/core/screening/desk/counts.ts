import type { DeskCounts } from '../../../../shared/contract/desk.ts'
import { listQuery, QUEUES, type QueueId } from '../../../../shared/contract/list-query.ts'
import { intakeById } from '../../cases/programme-of-intake.ts'
import type { Context } from '../../context.ts'
import { findInIndex, type ListIndex } from '../list-index.ts'
import { listInMemory } from '../list-memory.ts'
import { askedOf, countOf } from '../list.ts'
import { findBySql } from '../list-sql.ts'
import { type Asker, choiceSql, QUEUE, queueCounts } from '../queues.ts'
import { swedishDay } from '../../store/days.ts'
import type { Reader } from '../../store/database.ts'
import { savedFilters } from './filters.ts'

/** How many cases each work list, each light and each saved list of the caseworker has. `today` is the day that decides what is overdue. */
export function deskCounts(context: Context, { intakeId }: { intakeId: number }, today = swedishDay(context.store.now())): DeskCounts {
  const { store } = context
  const intake = intakeById(store.read, intakeId)
  const asker: Asker = { me: store.caseworkerId, today }
  const index = listInMemory(store, intake.id)
  const count = (choice: object) => {
    const asked = askedOf(store, intake, listQuery.parse({ intakeId, ...choice, limit: 1 }), today)
    const { counts } = index ? findInIndex(index, asked) : findBySql(store.read, asked)
    return { counts, total: countOf(asked.query, counts) }
  }
  return {
    today, queues: index ? queuesInIndex(index, asker) : queuesBySql(store.read, intake.id, asker), lights: count({}).counts,
    filters: savedFilters(context, { intakeId }).map(filter => ({ ...filter, count: count(filter.choice).total })),
  }
}

const each = <T>(make: (queue: QueueId, at: number) => T): Record<QueueId, T> => Object.fromEntries(QUEUES.map((queue, at) => [queue, make(queue, at)])) as Record<QueueId, T>

/** The same by one walk through the rows in memory. */
export function queuesInIndex(index: ListIndex, asker: Asker): Record<QueueId, number> {
  const counts = queueCounts(QUEUES.map(queue => QUEUE[queue]), asker, index)
  return each((_, at) => counts[at] ?? 0)
}

/** The same as SQLite counts it. */
export function queuesBySql(db: Reader, intake: number, asker: Asker): Record<QueueId, number> {
  const conditions = QUEUES.map(queue => choiceSql(QUEUE[queue], asker))
  // The index has every column that a work list asks of; SQLite would rather read the rows in the order of names.
  const [row = []] = db.raw(`SELECT ${conditions.map(({ sql }) => `count(*) FILTER (WHERE ${sql})`).join(', ')} FROM application INDEXED BY application_work WHERE intake = ?`, ...conditions.flatMap(({ params }) => params), intake)
  return each((_, at) => Number(row[at] ?? 0))
}
