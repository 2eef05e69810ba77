import { basename } from 'node:path'
import { readSheet } from 'read-excel-file/node'
import { type Entry, open as openZip } from 'yauzl'
import { Fault } from '../../../../shared/fault.ts'
import { LIMITS } from './sniff.ts'

/** Refuses a workbook that is broken, or that would unpack to more than is taken, before anything is unpacked. */
async function checkArchive(path: string, bytes: number): Promise<void> {
  const file = basename(path)
  if (bytes > LIMITS.xlsxBytes) throw new Fault('file-too-large', { file, megabytes: Math.ceil(bytes / 1e6), most: LIMITS.xlsxBytes / 1e6 })
  const { unpacked, workbook } = await new Promise<{ unpacked: number; workbook: boolean }>((resolve, reject) => {
    openZip(path, { lazyEntries: true }, (error, zip) => {
      if (error || !zip) return reject(new Fault('file-xlsx-broken', { file }))
      let sum = 0
      let found = false
      zip.on('entry', (entry: Entry) => {
        sum += entry.uncompressedSize
        found ||= entry.fileName === 'xl/workbook.xml'
        if (sum > LIMITS.xlsxUnpackedBytes) {
          zip.close()
          reject(new Fault('file-xlsx-too-large', { file, megabytes: Math.ceil(sum / 1e6), most: LIMITS.xlsxUnpackedBytes / 1e6 }))
        } else zip.readEntry()
      })
      zip.on('error', () => reject(new Fault('file-xlsx-broken', { file })))
      zip.on('end', () => resolve({ unpacked: sum, workbook: found }))
      zip.readEntry()
    })
  })
  if (!workbook || unpacked === 0) throw new Fault('file-xlsx-broken', { file })
}

/** A cell as the text a CSV would have had: dates as YYYY-MM-DD (a date cell is midnight UTC), numbers in full. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value)
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  return typeof value === 'string' ? value : ''
}

/** Reads the first sheet of a workbook row by row, the header as record 1. Throws a Fault when the file as a whole is broken. */
export async function readXlsx(path: string, bytes: number, take: (cells: string[], record: number) => void | Promise<void>): Promise<void> {
  await checkArchive(path, bytes)
  let rows: unknown[][]
  try {
    rows = await readSheet(path)
  } catch {
    throw new Fault('file-xlsx-broken', { file: basename(path) })
  }
  let width = 0
  let record = 0
  for (const row of rows) {
    const cells = row.map(cellText)
    if (cells.every(c => c === '')) continue
    record++
    // A sheet has no ragged rows: empty cells at the end are simply not stored in it.
    if (record === 1) {
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
