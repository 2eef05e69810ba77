import { describe, expect, it } from 'vitest'
import { random, type Random } from '../../../build/sample/random.ts'
import { sheetReader } from '../../../electron/core/intake/reader/sheet-rows.ts'
import { sheetOf } from '../../fuzz/files.ts'
import { slipped } from '../../fuzz/text.ts'
import { sheetXml } from './sheets.ts'

const context = { strings: ['ja', '2023-1', ''], dates: [false, true, true, false], from1904: false }

/** The rows before a sheet's end or its first mistake, and which mistake that is. */
function read(xml: string, pieces: Random): { rows: string[][]; mistake: string } {
  const rows: string[][] = []
  const reader = sheetReader('b.xlsx', context, cells => void rows.push([...cells]))
  try {
    for (let at = 0; at < xml.length;) {
      const next = at + 1 + pieces.below(pieces.chance(50) ? 40 : 4000)
      reader.write(xml.slice(at, next))
      at = next
    }
    reader.end()
    return { rows, mistake: '' }
  } catch (error) {
    return { rows, mistake: error instanceof Error ? error.name : 'okänt' }
  }
}
/** The same sheet with its table begun in a way that leaves every row to the parser. */
const parsed = (xml: string) => xml.replaceAll('<sheetData>', '<sheetData >')

describe('rows that pass the parser by', () => {
  it('are the rows that the parser finds, whole or broken, in whatever pieces they come', () => {
    let [whole, broken] = [0, 0]
    for (let seed = 0; seed < 600; seed++) {
      const source = random(seed)
      const sheet = sheetOf(source)
      const xml = source.chance(50) ? slipped(source, sheet) : sheet
      const found = read(xml, random(seed))
      expect(found, `${seed}`).toEqual(read(parsed(xml), random(seed + 1)))
      if (found.mistake === '') whole++
      else broken++
    }
    expect(whole).toBeGreaterThan(150)
    expect(broken).toBeGreaterThan(150)
  })
  const row = (n: number, cells = `<c r="A${n}"><v>${n}</v></c>`, more = '') => `<row r="${n}"${more}>${cells}</row>`
  it.each([
    ['in a comment', `${row(1)}<!-- ${row(2)}${row(3)} -->${row(4)}`, [['1'], ['4']]],
    ['after a comment that ends one', `${row(1)}<!-- </row> -->${row(4)}${row(5)}`, [['1'], ['4'], ['5']]],
    ['in a text that is none', `${row(1)}${row(2, '<c r="A2" t="str"><v><![CDATA[</row><row r="3">]]></v></c>')}${row(4)}`, [['1'], ['</row><row r="3">'], ['4']]],
    ['with attributes', `${row(1, undefined, ' spans="1:9"')}${row(2, undefined, ' spans="1:9"')}${row(3, undefined, ' ht="&gt;"')}`, [['1'], ['2'], ['3']]],
    ['without cells, or with empty ones', `<row r="1"/>${row(2, '')}${row(3, '<c r="A3" s="1"/><c r="B3" t="s"></c><c r="C3" t="b"><v>1</v></c>')}`, [['', '', 'ja']]],
    ['beside reading aids', `<rPh>${row(1, '<c r="A1" t="inlineStr"><is><t>x</t></is></c>')}</rPh>${row(2, '<c r="A2" t="inlineStr"><is><t>y</t></is></c>')}`, [['y']]],
    ['of a kind with the value of another', row(1, '<c r="A1" t="inlineStr"><v>1</v></c><c r="B1" t="str"><is><t>x</t></is></c><c r="C1"><v>3</v></c>'), [['', '', '3']]],
  ])('%s', (_name, rows, expected) => {
    const xml = sheetXml([]).replace('<sheetData></sheetData>', () => `<sheetData>${rows}</sheetData>`)
    expect(read(xml, random(1))).toEqual({ rows: expected, mistake: '' })
    expect(read(parsed(xml), random(1))).toEqual({ rows: expected, mistake: '' })
  })
  it.each([['out of place', row(2) + row(1)], ['with a cell of another row', row(1, '<c r="A2"><v>1</v></c>')], ['with a number that is none', row(1, '<c r="A1"><v>x</v></c>')], ['with two numbers', row(1) + row(2, undefined, ' r="3"')], ['after the table', `${row(1)}</sheetData>${row(1)}<sheetData>`]])('%s are no other than the parser finds', (_name, rows) => {
    const xml = sheetXml([]).replace('<sheetData></sheetData>', () => `<sheetData>${rows}</sheetData>`)
    expect(read(xml, random(1))).toEqual(read(parsed(xml), random(1)))
  })
})
