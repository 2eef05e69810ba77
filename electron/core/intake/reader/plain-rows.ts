/** Text that means itself: nothing in it is marked up, and every sign may stand in XML. */
const TEXT = '[^<>&\\r\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ud800-\\udfff\\ufffe\\uffff]*'
const ROW = /<row r="(\d{1,7})"((?: [A-Za-z][\w.:]*="[^"<>&]*")*)>/y
const CELL = new RegExp(`<c r="([A-Z]{1,3})(\\d{1,7})"(?: s="(\\d{1,6})")?(?: t="(s|n|b|e|str|inlineStr)")?(?:/>|></c>|><v>(${TEXT})</v></c>|><is><t(?: xml:space="preserve")?>(${TEXT})</t></is></c>)`, 'y')
export const ROW_END = '</row>'

export type PlainCell = { column: number; style: string | undefined; type: string; value: string }
export type PlainRow = { row: string; cells: PlainCell[] }

/**
 * Makes the function that takes apart a row which is written as nearly all are: only cells, each with its place, style and kind in this
 * order and a value that is plain text. Gives null for any other, which an XML parser must read, as it must the first row with attributes
 * that have not been met: `met` is told when that went well.
 */
export function plainRows(): { take(xml: string, from: number, end: number): PlainRow | null; met(xml: string, from: number): void } {
  const attributes = new Set([''])
  const columns = new Map<string, number>()
  const columnOf = (letters: string): number => {
    let at = columns.get(letters)
    if (at === undefined) {
      at = 0
      for (let i = 0; i < letters.length; i++) at = at * 26 + letters.charCodeAt(i) - 64
      columns.set(letters, at)
    }
    return at
  }
  return {
    take: (xml, from, end) => {
      ROW.lastIndex = from
      const [head = '', row = '', more = ''] = ROW.exec(xml) ?? []
      if (head === '' || !attributes.has(more)) return null
      const cells: PlainCell[] = []
      let last = 0
      let at = from + head.length
      while (at < end) {
        CELL.lastIndex = at
        const found = CELL.exec(xml)
        if (!found) return null
        const column = columnOf(found[1] ?? '')
        if (found[2] !== row || column <= last) return null
        last = column
        const type = found[4] ?? 'n'
        cells.push({ column, style: found[3], type, value: (type === 'inlineStr' ? found[6] : found[5]) ?? '' })
        at = CELL.lastIndex
      }
      return at === end ? { row, cells } : null
    },
    met: (xml, from) => {
      ROW.lastIndex = from
      const more = ROW.exec(xml)?.[2]
      if (more !== undefined && !/ r=/.test(more)) attributes.add(more)
    },
  }
}
