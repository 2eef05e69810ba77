import fc from 'fast-check'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import { readXlsx, sheetNames } from '../../../electron/core/intake/reader/xlsx.ts'
import { testFolder } from '../store-fixture.ts'
import { type ZipPart, zip } from '../zip.ts'
import { letters, sheetXml, workbookParts } from './sheets.ts'

/** Another reader's cell as the text that ours gives. */
function textOf(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value)
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  return typeof value === 'string' ? value : ''
}

/** What another reader of workbooks finds in one, as ours gives it. */
async function expected(path: string): Promise<string[][]> {
  const rows = (await readSheet(path, 1)).map(row => row.map(textOf)).filter(row => row.some(cell => cell !== ''))
  let width = 0
  rows.forEach((row, i) => {
    while (row.at(-1) === '') row.pop()
    if (i === 0) width = row.length
    while (row.length < width) row.push('')
  })
  return rows
}

async function found(path: string): Promise<string[][]> {
  const rows: string[][] = []
  await readXlsx(path, statSync(path).size, cells => void rows.push([...cells]))
  return rows
}

const words = fc.oneof(fc.constantFrom('', ' ', 'ja', 'Åsa Öberg', '01000', '_x000D_', '_x0041_', 'a\nb', '<&>"', '🙂', '  kant  ', ']]>'), fc.string({ maxLength: 12, unit: fc.constantFrom(...'abc åäö<>&\'"_x0-9;') }))
const formats = ['yyyy-mm-dd', 'dd/mm/yyyy', 'd mmmm yyyy', 'mm-dd-yy', '0', '0.00', '#,##0', '@', '0%', 'yyyy"-"mm', '[$-41D]d mmmm yyyy', 'hh:mm', 'd "dagar"', '"datum" yyyy', '0 "kr"', 'General']
const cells: fc.Arbitrary<Cell> = fc.oneof(
  words.map(value => (value === '' ? null : { value, type: String })),
  fc.tuple(fc.oneof(fc.integer({ min: -10, max: 80_000 }), fc.double({ min: 0, max: 1e15, noNaN: true })), fc.constantFrom(undefined, ...formats)).map(([value, format]) => (format === undefined ? { value, type: Number } : { value, type: Number, format }) as Cell),
  fc.boolean().map(value => ({ value, type: Boolean })),
  fc.tuple(fc.date({ min: new Date('1900-03-02'), max: new Date('2100-01-01'), noInvalidDate: true }), fc.constantFrom(...formats.slice(0, 4))).map(([value, format]) => ({ value, type: Date, format })),
  fc.constant(null),
)

describe('a workbook is read as another reader reads it', () => {
  it('when a spreadsheet library wrote it', async () => {
    const path = join(testFolder(), 'a.xlsx')
    await fc.assert(fc.asyncProperty(fc.array(fc.array(cells, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }), async rows => {
      writeFileSync(path, await writeXlsxFile(rows, { sheet: 'Blad' }).toBuffer())
      expect(await found(path)).toEqual(await expected(path))
    }), { numRuns: 150 })
  })
  it('when it holds every kind of cell a sheet can have', async () => {
    const path = join(testFolder(), 'b.xlsx')
    const styled = fc.constantFrom('', ' s="0"', ' s="1"', ' s="2"', ' s="3"', ' s="4"')
    const xmlText = fc.constantFrom('a', 'Å &amp; Ö', '&#229;', '_x0041_b', ' x ', '&lt;t&gt;')
    const cell = fc.oneof(
      fc.tuple(styled, fc.constantFrom('44927', '0', '12.5', '-3', '1E3', '0.1', '2958465', '100000000000')).map(([s, v]) => [s, `<v>${v}</v>`]),
      fc.tuple(fc.constantFrom('0', '1', '2', '3')).map(([v]) => [' t="s"', `<v>${v}</v>`]),
      xmlText.map(v => [' t="str"', `<f>A1&amp;"&gt;"</f><v>${v}</v>`]),
      xmlText.map(v => [' t="inlineStr"', `<is><t xml:space="preserve">${v}</t></is>`]),
      fc.tuple(xmlText, xmlText).map(([a, b]) => [' t="inlineStr"', `<is><r><rPr><b/></rPr><t>${a}</t></r><r><t>${b}</t></r><rPh sb="0" eb="1"><t>läs</t></rPh></is>`]),
      fc.constantFrom('0', '1').map(v => [' t="b"', `<v>${v}</v>`]),
      fc.constantFrom('#REF!', '#N/A').map(v => [' t="e"', `<v>${v}</v>`]),
      styled.map(s => [s, '']),
      fc.constantFrom(' t="s"', ' t="str"', ' t="b"').map(t => [t, '']),
    )
    const strings = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>ett</t></si><si><t xml:space="preserve"> två </t></si><si><r><t>tr</t></r><r><t>e</t></r><rPh sb="0" eb="1"><t>san</t></rPh></si><si><t/></si></sst>'
    const styles = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd;@"/><numFmt numFmtId="165" formatCode="[Red]0.00"/></numFmts><cellStyleXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0"/><xf numFmtId="164" xfId="0"/><xf numFmtId="165" xfId="0"/><xf xfId="1"/></cellXfs></styleSheet>'
    await fc.assert(fc.asyncProperty(fc.array(fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), cell), { maxLength: 6 }), { minLength: 1, maxLength: 6 }), fc.boolean(), async (rows, from1904) => {
      const sheet = rows.map((row, r) => {
        let column = -1
        return `<row r="${2 * r + 1}" spans="1:6">${row.map(([step, [attributes = '', content = '']]) => `<c r="${letters(column += step)}${2 * r + 1}"${attributes}>${content}</c>`).join('')}</row>`
      }).join('\n')
      const parts = workbookParts(sheetXml([]).replace('<sheetData></sheetData>', `<dimension ref="A1:F9"/><sheetData>${sheet}</sheetData>`)).map((part): ZipPart => (part.name === 'xl/workbook.xml' ? { ...part, content: String(part.content).replace('<sheets>', `<workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>`) } : part))
      writeFileSync(path, zip([...parts, { name: 'xl/sharedStrings.xml', content: strings }, { name: 'xl/styles.xml', content: styles }]))
      expect(await found(path)).toEqual(await expected(path))
    }), { numRuns: 300 })
  })
})

describe('what another reader does not take', () => {
  const read = async (sheet: string, more: ZipPart[] = []) => {
    const path = join(testFolder(), 'c.xlsx')
    writeFileSync(path, zip([...workbookParts(sheet), ...more]))
    return found(path)
  }
  const withRows = (rows: string) => sheetXml([]).replace('<sheetData></sheetData>', `<sheetData>${rows}</sheetData>`)
  it('rows and cells without a place stand one after the other', async () => {
    expect(await read(withRows('<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="5"><c r="B5"><v>3</v></c><c><v>4</v></c></row>'))).toEqual([['1', '', '2'], ['', '3', '4']])
  })
  it('every piece of a text with several styles, and letters told by their number', async () => {
    expect(await read(withRows('<row r="1"><c r="A1" t="inlineStr"><is><r><t>&#x1F600;</t></r><r><rPr><b/></rPr><t>a</t></r></is></c></row>'))).toEqual([['😀a']])
  })
  it('a day is the same day in every time zone', async () => {
    expect(await read(withRows('<row r="1"><c r="A1" t="d"><v>2023-01-05</v></c><c r="B1" t="d"><v>2023-01-05T00:00:00</v></c></row>'))).toEqual([['2023-01-05', '2023-01-05']])
  })
  it('names with a prefix are the same names', async () => {
    const prefixed = withRows('<row r="1"><c r="A1"><v>7</v></c></row>').replace(/<(\/?)(worksheet|sheetData|row|c|v)\b/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=')
    expect(await read(prefixed)).toEqual([['7']])
  })
  it.each([
    ['a cell outside a row', '<c r="A1"><v>1</v></c>'], ['a row in a row', '<row r="1"><row r="2"/></row>'], ['a cell that stands before the one before it', '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>'], ['a text that is not there', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'], ['a style that is not there', '<row r="1"><c r="A1" s="7"><v>7</v></c></row>'],
    ['a number that is none', '<row r="1"><c r="A1"><v>ett</v></c></row>'], ['an unknown kind of cell', '<row r="1"><c r="A1" t="z"><v>1</v></c></row>'], ['a tag that does not end', '<row r="1"><c r="A1"><v>1</c></row>'], ['an entity of its own', '<row r="1"><c r="A1" t="str"><v>&egen;</v></c></row>'],
    ['tags within tags without end', '<a>'.repeat(2000)],
  ])('%s makes the workbook broken', async (_what, rows) => {
    await expect(read(withRows(rows))).rejects.toMatchObject({ code: 'file-xlsx-broken' })
  })
  it('a part whose content is not what was packed makes it broken', async () => {
    const bytes = zip(workbookParts(sheetXml([['a'], ['b']])))
    const path = join(testFolder(), 'd.xlsx')
    const name = Buffer.from('xl/worksheets/sheet1.xml')
    const directory = Buffer.from(bytes)
    const entry = directory.lastIndexOf(name) - 46
    directory.writeUInt32LE((directory.readUInt32LE(entry + 16) ^ 1) >>> 0, entry + 16)
    writeFileSync(path, directory)
    await expect(found(path)).rejects.toMatchObject({ code: 'file-xlsx-broken' })
  })
  it('sheets are told by their names, and those that hold no cells are none', async () => {
    const path = join(testFolder(), 'e.xlsx')
    const parts = workbookParts(sheetXml([['a']])).map((part): ZipPart => (part.name === 'xl/workbook.xml' ? { ...part, content: String(part.content).replace('<sheets>', '<sheets><sheet name="Diagram" sheetId="2" r:id="rId9"/>').replace('Blad1', 'Å &amp; Ö') } : part))
    writeFileSync(path, zip(parts))
    expect(await sheetNames(path, statSync(path).size)).toEqual(['Å & Ö'])
    expect(await found(path)).toEqual([['a']])
  })
})
