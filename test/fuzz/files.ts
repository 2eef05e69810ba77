import type { Random } from '../../build/sample/random.ts'
import type { ReadOrder } from '../../electron/core/intake/reader/protocol.ts'
import { letters, sheetXml, workbookParts } from '../core/intake/sheets.ts'
import { zip, type ZipPart } from '../core/zip.ts'
import type { FuzzReader } from './reader.ts'
import { anyTable, takeTable } from './tables.ts'
import { oddText, slipped, some, spoiled } from './text.ts'

type File = { bytes: Uint8Array; asked: { plan: ReadOrder['plan']; look: boolean } }

const encodings = ['utf-8', 'utf-8-bom', 'latin1', 'utf-16', 'utf-16be'] as const
function encoded(text: string, encoding: (typeof encodings)[number]): Buffer {
  switch (encoding) {
    case 'latin1': return Buffer.from(text, 'latin1')
    case 'utf-16': return Buffer.from(`\ufeff${text}`, 'utf16le')
    case 'utf-16be': return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
    default: return Buffer.from(encoding === 'utf-8-bom' ? `\ufeff${text}` : text, 'utf8')
  }
}

function csvText(random: Random): string {
  const separator = random.pick([';', ';', ';', ',', '\t', '|', '*'])
  const end = random.pick(['\r\n', '\r\n', '\r\n', '\n', '\r'])
  const quotes = random.pick(['needed', 'needed', 'all', 'none'])
  const before = random.pick(['', '', '', '', '', 'Utdrag 2023-01-20\r\n', '\r\n\r\n', 'sep=;\r\n'])
  const write = (cell: string) => (quotes === 'all' || (quotes === 'needed' && (cell.includes(separator) || /["\r\n]/.test(cell))) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return before + anyTable(random).map(row => row.map(write).join(separator)).join(end) + end
}

function csvPlan(random: Random): ReadOrder['plan'] {
  if (random.chance(75)) return undefined
  return {
    ...(random.chance(50) ? { encoding: random.pick(['windows-1252', 'utf-8', 'utf-16', 'utf-16be'] as const) } : {}), ...(random.chance(50) ? { separator: random.pick([';', ',', '\t', '|'] as const) } : {}),
    ...(random.chance(50) ? { headerRow: 1 + random.below(4) } : {}),
  }
}

export const csv: FuzzReader<File> = {
  name: 'csv', cost: 1,
  make: random => ({ bytes: spoiled(random, encoded(slipped(random, csvText(random)), random.pick(encodings))), asked: { plan: csvPlan(random), look: random.chance(30) } }),
  read: ({ bytes, asked }, folder) => takeTable(folder, 'indata.csv', bytes, asked),
}

const STRINGS = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>ja</t></si><si><t xml:space="preserve"> 2023-1 </t></si><si><r><t>JS-2023-1-</t></r><r><t>00001</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t/></si></sst>'
const STYLES = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd;@"/><numFmt numFmtId="165" formatCode="[Red]0.00"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0"/><xf numFmtId="164" xfId="0"/><xf xfId="0"/></cellXfs></styleSheet>'
const places = ['A1', 'XFD1', 'A1048576', 'ZZZZ9', 'A0', 'A99999999999', '', '1', 'a1', 'A-1', 'B2:C3'] as const
const kinds = ['t="s"', 't="n"', 't="d"', 't="e"', 't="b"', 't="str"', 't="inlineStr"', 't="okänt"', 's="1"', 's="2"', 's="-1"', 's="9999"', ''] as const
const values = ['0', '1', '2', '44927', '1e308', 'NaN', '-5', '2958466', '0.1', 'text', '#REF!', '&#x1F600;', '&#0;', '&okänd;', ''] as const

/** Another cell at the place of one, mostly: what is out of place is refused before it is looked at. */
const oddCell = (random: Random, column: number, line: number) => `<c r="${random.chance(90) ? `${letters(column)}${line}` : random.pick(places)}" ${random.pick(kinds)}>${random.chance(90) ? `<v>${random.pick(values)}</v>` : '<is><t>x</t></is>'}</c>`

/** The rows of a table as a sheet, every cell at its place but for a few odd ones. */
export function sheetOf(random: Random): string {
  const rows = anyTable(random)
  const odd = new Map(random.chance(60) ? some(random, 4, () => [`${random.below(rows.length)} ${random.below(40)}`, true] as const) : [])
  const lines = rows.map((row, r) => {
    const cells = row.map((text, c) => (odd.has(`${r} ${c}`) ? oddCell(random, c, r + 1) : text === '' ? '' : textCell(text.replace(/[^\x20-\ud7ff]/gu, ' '), c, r + 1)))
    return `<row r="${random.below(500) > 0 ? r + 1 : random.below(2_000_000)}">${cells.join('')}</row>`
  })
  return sheetXml([], random.chance(4) ? '<!DOCTYPE a [<!ENTITY b "c">]>' : '').replace('<sheetData></sheetData>', () => `<sheetData>${lines.join('')}</sheetData>`)
}
const textCell = (text: string, column: number, line: number) => `<c r="${letters(column)}${line}" t="inlineStr"><is><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`

const STRUCTURE = workbookParts('')
function workbookOf(random: Random): ZipPart[] {
  const parts: ZipPart[] = [...STRUCTURE.slice(0, -1), { ...STRUCTURE.at(-1), name: 'xl/worksheets/sheet1.xml', content: sheetOf(random) }, { name: 'xl/sharedStrings.xml', content: STRINGS }, { name: 'xl/styles.xml', content: STYLES }]
  const wrong = random.chance(25) ? some(random, 3, () => random.below(parts.length)) : []
  return parts.map((part, i) => ({ ...part, method: random.chance(25) ? 8 : 0, ...(wrong.includes(i) ? { content: slipped(random, String(part.content), 2) } : {}), ...(random.below(300) === 0 ? { claim: { unpacked: random.below(5000) } } : {}), ...(random.below(300) === 0 ? { name: oddText(random) } : {}) }))
}

function xlsxPlan(random: Random): ReadOrder['plan'] {
  if (random.chance(75)) return undefined
  return { ...(random.chance(50) ? { sheet: random.pick(['Blad1', 'Blad1', 'Blad2', '']) } : {}), ...(random.chance(50) ? { headerRow: 1 + random.below(4) } : {}) }
}

export const xlsx: FuzzReader<File> = {
  name: 'xlsx', cost: 2,
  make: random => { const bytes = zip(workbookOf(random)); return { bytes: random.chance(80) ? bytes : spoiled(random, bytes), asked: { plan: xlsxPlan(random), look: random.chance(30) } } },
  read: ({ bytes, asked }, folder) => takeTable(folder, 'indata.xlsx', bytes, asked),
}
