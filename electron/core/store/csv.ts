/** Cells that a spreadsheet would run as a formula are written as text; some take the full-width signs for the same. */
const defused = (cell: string) => (/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${cell}` : cell)

function quoted(cell: string): string {
  const text = defused(cell)
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as CSV that a Swedish Excel opens rightly: UTF-8 with BOM, semicolon, CRLF; nothing in it can run. */
export function* csvLines(rows: Iterable<string[]>): Generator<string> {
  yield '\ufeff'
  let buffer = ''
  for (const row of rows) {
    buffer += `${row.map(quoted).join(';')}\r\n`
    if (buffer.length > 60_000) {
      yield buffer
      buffer = ''
    }
  }
  yield buffer
}

/** Rows as such a CSV has them below its beginning. */
export const csvRows = (rows: Iterable<string[]>): string => [...csvLines(rows)].join('').slice(1)
