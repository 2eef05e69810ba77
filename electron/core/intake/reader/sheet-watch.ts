import { Fault } from '../../../../shared/fault.ts'

/** What a sheet can hold at all. */
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
/** Rows times columns that a sheet may span: a parser makes room for them all, though all but one were empty. */
const MOST_CELLS = 40_000_000
/** A tag longer than this is none of a sheet's. */
const LONGEST_TAG = 100_000

/**
 * Makes a watch over the text of a sheet, piece by piece: rows and cells may only stand where a sheet has them, and the sheet may not span more than can be unfolded.
 * Throws Fault file-xlsx-cell with the cell that stands too far out, or file-xlsx-broken.
 */
export function sheetWatch(file: string): (piece: Uint8Array) => void {
  const decoder = new TextDecoder('latin1')
  const broken = () => new Fault('file-xlsx-broken', { file })
  const tag = /<(?:[\w.-]+:)?(row|c)\b([^<>]*)>/g
  let rest = ''
  let rows = 0
  let columns = 0
  const reach = (row: number, column: number, cell: string) => {
    rows = Math.max(rows, row)
    columns = Math.max(columns, column)
    if (row > MOST_ROWS || column > MOST_COLUMNS || rows * columns > MOST_CELLS) throw new Fault('file-xlsx-cell', { file, cell: cell.slice(0, 20) })
  }
  return piece => {
    const text = rest + decoder.decode(piece, { stream: true })
    for (const [, name, attributes = ''] of text.matchAll(tag)) {
      const place = /(?:^|\s)r\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes)
      if (!place) continue
      const where = place[1] ?? place[2] ?? ''
      const found = name === 'row' ? /^()(\d{1,10})$/.exec(where) : /^([A-Z]{1,6})(\d{1,10})$/.exec(where)
      if (!found) throw broken()
      reach(Number(found[2]), columnNumber(found[1] ?? ''), name === 'row' ? `A${where}` : where)
    }
    const open = text.lastIndexOf('<')
    rest = open >= 0 && !text.includes('>', open) ? text.slice(open) : ''
    if (rest.length > LONGEST_TAG) throw broken()
  }
}

function columnNumber(letters: string): number {
  let n = 0
  for (const letter of letters) n = n * 26 + letter.charCodeAt(0) - 64
  return n
}
