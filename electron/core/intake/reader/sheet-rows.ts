import { Fault } from '../../../../shared/fault.ts'
import { type PlainRow, plainRows, ROW_END } from './plain-rows.ts'
import { type CellContext, unescaped } from './workbook-parts.ts'
import { xmlReader } from './xml.ts'

/** What a sheet can hold at all. */
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
/** Cells that a sheet's rows may unfold to, the empty ones before the last in each among them. */
const MOST_CELLS = 100_000_000

const DAY = 86_400_000
const TABLE = '<sheetData>'
/** A row that has not ended after so much text is left to the parser. */
const LONGEST_ROW = 1_000_000
/** The day that a workbook's dates are counted from, in days before 1970. */
const ZERO = 25_569
const ZERO_1904 = 24_107

/** A day counted as a workbook counts it, as YYYY-MM-DD; nothing where it is no day. */
function dayText(serial: number, from1904: boolean): string {
  const date = new Date(Math.floor((serial - (from1904 ? ZERO_1904 : ZERO)) * DAY))
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

const numberText = (n: number) => (Number.isInteger(n) ? n.toFixed(0) : String(n))

/**
 * Makes a reader of a sheet's XML in pieces. Each row goes to `take` as the texts that a CSV would have had, up to its last cell that is
 * not empty: dates as YYYY-MM-DD, numbers in full. `write` and `end` throw Fault file-xlsx-cell with a cell that stands too far out, and
 * an Error when something is not as in a sheet.
 */
export function sheetReader(file: string, { strings, dates, from1904 }: CellContext, take: (cells: string[]) => void): { write(piece: string): void; end(): void } {
  let inTable = false
  let row = 0
  let cells: string[] | null = null
  let unfolded = 0
  let column = 0
  let type = ''
  let style: string | undefined
  let value = ''
  let inCell = false
  let inValue = false
  let inInline = false
  let inText = false
  let aside = false
  const days = new Map<string, string>()
  const tooFar = (cell: string) => new Fault('file-xlsx-cell', { file, cell: cell.slice(0, 20) })

  const beginRow = (place: string | undefined) => {
    const at = place === undefined ? row + 1 : /^\d{1,10}$/.test(place) ? Number(place) : 0
    if (cells || at <= row) throw new Error('rows out of place')
    if (at > MOST_ROWS) throw tooFar(`A${at}`)
    row = at
    column = 0
    cells = []
  }
  const beginCell = (place: string | undefined) => {
    if (!cells || inCell) throw new Error('a cell out of place')
    inCell = true
    value = ''
    if (place === undefined) {
      column++
      return
    }
    let at = 0
    let i = 0
    for (let sign = place.charCodeAt(0); i < 6 && sign >= 65 && sign <= 90; sign = place.charCodeAt(++i)) at = at * 26 + sign - 64
    const line = place.slice(i)
    if (i === 0 || !/^\d{1,10}$/.test(line)) throw new Error('a cell without a place')
    if (at > MOST_COLUMNS || Number(line) > MOST_ROWS) throw tooFar(place)
    if (at <= column || Number(line) !== row) throw new Error('cells out of place')
    column = at
  }
  const numberOrDay = () => {
    const date = style === undefined ? false : dates[Number(style)]
    if (date === undefined) throw new Error('a style that is not there')
    const n = Number(value)
    if (Number.isNaN(n)) throw new Error('a number that is none')
    if (!date) return numberText(n)
    let text = days.get(value)
    if (text === undefined) days.set(value, text = dayText(n, from1904))
    return text
  }
  const cellText = (): string => {
    switch (type) {
      case 'inlineStr':
      case 'str': return unescaped(value).trim()
      case 'e': return ''
    }
    value = value.trim()
    if (value === '') return ''
    switch (type) {
      case 's': {
        const text = strings[Number(value)]
        if (text === undefined) throw new Error('a text that is not there')
        return text
      }
      case 'n': return numberOrDay()
      case 'b':
        if (value !== '0' && value !== '1') throw new Error('neither true nor false')
        return value === '1' ? 'ja' : 'nej'
      case 'd':
        if (!/^\d{4}-\d\d-\d\d(?:T|$)/.test(value)) throw new Error('a date that is none')
        return value.slice(0, 10)
      default: throw new Error('an unknown kind of cell')
    }
  }
  const endCell = () => {
    inCell = false
    const text = cellText()
    if (text === '' || !cells) return
    unfolded += column - cells.length
    if (unfolded > MOST_CELLS) throw tooFar(`${letters(column)}${row}`)
    while (cells.length < column - 1) cells.push('')
    cells.push(text)
  }

  const parser = xmlReader({
    open: (name, attributes) => {
      if (name === 'sheetData') inTable = true
      else if (!inTable) return
      else if (name === 'c') {
        beginCell(attributes['r'])
        type = attributes['t'] ?? 'n'
        style = attributes['s']
      } else if (name === 'v') inValue = inCell
      else if (name === 'row') beginRow(attributes['r'])
      else if (name === 'is') inInline = inCell
      else if (name === 't') inText = inInline
      else if (name === 'rPh') aside = true
    },
    text: piece => { if (inValue ? type !== 'inlineStr' : inText && !aside && type === 'inlineStr') value += piece },
    close: name => {
      if (!inTable) return
      if (name === 'v') inValue = false
      else if (name === 'c') endCell()
      else if (name === 'row') {
        const done = cells
        cells = null
        if (done && done.length > 0) take(done)
      } else if (name === 't') inText = false
      else if (name === 'is') inInline = false
      else if (name === 'rPh') aside = false
      else if (name === 'sheetData') inTable = false
    },
  })

  const plain = plainRows()
  const takePlain = (found: PlainRow) => {
    beginRow(found.row)
    for (const cell of found.cells) {
      if (cell.column > MOST_COLUMNS) throw tooFar(`${letters(cell.column)}${found.row}`)
      ;({ column, style, type, value } = cell)
      endCell()
    }
    const done = cells
    cells = null
    if (done && done.length > 0) take(done)
  }
  /** Text that neither has read yet: the rows that are written plainly pass the parser by, which sees the same sheet without them. */
  let unread = ''
  let amongRows = false
  let gaveUp = false
  const idle = () => inTable && cells === null && !inCell && !inValue && !inInline && !inText && !aside
  const parse = (end: number) => {
    parser.write(unread.slice(0, end))
    unread = unread.slice(end)
  }
  const findTable = (): boolean => {
    const at = unread.indexOf(TABLE)
    if (at < 0) {
      parse(Math.max(0, unread.length - TABLE.length))
      return false
    }
    parse(at)
    // Inside a comment it is not the table; a table that began in another way is not looked into.
    gaveUp = inTable
    parse(TABLE.length)
    amongRows = !gaveUp && idle()
    return true
  }
  const takeRows = (): void => {
    let from = 0
    for (let at = unread.indexOf(ROW_END); at >= 0 && amongRows; at = unread.indexOf(ROW_END, from)) {
      const end = at + ROW_END.length
      const found = plain.take(unread, from, at)
      if (found) takePlain(found)
      else {
        const text = unread.slice(from, end)
        parser.write(text)
        // What is not a tag can hold an end of a row that is none.
        if (/<[!?]/.test(text) || !idle()) amongRows = false
        else plain.met(unread, from)
      }
      from = end
    }
    unread = unread.slice(from)
    gaveUp = !amongRows || unread.length > LONGEST_ROW
  }
  return {
    write: piece => {
      unread += piece
      while (!amongRows && !gaveUp && findTable());
      if (amongRows && !gaveUp) takeRows()
      if (gaveUp) parse(unread.length)
    },
    end: () => {
      parse(unread.length)
      parser.end()
    },
  }
}

/** The letters of a column, from 1. */
function letters(column: number): string {
  let text = ''
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26)) text = String.fromCharCode(65 + ((n - 1) % 26)) + text
  return text
}
