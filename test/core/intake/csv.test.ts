import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../electron/core/intake/reader/csv.ts'
import { programmeOf } from '../../../electron/core/programmes/programmes.ts'
import { testFolder } from '../store-fixture.ts'

const layouts = Object.values(programmeOf('jobbspranget').layouts)
const header = 'personnummer;arbetssokande_status;inskrivningsdatum'
const PIECE = 1 << 18

async function records(text: string): Promise<string[][]> {
  const path = join(testFolder(), 'a.csv')
  writeFileSync(path, text)
  const out: string[][] = []
  await readCsv(path, 'utf-8', layouts, () => undefined, (cells, record) => {
    out.push(cells)
    expect(record).toBe(out.length)
  })
  return out
}
/** The same file read by the forgiving parser alone. */
const forgiven = (text: string): string[][] => parse(text, { delimiter: ';', relax_column_count: true, relax_quotes: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n', '\r'] })

const plain = fc.string({ unit: fc.constantFrom('a', 'å', 'ễ', ' ', '-', '1', ','), maxLength: 6 })
const quoted = fc.string({ unit: fc.constantFrom('a', 'ö', ';', '\r\n', '\n', '""', ' '), maxLength: 6 }).map(t => `"${t}"`)
const odd = fc.constantFrom('a"b', '"Kalle" AB', ' "a"', '"a"b"', 'a\rb', '"a\r"', '""a')
const newline = fc.constantFrom('\r\n', '\n')
const row = (cell: fc.Arbitrary<string>) => fc.array(cell, { minLength: 1, maxLength: 5 }).map(cells => cells.join(';'))
const file = (cell: fc.Arbitrary<string>) => fc.tuple(fc.array(fc.tuple(row(cell), newline), { minLength: 1, maxLength: 12 }), fc.boolean(), newline)
  .map(([rows, ended, end]) => { const text = `${header}${end}${rows.map(r => r.join('')).join('')}`; return ended ? text : text.replace(/\r?\n$/, '') })
// A line of nothing but a pair of quotes is an empty line to one parser and a record of one empty cell to the other; both lead nowhere.
const told = (rows: string[][]) => rows.filter(r => r.length > 1 || r[0] !== '')

describe('a CSV file gives the same records whichever parser reads it', () => {
  it('when it is well formed', async () => {
    await fc.assert(fc.asyncProperty(file(fc.oneof(plain, quoted)), async text => { expect(told(await records(text))).toEqual(told(forgiven(text))) }), { numRuns: 150 })
  })
  it('when quotes and line ends are odd', async () => {
    const readable = file(fc.oneof({ weight: 5, arbitrary: plain }, { weight: 2, arbitrary: quoted }, { weight: 1, arbitrary: odd })).filter(text => { try { forgiven(text); return true } catch { return false } })
    await fc.assert(fc.asyncProperty(readable, async text => { expect(told(await records(text))).toEqual(told(forgiven(text))) }), { numRuns: 150 })
  })
  it.each([['\r\n', 'rad'], ['\n', 'rad\r\nbrytning'], ['\r\n', 'a""b'], ['\r', 'rad']])('with line end %j and the cell %j wherever a read of the file ends', async (end, cell) => {
    const line = `19900101-2389;"${cell}";2022-01-01${end}`
    for (let shift = 0; shift <= line.length + 1; shift += end === '\r' ? 7 : 1) {
      const first = `${'x'.repeat(PIECE - header.length - end.length - shift - end.length)}${end}`
      const text = `${header}${end}${first}${line.repeat(3)}`
      expect(await records(text)).toEqual(forgiven(text))
    }
  })
})

describe('what is odd far into a file', () => {
  const rows = (n: number) => Array.from({ length: n }, (_, i) => `19900101-2389;Aktuell ${i};2022-01-01\r\n`).join('')
  const far = 10_000
  it('is read as written, with every record before and after it', async () => {
    const found = await records(`${header}\r\n${rows(far)}19900101-2389;"Kalle" AB;2022-01-01\r\n${rows(far)}`)
    expect(found).toHaveLength(2 * far + 2)
    expect(found[far + 1]).toEqual(['19900101-2389', '"Kalle" AB', '2022-01-01'])
    expect(found.at(-1)).toEqual(['19900101-2389', `Aktuell ${far - 1}`, '2022-01-01'])
  })
  it('is told with the number of the record where the quote begins', async () => {
    await expect(records(`${header}\r\n${rows(far)}19900101-2389;"Aktuell;2022-01-01\r\n${rows(far)}`)).rejects.toMatchObject({ code: 'file-unterminated-quote', params: { record: far + 2 } })
  })
})
