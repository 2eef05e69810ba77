import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { mix, textSeed } from './random.ts';

const DATE_COLUMNS = new Set(['inkom_datum', 'fodelsedatum', 'samtycke_datum', 'giltigt_till', 'forlangning_ansokt', 'examensdatum']);
const NUMBER_COLUMNS = new Set(['arbetslivserfarenhet_sverige_man', 'arbete_tim_vecka', 'studietakt']);

/**
 * Bytes of the portal's Excel export of an intake (header first): dates partly as date cells, partly as text, identity numbers
 * of digits only partly as numbers, so that a leading zero is lost. Same rows, same bytes.
 */
export async function portalXlsx(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const [header = [], ...body] = rows;
  const sheet: Cell[][] = [[...header], ...body.map((row) => row.map((cell, column) => excelCell(cell, header[column] ?? '', row[0] ?? '')))];
  return withoutClock(await writeXlsxFile(sheet, { sheet: 'Ansökningar' }).toBuffer());
}

function excelCell(cell: string, column: string, id: string): Cell {
  if (cell === '') return null;
  const share = mix(textSeed(column), textSeed(id), textSeed(cell)) % 100;
  if (DATE_COLUMNS.has(column) && share < 70) {
    const date = dateOfCell(cell);
    if (date) return { value: date, type: Date, format: 'yyyy-mm-dd' };
  }
  if (NUMBER_COLUMNS.has(column) && /^\d{1,3}$/.test(cell)) return { value: Number(cell), type: Number };
  if (column === 'personnummer' && /^(\d{10}|\d{12})$/.test(cell) && (cell.startsWith('0') || share < 35)) return { value: Number(cell), type: Number };
  return { value: cell, type: String };
}

/** Midnight in UTC of a date written in one of the portal's three ways, or null when it is no date. */
function dateOfCell(cell: string): Date | null {
  const isoOrder = cell.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$2-$1');
  const parts = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(isoOrder);
  if (!parts) return null;
  const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  // 30 February must stay the text it is.
  return date.getUTCDate() === Number(parts[3]) && date.getUTCMonth() + 1 === Number(parts[2]) ? date : null;
}

/** Sets the archive's file times, which the writer takes from the clock, to the first moment that the format knows. */
function withoutClock(archive: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(archive);
  const view = new DataView(bytes.buffer);
  const setTime = (at: number): void => view.setUint32(at, 0x0021_0000, true);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x0605_4b50) end--;
  if (end < 0) throw new RangeError('Provdata: arbetsboken saknar innehållsförteckning.');
  let entry = view.getUint32(end + 16, true);
  for (let i = view.getUint16(end + 10, true); i > 0; i--) {
    setTime(entry + 12);
    setTime(view.getUint32(entry + 42, true) + 10);
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return bytes;
}
