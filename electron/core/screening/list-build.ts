import type { Reader } from '../store/database.ts'
import { dealt, type ListIndex, numberOf, type Numbered, PROTECTED, STATE, STATE_COLUMNS } from './list-index.ts'
import { collectTexts } from './list-texts.ts'

const ROWS_AT_ONCE = 1000
const IDS_AT_ONCE = 5000

/** Reads an intake's list, some milliseconds at a time; between them the store may change, which is for the caller to see. */
export function* readIndex(db: Reader, intake: number): Generator<void, ListIndex, void> {
  const texts = collectTexts()
  const ruleTexts: Numbered = { texts: [], numbers: new Map() }
  const days: Numbered = { texts: [], numbers: new Map() }
  const columns = { ids: [] as number[], sources: [] as number[], lights: [] as number[], flags: [] as number[], rules: [] as number[], days: [] as number[], assignees: [] as number[], due: [] as number[], awaitingBy: [] as number[] }
  const places = new Map<number, number>()
  for (let after = '', more = true; more; ) {
    const beyond = columns.ids.length === 0 ? '>=' : '>'
    const rows = db.raw(`SELECT ${STATE}, ifnull(received, ''), application_id, CASE protected WHEN 1 THEN lower(application_id) ELSE search END FROM application WHERE intake = ? AND application_id ${beyond} ? ORDER BY application_id LIMIT ${ROWS_AT_ONCE}`, intake, after)
    for (const [id, source, light, flags, rules, assignee, due, awaitingBy, received, , text] of rows) {
      places.set(Number(id), columns.ids.length)
      columns.ids.push(Number(id))
      columns.sources.push(Number(source))
      columns.lights.push(Number(light))
      columns.flags.push(Number(flags))
      columns.rules.push(numberOf(ruleTexts, String(rules)))
      columns.days.push(numberOf(days, String(received)))
      columns.assignees.push(Number(assignee))
      columns.due.push(Number(due))
      columns.awaitingBy.push(Number(awaitingBy))
      texts.add(String(text))
    }
    more = rows.length === ROWS_AT_ONCE
    after = String(rows.at(-1)?.[STATE_COLUMNS + 1] ?? '')
    yield
  }
  const byName = yield* readOrder(db, intake, 'sort_name', places)
  const byIdentity = yield* readOrder(db, intake, 'identity', places)
  const ids = Int32Array.from(columns.ids)
  const flags = Uint16Array.from(columns.flags)
  yield
  const byReceived = orderByDay(days, columns.days, Int32Array.from(ids.slice().sort(), id => places.get(id) ?? 0))
  yield
  return {
    ids, places, sources: Float64Array.from(columns.sources), lights: Uint8Array.from(columns.lights), flags, rules: Int32Array.from(columns.rules), ruleTexts, texts: texts.done(),
    assignees: Uint16Array.from(columns.assignees), due: Uint16Array.from(columns.due), awaitingBy: Uint16Array.from(columns.awaitingBy),
    byName, byIdentity, byReceived, open: flags.reduce((sum, flag) => sum + (flag & PROTECTED ? 0 : 1), 0), byLight: null, byDue: null, searched: null,
  }
}

function* readOrder(db: Reader, intake: number, column: 'sort_name' | 'identity', places: ReadonlyMap<number, number>): Generator<void, Int32Array, void> {
  const order: number[] = []
  for (const flag of [0, 1]) {
    for (let offset = 0, more = true; more; offset += IDS_AT_ONCE) {
      const rows = db.raw(`SELECT id FROM application WHERE intake = ? AND protected = ? ORDER BY ${column}, id LIMIT ${IDS_AT_ONCE} OFFSET ?`, intake, flag, offset)
      for (const [id] of rows) order.push(places.get(Number(id)) ?? 0)
      more = rows.length === IDS_AT_ONCE
      yield
    }
  }
  return Int32Array.from(order)
}

/** Few days, many rows: the days are sorted, the rows dealt out in the order of their ids. */
function orderByDay(days: Numbered, dayOf: readonly number[], byId: Int32Array): Int32Array {
  const ranks = new Int32Array(days.texts.length)
  const sorted = [...days.texts.keys()].sort((a, b) => ((days.texts[a] ?? '') < (days.texts[b] ?? '') ? -1 : 1))
  sorted.forEach((day, rank) => { ranks[day] = rank })
  return dealt(byId, place => ranks[dayOf[place] ?? 0] ?? 0, ranks.length)
}
