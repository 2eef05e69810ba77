import { basename } from 'node:path'
import { readSheet } from 'read-excel-file/node'
import { type Entry, open as openZip } from 'yauzl'
import { Fault } from '../../../../shared/fault.ts'
import { checkWorkbook } from './workbook-check.ts'

/** A cell as the text a CSV would have had: dates as YYYY-MM-DD (a date cell is midnight UTC), numbers in full. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value)
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  return typeof value === 'string' ? value : ''
}

/** The names of a workbook's sheets in their order. Throws a Fault when the file is broken. */
export async function sheetNames(path: string, bytes: number): Promise<string[]> {
  await checkWorkbook(path, bytes)
  const xml = await workbookXml(path).catch(() => { throw new Fault('file-xlsx-broken', { file: basename(path) }) })
  return [...xml.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)].map(([, name = '']) => unescaped(name))
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string) => text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, number?: string, word?: string) => {
  const code = hex !== undefined ? parseInt(hex, 16) : number !== undefined ? Number(number) : null
  if (code === null) return ENTITIES[word ?? ''] ?? whole
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
})

const LONGEST_WORKBOOK_XML = 4_000_000

/** The text of the part that lists the sheets. */
function workbookXml(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    openZip(path, { lazyEntries: true }, (error, zip) => {
      if (error || !zip) return reject(error ?? new Error('no archive'))
      zip.on('error', reject)
      zip.on('end', () => reject(new Error('no workbook')))
      zip.on('entry', (entry: Entry) => {
        if (entry.fileName !== 'xl/workbook.xml') return zip.readEntry()
        if (entry.uncompressedSize > LONGEST_WORKBOOK_XML) return reject(new Error('workbook too long'))
        zip.openReadStream(entry, (failed, stream) => {
          if (failed || !stream) return reject(failed ?? new Error('no stream'))
          const pieces: Buffer[] = []
          stream.on('data', (piece: Buffer) => pieces.push(piece)).on('error', reject).on('end', () => {
            zip.close()
            resolve(Buffer.concat(pieces).toString('utf8'))
          })
        })
      })
      zip.readEntry()
    })
  })
}

/**
 * Reads a sheet of a workbook row by row, the first unless another is named; records count from 1, empty rows left out.
 * `headerRow` is the record that says how wide the table is. Throws a Fault when the file as a whole is broken or has no such sheet.
 */
export async function readXlsx(path: string, bytes: number, take: (cells: string[], record: number) => void | Promise<void>, { sheet, headerRow = 1 }: { sheet?: string | undefined; headerRow?: number | undefined } = {}): Promise<void> {
  const file = basename(path)
  if (sheet === undefined) await checkWorkbook(path, bytes)
  else if (!(await sheetNames(path, bytes)).includes(sheet)) throw new Fault('file-sheet-missing', { file, sheet })
  let rows: unknown[][]
  try {
    rows = await readSheet(path, sheet ?? 1)
  } catch {
    throw new Fault('file-xlsx-broken', { file })
  }
  let width = 0
  let record = 0
  for (const row of rows) {
    const cells = row.map(cellText)
    if (cells.every(c => c === '')) continue
    record++
    // A sheet has no ragged rows: empty cells at the end are simply not stored in it.
    if (record <= headerRow) {
      while (cells.at(-1) === '') cells.pop()
      width = cells.length
    } else {
      while (cells.length < width) cells.push('')
      while (cells.length > width && cells.at(-1) === '') cells.pop()
    }
    const wait = take(cells, record)
    if (wait) await wait
  }
}
