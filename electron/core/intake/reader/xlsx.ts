import { basename } from 'node:path'
import { Fault } from '../../../../shared/fault.ts'
import { sheetReader } from './sheet-rows.ts'
import { withWorkbook, type Workbook } from './workbook.ts'
import { dateStyles, sharedStrings, workbookIndex } from './workbook-parts.ts'

/** Runs a step of the reading; whatever is wrong in it is wrong with the file. */
async function reading<T>(file: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    throw error instanceof Fault ? error : new Fault('file-xlsx-broken', { file })
  }
}

async function indexOf(workbook: Workbook, file: string): ReturnType<typeof workbookIndex> {
  const index = await reading(file, () => workbookIndex(workbook))
  if (index.sheets.length === 0) throw new Fault('file-xlsx-broken', { file })
  return index
}

/** The names of a workbook's sheets in their order. Throws a Fault when the file is broken. */
export function sheetNames(path: string, bytes: number): Promise<string[]> {
  return withWorkbook(path, bytes, async workbook => (await indexOf(workbook, basename(path))).sheets.map(sheet => sheet.name))
}

/** The rows of a sheet that have anything in them, some at a time as they are unpacked. */
async function* rowsOf(workbook: Workbook, file: string, sheet: string | undefined): AsyncGenerator<string[][], void> {
  const index = await indexOf(workbook, file)
  const found = sheet === undefined ? index.sheets[0] : index.sheets.find(s => s.name === sheet)
  if (!found) throw new Fault('file-sheet-missing', { file, sheet: sheet ?? '' })
  const strings = await reading(file, () => sharedStrings(workbook, index.strings))
  const dates = await reading(file, () => dateStyles(workbook, index.styles))
  let rows: string[][] = []
  const reader = sheetReader(file, { strings, dates, from1904: index.from1904 }, cells => void rows.push(cells))
  const pieces = workbook.part(found.part)
  try {
    for (let more = true; more;) {
      more = await reading(file, async () => {
        const piece = await pieces.next()
        if (piece.done === true) reader.end()
        else reader.write(piece.value)
        return piece.done !== true
      })
      if (rows.length === 0) continue
      yield rows
      rows = []
    }
  } finally {
    await pieces.return()
  }
}

/**
 * Reads a sheet of a workbook row by row, the first unless another is named; records count from 1, empty rows left out.
 * `headerRow` is the record that says how wide the table is. Throws a Fault when the file as a whole is broken or has no such sheet.
 */
export function readXlsx(path: string, bytes: number, take: (cells: string[], record: number) => void | Promise<void>, { sheet, headerRow = 1 }: { sheet?: string | undefined; headerRow?: number | undefined } = {}): Promise<void> {
  return withWorkbook(path, bytes, async workbook => {
    let width = 0
    let record = 0
    for await (const rows of rowsOf(workbook, basename(path), sheet)) {
      for (const cells of rows) {
        record++
        // A sheet has no ragged rows: empty cells at the end are simply not stored in it.
        if (record <= headerRow) width = cells.length
        else while (cells.length < width) cells.push('')
        const wait = take(cells, record)
        if (wait) await wait
      }
    }
  })
}
