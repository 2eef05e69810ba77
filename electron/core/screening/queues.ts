import type { QueueId } from '../../../shared/contract/list-query.ts'
import { LIGHT_CODES } from '../cases/cases.ts'
import { dayNumber } from '../rules/dates.ts'
import type { ListQuery } from './list-query.ts'

/** What is true or not of a row, in the order of its bits in memory; each as SQL that gives 1 or 0. */
const FLAGS = {
  protected: 'protected', established: '(established IS NOT NULL)', changed: 'changed', decided: 'decided', vanished: '(vanished IS NOT NULL)',
  waiting: '(waits_until IS NOT NULL)', answered: '(answered <> 0)', moved: '(established IS NULL AND moved_from IS NOT NULL AND moved_from <> proposed)', express: '(express <> 0)', awaiting: '(awaiting <> 0)',
  withdrawn: `(EXISTS (SELECT 1 FROM consent WHERE consent.application = application.id AND consent.state = 'withdrawn'))`,
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
  all: {}, protected: { all: ['protected'] }, established: { all: ['established'] }, 'not-established': { none: ['established'] }, changed: { all: ['changed'] }, decided: { all: ['decided'] }, vanished: { all: ['vanished'] }, withdrawn: { all: ['withdrawn'] },
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

const bits = (list: readonly Flag[]) => list.reduce((sum, flag) => sum | bitOf(flag), 0)
/** What is asked of a row as one number: its flags, its light above them, and above those what depends on who asks, and when. */
const LIGHT_AT = names.length
const WHEN_BIT: Record<When, number> = { overdue: 4 << LIGHT_AT, mine: 8 << LIGHT_AT, unassigned: 16 << LIGHT_AT, 'not-own': 32 << LIGHT_AT }
const KEYS = 64 << LIGHT_AT

function keyOf({ me, today }: Asker, { lights, flags, assignees, due, awaitingBy }: Columns): (place: number) => number {
  const now = dayNumber(today)
  return place => {
    const [day, who] = [due[place] ?? 0, assignees[place] ?? 0]
    return (flags[place] ?? 0) | ((lights[place] ?? 0) << LIGHT_AT) | (day !== 0 && day < now ? WHEN_BIT.overdue : 0) | (who === me ? WHEN_BIT.mine : 0) | (who === 0 ? WHEN_BIT.unassigned : 0) | (awaitingBy[place] === me ? 0 : WHEN_BIT['not-own'])
  }
}

function keyTest({ all = [], some = [], none = [], light, when }: Choice): (key: number) => boolean {
  const asked = when === undefined ? 0 : WHEN_BIT[when]
  const [any, code] = [bits(some), light === undefined ? 0 : LIGHT_CODES.indexOf(light) << LIGHT_AT]
  const [wanted, mask] = [bits(all) | code | asked, bits(all) | bits(none) | (light === undefined ? 0 : 3 << LIGHT_AT) | asked]
  return key => (key & mask) === wanted && (any === 0 || (key & any) !== 0)
}

/** Choices as one test of a row in memory, which must pass them all. */
export function choiceTest(choices: readonly Choice[], asker: Asker, columns: Columns): (place: number) => boolean {
  const key = keyOf(asker, columns)
  const [first, second, ...more] = choices.filter(choice => Object.keys(choice).length > 0).map(keyTest)
  if (first === undefined) return () => true
  if (second === undefined) return place => first(key(place))
  const others = [second, ...more]
  return place => { const at = key(place); return first(at) && others.every(test => test(at)) }
}

/** How many rows pass each choice: rows that are alike in all that is asked are counted together, so that many choices cost one walk. */
export function queueCounts(choices: readonly Choice[], asker: Asker, columns: Columns): number[] {
  const key = keyOf(asker, columns)
  const alike = new Int32Array(KEYS)
  for (let place = 0; place < columns.flags.length; place++) {
    const at = key(place)
    alike[at] = (alike[at] ?? 0) + 1
  }
  const counts = choices.map(() => 0)
  const tests = choices.map(keyTest)
  for (let at = 0; at < KEYS; at++) {
    const n = alike[at] ?? 0
    if (n > 0) tests.forEach((test, i) => { if (test(at)) counts[i] = (counts[i] ?? 0) + n })
  }
  return counts
}
