import type { Reader } from '../store/database.ts'
import { lightOf } from '../cases/cases.ts'
import { type Asked, type Found, lightCodes, type ListQuery } from './list-query.ts'
import { findWords, type Texts } from './list-texts.ts'
import { bitOf, choiceTest, type Columns, FLAGS_SQL, NEVER, ONLY, QUEUE } from './queues.ts'

/**
 * An intake's list in memory, a column at a time: some ten bytes a row and the texts that are searched. A row's place in the columns is its
 * place in the order of application ids.
 */
export type ListIndex = Columns & {
  /** Row ids by place, and places by row id. */
  ids: Int32Array
  places: ReadonlyMap<number, number>
  /** The journal entry that each row's texts come from. */
  sources: Float64Array
  /** The rules that are not green, as a number in `ruleTexts`: a hundred thousand rows have some thousand texts. */
  rules: Int32Array
  ruleTexts: Numbered
  texts: Texts
  /** Places in rising order. The first `open` of those by name and by identity number are not protected. */
  byName: Int32Array
  byIdentity: Int32Array
  byReceived: Int32Array
  open: number
  /** Follows from lights and names; made when it is asked for. */
  byLight: Int32Array | null
  /** The same of what is due. */
  byDue: Int32Array | null
  /** The latest search: pages of one search are asked for one after the other. */
  searched: { words: string; found: Uint8Array } | null
}
export type Numbered = { texts: string[]; numbers: Map<string, number> }

/** The columns of a row that change with the work on a case: id, source, light, flags, rules, who has it, the day something is due, whose override waits. */
export const STATE = `application.id, application_seq, counted, ${FLAGS_SQL}, rules, ifnull(assignee, 0), CASE due WHEN '${NEVER}' THEN 0 ELSE unixepoch(due) / 86400 END, ifnull(awaiting_by, 0)`
export const STATE_COLUMNS = 8
export const PROTECTED = bitOf('protected')
/** The number of a text, a new one for a new text. */
export function numberOf({ texts, numbers }: Numbered, text: string): number {
  const known = numbers.get(text)
  if (known !== undefined) return known
  numbers.set(text, texts.length)
  return texts.push(text) - 1
}

/** A page from memory. What it costs does not grow with how deep the page lies or how many rows match. */
export function findInIndex(index: ListIndex, { query, words, rules, asker }: Asked): Found {
  const { lights, assignees, ids } = index
  const test = choiceTest([ONLY[query.only], ...(query.queue === null ? [] : [QUEUE[query.queue]])], asker, index)
  const assignee = query.assignee === 'none' ? 0 : query.assignee ?? -1
  const found = words.length > 0 ? search(index, words) : null
  const ruleHit = rules.length > 0 ? Uint8Array.from(index.ruleTexts.texts, text => (rules.some(id => text.includes(`${id}:`)) ? 1 : 0)) : null
  const passes = new Uint8Array(ids.length)
  const tally = [0, 0, 0]
  for (let place = 0; place < ids.length; place++) {
    if (!test(place) || (assignee >= 0 && assignees[place] !== assignee) || (found !== null && found[place] === 0) || (ruleHit !== null && ruleHit[index.rules[place] ?? 0] === 0)) continue
    passes[place] = 1
    tally[lights[place] ?? 0] = (tally[lights[place] ?? 0] ?? 0) + 1
  }
  const codes = lightCodes(query)
  if (codes.length > 0) for (let place = 0; place < ids.length; place++) if (!codes.includes(lights[place] ?? 0)) passes[place] = 0
  const counts = { green: 0, orange: 0, red: 0, total: 0 }
  tally.forEach((n, code) => { counts[lightOf(code)] += n; counts.total += n })
  return { counts, ids: pageOf(index, query, passes) }
}

function search(index: ListIndex, words: string[]): Uint8Array {
  const key = words.join(' ')
  if (index.searched?.words !== key) index.searched = { words: key, found: findWords(index.texts, words) }
  return index.searched.found
}

/** Walks the order from either end and takes what lies on the page. */
function pageOf(index: ListIndex, { sort, direction, offset, limit }: ListQuery, passes: Uint8Array): number[] {
  const page: number[] = []
  let skip = offset
  const walk = (order: Int32Array | null, from: number, to: number) => {
    const step = direction === 'asc' ? 1 : -1
    const last = direction === 'asc' ? to : from - 1
    for (let at = direction === 'asc' ? from : to - 1; at !== last && page.length < limit; at += step) {
      const place = order === null ? at : order[at] ?? 0
      if (passes[place] === 0) continue
      if (skip > 0) skip--
      else page.push(index.ids[place] ?? 0)
    }
  }
  const { length } = index.ids
  if (sort === 'applicationId') walk(null, 0, length)
  else if (sort === 'received') walk(index.byReceived, 0, length)
  else if (sort === 'light') walk(lightOrder(index), 0, length)
  else if (sort === 'due') walk(dueOrder(index), 0, length)
  else {
    // Protected persons come last in either direction.
    const order = sort === 'name' ? index.byName : index.byIdentity
    walk(order, 0, index.open)
    walk(order, index.open, length)
  }
  return page
}

function lightOrder(index: ListIndex): Int32Array {
  return (index.byLight ??= dealt(index.byName, place => index.lights[place] ?? 0, 3))
}

const LAST_DAY = 65_535
/** What is due first comes first, and what is not due at all last. */
function dueOrder(index: ListIndex): Int32Array {
  return (index.byDue ??= dealt(index.byName, place => index.due[place] || LAST_DAY, LAST_DAY + 1))
}

/** The places in the order of their key, and those of one key in the order they came. */
export function dealt(order: Int32Array, keyOf: (place: number) => number, keys: number): Int32Array {
  const next = new Int32Array(keys + 1)
  for (const place of order) next[keyOf(place) + 1] = (next[keyOf(place) + 1] ?? 0) + 1
  for (let key = 0; key < keys; key++) next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0)
  const out = new Int32Array(order.length)
  for (const place of order) {
    const key = keyOf(place)
    const at = next[key] ?? 0
    out[at] = place
    next[key] = at + 1
  }
  return out
}

/** Reads some rows' light, state and rules again. False when something else has changed as well: then all must be read anew. */
export function rereadRows(db: Reader, index: ListIndex, intake: number, applications: readonly number[]): boolean {
  const rows = db.raw(`SELECT ${STATE} FROM json_each(?) touched CROSS JOIN application ON application.id = touched.value WHERE intake = ?`, JSON.stringify(applications), intake)
  const known = applications.filter(id => index.places.has(id)).length
  if (rows.length !== known) return false
  for (const [id, source, light, flags, rules, assignee, due, awaitingBy] of rows) {
    const place = index.places.get(Number(id))
    if (place === undefined || index.sources[place] !== source || ((index.flags[place] ?? 0) & PROTECTED) !== (Number(flags) & PROTECTED)) return false
    if (index.lights[place] !== light) index.byLight = null
    if (index.due[place] !== due) index.byDue = null
    index.lights[place] = Number(light)
    index.flags[place] = Number(flags)
    index.rules[place] = numberOf(index.ruleTexts, String(rules))
    index.assignees[place] = Number(assignee)
    index.due[place] = Number(due)
    index.awaitingBy[place] = Number(awaitingBy)
  }
  return true
}
