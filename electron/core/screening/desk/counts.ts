import type { DeskCounts } from '../../../../shared/contract/desk.ts'
import { listQuery, QUEUES, type QueueId } from '../../../../shared/contract/list-query.ts'
import { LIGHT_CODES } from '../../cases/cases.ts'
import { intakeById } from '../../cases/programme-of-intake.ts'
import type { Context } from '../../context.ts'
import { findInIndex, type ListIndex } from '../list-index.ts'
import { listInMemory } from '../list-memory.ts'
import { askedOf, countOf } from '../list.ts'
import { findBySql } from '../list-sql.ts'
import { type Asker, type Choice, choiceSql, QUEUE, queueCounts } from '../queues.ts'
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
    return countOf(asked.query, counts)
  }
  return {
    today, ...(index ? countsInIndex(index, asker) : countsBySql(store.read, intake.id, asker)),
    filters: savedFilters(context, { intakeId }).map(filter => ({ ...filter, count: count(filter.choice) })),
  }
}

type Counts = Pick<DeskCounts, 'queues' | 'lights'>
/** What is counted in one walk: every work list, and every light. */
const CHOICES: readonly Choice[] = [...QUEUES.map(queue => QUEUE[queue]), ...LIGHT_CODES.map(light => ({ light }))]

function countsOf(numbers: readonly number[]): Counts {
  const at = (place: number) => numbers[place] ?? 0
  const [green, orange, red] = LIGHT_CODES.map((_, i) => at(QUEUES.length + i)) as [number, number, number]
  return { queues: Object.fromEntries(QUEUES.map((queue, i) => [queue, at(i)])) as Record<QueueId, number>, lights: { green, orange, red, total: green + orange + red } }
}

/** How many cases each work list and each light has, by one walk through the rows in memory. */
export function countsInIndex(index: ListIndex, asker: Asker): Counts {
  return countsOf(queueCounts(CHOICES, asker, index))
}

/** The same as SQLite counts it. */
export function countsBySql(db: Reader, intake: number, asker: Asker): Counts {
  const conditions = CHOICES.map(choice => choiceSql(choice, asker))
  // The index has every column that a work list asks of; SQLite would rather read the rows in the order of names.
  const [row = []] = db.raw(`SELECT ${conditions.map(({ sql }) => `count(*) FILTER (WHERE ${sql})`).join(', ')} FROM application INDEXED BY application_work WHERE intake = ?`, ...conditions.flatMap(({ params }) => params), intake)
  return countsOf(row.map(Number))
}
