import Papa, { type ParseResult } from 'papaparse'
import { SEPARATORS, type Separator } from '../../../../shared/tables.ts'
import type { FileLayout } from '../../rules/load.ts'

/** Records that are looked at when a file's shape is guessed, and the most columns of one. */
export const SAMPLE_ROWS = 60
const HEADER_ROWS = 40

/** No name of a column is longer; and brackets that never close would be looked for again from each of them. */
const LONGEST_NAME = 200

/** A header cell as it is compared when it is guessed: letters and digits only, without accents, small; what stands in brackets does not count. */
export function foldHeader(cell: string): string {
  const name = cell.slice(0, LONGEST_NAME)
  const bare = name.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
  const text = /[\p{L}\p{N}]/u.test(bare) ? bare : name
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ø/g, 'o').replace(/æ/g, 'ae').replace(/ß/g, 'ss').replace(/[^\p{L}\p{N}]+/gu, '')
}

const namesOf = new WeakMap<readonly FileLayout[], string[]>()

/** Every name by which a column of these layouts may be called, folded. */
export function knownNames(layouts: readonly FileLayout[]): string[] {
  let names = namesOf.get(layouts)
  if (!names) namesOf.set(layouts, names = [...new Set(layouts.flatMap(l => l.columns.flatMap(c => [c.column, ...(c.aliases ?? []), ...(c.also ?? [])].map(foldHeader))))])
  return names
}

/** The records at the beginning of a text. `whole` when the text is not cut off. */
export function sampleRecords(text: string, separator: Separator, whole: boolean): string[][] {
  const newline = text.includes('\n') ? '\n' : '\r'
  const { data } = new Papa.Parser({ delimiter: separator, newline, preview: SAMPLE_ROWS * 2 }).parse(text, 0, !whole) as ParseResult<string[]>
  const rows: string[][] = []
  for (const row of data) {
    const cells = row.map(cell => cell.replace(/\r$/, ''))
    if (cells.length === 1 && cells[0] === '') continue
    rows.push(cells)
    if (rows.length === SAMPLE_ROWS) break
  }
  return rows
}

const usualWidth = (rows: readonly string[][]): { width: number; share: number } => {
  const widths = new Map<number, number>()
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1)
  const [width = 1, n = 0] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  return { width, share: rows.length === 0 ? 0 : n / rows.length }
}

/** Which record is the header (from 1), and how many of its cells are names that are known. */
export function guessHeader(rows: readonly string[][], names: ReadonlySet<string>): { row: number; hits: number } {
  let best = { row: 0, hits: 0 }
  for (const [i, row] of rows.slice(0, HEADER_ROWS).entries()) {
    const hits = new Set(row.map(foldHeader).filter(cell => names.has(cell))).size
    if (hits > best.hits) best = { row: i + 1, hits }
  }
  if (best.hits > 1) return best
  const { width } = usualWidth(rows)
  const worded = (row: readonly string[]) => row.length === width && row.every(cell => /\p{L}/u.test(cell))
  const first = rows.slice(0, HEADER_ROWS).findIndex(worded)
  return { row: best.row || first + 1 || Math.max(1, rows.findIndex(row => row.length === width) + 1), hits: best.hits }
}

/** The separator that makes the most of a text: known names first, else columns of one number all the way down. */
export function guessSeparator(text: string, whole: boolean, names: ReadonlySet<string>): Separator {
  const scored = SEPARATORS.map(separator => {
    const rows = sampleRecords(text, separator, whole)
    const { width, share } = usualWidth(rows)
    return { separator, score: guessHeader(rows, names).hits * 1000 + (width > 1 ? share * 100 + Math.min(width, 50) : 0) }
  })
  return scored.sort((a, b) => b.score - a.score)[0]?.separator ?? ';'
}
