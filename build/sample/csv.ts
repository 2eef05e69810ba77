/** Characters of Windows-1252 between 0x80 and 0x9F; the rest of the table is the same as the first 256 of Unicode. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const HIGH_BYTES = new Map([...HIGH].map((character, i) => [character.codePointAt(0) ?? 0, 0x80 + i]));
const CHUNK = 65_536;
const QUESTION_MARK = 0x3f;

/** The bytes of a text in Windows-1252; what the table lacks becomes `?`, as in the portal's export. */
export function windows1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? QUESTION_MARK;
    const plain = code < 0x80 || (code >= 0xa0 && code <= 0xff);
    bytes[length++] = plain ? code : (HIGH_BYTES.get(code) ?? QUESTION_MARK);
  }
  return bytes.subarray(0, length);
}

/** One record with `;` and CRLF; a cell with `;`, quote or line break is quoted. */
function csvLine(row: readonly string[]): string {
  return `${row.map((cell) => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';')}\r\n`;
}

function* chunks(rows: Iterable<readonly string[]>, encode: (text: string) => Uint8Array, mark: string): Generator<Uint8Array> {
  let text = mark;
  for (const row of rows) {
    text += csvLine(row);
    if (text.length < CHUNK) continue;
    yield encode(text);
    text = '';
  }
  if (text !== '') yield encode(text);
}

/** Bytes of the portal's own export: Windows-1252, `;`, CRLF. The names lose what that table lacks. */
export function portalCsv(rows: Iterable<readonly string[]>): Iterable<Uint8Array> {
  return chunks(rows, windows1252, '');
}

/** Bytes of an extract: UTF-8 with byte order mark, `;`, CRLF. */
export function extractCsv(rows: Iterable<readonly string[]>): Iterable<Uint8Array> {
  const encoder = new TextEncoder();
  return chunks(rows, (text) => encoder.encode(text), '\ufeff');
}
