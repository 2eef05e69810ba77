import type { Reader } from '../store/database.ts'
import { nameWords } from '../store/search.ts'
import { collectWords, type WordIndex } from './word-index.ts'

/** What is searched in memory. Protected persons are not in it: they are found by the whole of their application id only. */
export type SearchIndex = { names: WordIndex; employers: WordIndex; caseNumbers: readonly { id: number; number: string }[] }

const ROWS_AT_ONCE = 1000
const DECIDED = `SELECT decision.id, application.id, json_extract(details, '$.organiser'), json_extract(details, '$.caseNumber') FROM decision JOIN application ON application.id = decision.application AND protected = 0`

/** Newest intakes first, since they are what is worked on. */
export const intakesNewestFirst = (db: Reader): number[] => db.raw('SELECT id FROM intake ORDER BY place_start DESC, id DESC').map(([id]) => Number(id))

/** A sort key tells the name: it keeps å ä ö apart from a and o, which a search does not, and lies in an index so that no row need be read. */
const namesIn = (sortKey: string): string[] => {
  const plain = sortKey.replace(/[{|]/g, 'a').replace(/\}/g, 'o')
  const parts = plain.split('\u0001').map(nameWords)
  // Who writes a double name as one word finds it too.
  return [...new Set(parts.flatMap(words => (words.length > 1 ? [...words, words.join('')] : words)))]
}
/** A case number as it is searched: letters small, spaces left out. */
export const numberKey = (text: string): string => text.toLowerCase().replace(/\s+/g, '')

/** Reads all names, employers and case numbers, some milliseconds at a time; between them the store may change, which is for the caller to see. */
export function* readWords(db: Reader): Generator<void, SearchIndex, void> {
  const names = collectWords()
  for (const intake of intakesNewestFirst(db)) {
    for (let key = '', id = 0, more = true; more; ) {
      const rows = db.raw(`SELECT id, sort_name FROM application WHERE intake = ? AND protected = 0 AND (sort_name, id) > (?, ?) ORDER BY sort_name, id LIMIT ${ROWS_AT_ONCE}`, intake, key, id)
      for (const [row, sortKey] of rows) names.add(Number(row), namesIn(String(sortKey)))
      more = rows.length === ROWS_AT_ONCE
      id = Number(rows.at(-1)?.[0] ?? 0)
      key = String(rows.at(-1)?.[1] ?? '')
      yield
    }
  }
  const decided = collectDecided()
  for (let before = Number.MAX_SAFE_INTEGER, more = true; more; ) {
    const rows = db.raw(`${DECIDED} WHERE decision.id < ? ORDER BY decision.id DESC LIMIT ${ROWS_AT_ONCE}`, before)
    for (const row of rows) decided.add(row)
    more = rows.length === ROWS_AT_ONCE
    before = Number(rows.at(-1)?.[0] ?? 0)
    yield
  }
  return { names: names.done(), ...decided.done() }
}

/** The same of some cases, at once. */
export function readWordsOf(db: Reader, cases: readonly number[]): SearchIndex {
  const names = collectWords()
  const page = JSON.stringify(cases)
  for (const [id, sortKey] of db.raw('SELECT application.id, sort_name FROM json_each(?) page CROSS JOIN application ON application.id = page.value WHERE protected = 0', page)) names.add(Number(id), namesIn(String(sortKey)))
  const decided = collectDecided()
  for (const row of db.raw(`${DECIDED} WHERE application.id IN (SELECT value FROM json_each(?)) ORDER BY decision.id DESC`, page)) decided.add(row)
  return { names: names.done(), ...decided.done() }
}

function collectDecided() {
  const employers = collectWords()
  const caseNumbers: { id: number; number: string }[] = []
  return {
    add: ([, id, organiser, number]: readonly unknown[]) => {
      employers.add(Number(id), nameWords(typeof organiser === 'string' ? organiser : ''))
      const key = numberKey(typeof number === 'string' ? number : '')
      if (key !== '') caseNumbers.push({ id: Number(id), number: key })
    },
    done: () => ({ employers: employers.done(), caseNumbers }),
  }
}
