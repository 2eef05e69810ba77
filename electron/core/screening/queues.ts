import type { QueueId } from '../../../shared/contract/list-query.ts'
import { LIGHT_CODES } from '../cases/cases.ts'
import { dayNumber } from '../rules/dates.ts'
import type { ListQuery } from './list-query.ts'

/** What is true or not of a row, in the order of its bits in memory; each as SQL that gives 1 or 0. */
const FLAGS = {
  protected: 'protected', established: '(established IS NOT NULL)', changed: 'changed', decided: 'decided', vanished: '(vanished IS NOT NULL)',
  waiting: '(waits_until IS NOT NULL)', answered: '(answered <> 0)', moved: '(established IS NULL AND moved_from IS NOT NULL AND moved_from <> proposed)', express: '(express <> 0)', awaiting: '(awaiting <> 0)',
} as const
export type Flag = keyof typeof FLAGS
const names = Object.keys(FLAGS) as Flag[]
/** A flag's bit. */
export const bitOf = (flag: Flag): number => 1 << names.indexOf(flag)
/** A row's flags as one number. */
export const FLAGS_SQL = names.map(flag => `${bitOf(flag)} * ${FLAGS[flag]}`).join(' + ')
/** Nothing is due: later than every day. */
export const NEVER = '9999-12-31'

/** What is looked for: flags that must all hold, of which one must hold, that must not hold; and what depends on who asks, and when. */
export type Choice = { all?: readonly Flag[]; some?: readonly Flag[]; none?: readonly Flag[]; light?: 'green' | 'orange' | 'red'; when?: When }
type When = 'overdue' | 'mine' | 'unassigned' | 'not-own'
/** Who asks, and which day it is to them. */
export type Asker = { me: number; today: string }

/** The work lists, each defined here and nowhere else. */
export const QUEUE: Record<QueueId, Choice> = {
  mine: { none: ['decided'], when: 'mine' },
  express: { all: ['express'], none: ['decided'] },
  overdue: { none: ['decided'], when: 'overdue' },
  answered: { all: ['answered'] },
  changed: { some: ['changed', 'moved'] },
  // Nobody reads an own override as its second reader.
  second: { all: ['awaiting'], when: 'not-own' },
  'not-screened': { none: ['established', 'decided'] },
  orange: { light: 'orange', none: ['established', 'decided', 'waiting', 'awaiting'] },
  waiting: { all: ['waiting'], none: ['decided'] },
  unassigned: { none: ['decided'], when: 'unassigned' },
}
/** What can be chosen of a list beside its queues. */
export const ONLY: Record<ListQuery['only'], Choice> = {
  all: {}, protected: { all: ['protected'] }, established: { all: ['established'] }, 'not-established': { none: ['established'] }, changed: { all: ['changed'] }, decided: { all: ['decided'] }, vanished: { all: ['vanished'] },
}

export type Condition = { sql: string; params: (string | number)[] }
const WHEN: Record<When, (asker: Asker) => Condition> = {
  overdue: ({ today }) => ({ sql: 'due < ?', params: [today] }),
  mine: ({ me }) => ({ sql: 'assignee = ?', params: [me] }),
  unassigned: () => ({ sql: 'assignee IS NULL', params: [] }),
  'not-own': ({ me }) => ({ sql: 'awaiting_by IS NOT ?', params: [me] }),
}

/** A choice as a condition of SQL. */
export function choiceSql({ all = [], some = [], none = [], light, when }: Choice, asker: Asker): Condition {
  const asked = when === undefined ? { sql: '', params: [] } : WHEN[when](asker)
  const parts = [...all.map(flag => FLAGS[flag]), ...none.map(flag => `NOT ${FLAGS[flag]}`), some.map(flag => FLAGS[flag]).join(' OR '), light === undefined ? '' : `counted = ${LIGHT_CODES.indexOf(light)}`, asked.sql]
  return { sql: parts.filter(part => part !== '').map(part => `(${part})`).join(' AND '), params: asked.params }
}

/** The columns in memory that choices look at, a row's at its place. `due` counts days; 0 is never. */
export type Columns = { lights: Uint8Array; flags: Uint16Array; assignees: Uint16Array; due: Uint16Array; awaitingBy: Uint16Array }

/** A choice as a test of a row in memory. */
export function choiceTest({ all = [], some = [], none = [], light, when }: Choice, { me, today }: Asker, { lights, flags, assignees, due, awaitingBy }: Columns): (place: number) => boolean {
  const bits = (list: readonly Flag[]) => list.reduce((sum, flag) => sum | bitOf(flag), 0)
  const [wanted, mask, any, code, now] = [bits(all), bits(all) | bits(none), bits(some), light === undefined ? -1 : LIGHT_CODES.indexOf(light), dayNumber(today)]
  const basic = (place: number) => {
    const has = flags[place] ?? 0
    return (has & mask) === wanted && (any === 0 || (has & any) !== 0) && (code < 0 || lights[place] === code)
  }
  if (when === undefined) return basic
  switch (when) {
    case 'overdue': return place => { const day = due[place] ?? 0; return day !== 0 && day < now && basic(place) }
    case 'mine': return place => assignees[place] === me && basic(place)
    case 'unassigned': return place => assignees[place] === 0 && basic(place)
    case 'not-own': return place => awaitingBy[place] !== me && basic(place)
  }
}
