import { CsvError, parse } from 'csv-parse'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import Papa, { type ParseResult } from 'papaparse'
import { Fault } from '../../../../shared/fault.ts'
import type { Encoding } from '../../../../shared/contract/views.ts'
import { findSeparator, type Separator } from './header.ts'
import { LIMITS } from './sniff.ts'
import type { FileLayout } from '../../rules/load.ts'

type TextEncoding = Exclude<Encoding, 'xlsx'>
type Take = (cells: string[], record: number) => void | Promise<void>
const DECODER: Record<TextEncoding, string> = { 'windows-1252': 'windows-1252', 'utf-8': 'utf-8', 'utf-8-bom': 'utf-8', 'utf-16': 'utf-16le', 'utf-16be': 'utf-16be' }

/** Thrown by a taker that has seen enough: the reading ends and the file is closed. */
export class Enough extends Error {
  override name = 'Enough'
}

const PIECE_BYTES = 1 << 16

/** Decodes in pieces: whole-buffer decoding of Windows-1252 is wrong in some Node versions, piecewise decoding is right in all. */
export async function* decoded(path: string, encoding: TextEncoding): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(DECODER[encoding])
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    // One piece of memory for all of the file: a stream takes a new one for each.
    const bytes = new Uint8Array(Math.min(PIECE_BYTES, size + 1))
    for (;;) {
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, null)
      if (bytesRead === 0) break
      yield decoder.decode(bytes.subarray(0, bytesRead), { stream: true })
    }
    yield decoder.decode()
  } finally {
    await handle.close()
  }
}

const LONGEST_FIRST_LINE = 1_000_000

/** The first line that is not empty; null when it goes on in what has not been read yet. */
function firstLine(begun: string, more: boolean): string | null {
  const text = begun.replace(/^[\r\n]+/, '')
  const end = /[\r\n]/.exec(text)
  if (end) return text.slice(0, end.index)
  return more && begun.length <= LONGEST_FIRST_LINE ? null : text
}

/** A record that has not ended after so many characters has a quote that does not end either, or is no record. */
const LONGEST_PLAIN = 4_000_000

/** The records of a text and where the first unfinished one begins; null when a quote or a line end in it is not as the standard (RFC 4180) has it. */
function plainRecords(text: string, separator: Separator, more: boolean): { rows: string[][]; end: number } | null {
  if (/\r(?!\n|$)/.test(text)) return null
  const { data, errors, meta } = new Papa.Parser({ delimiter: separator, newline: '\n' }).parse(text, 0, more) as ParseResult<string[]>
  // What looks wrong in the unfinished record may be half a line end; it is read again with the next piece.
  if (errors.some(e => (e.row ?? 0) < data.length)) return null
  for (const row of data) {
    const last = row[row.length - 1]
    if (last?.endsWith('\r')) row[row.length - 1] = last.slice(0, -1)
  }
  return { rows: data, end: more ? meta.cursor : text.length }
}

/**
 * Reads a CSV file record by record. `record` counts records with the header as 1. Throws a Fault when the file as a whole is broken.
 * The separator is found in the first line, unless one is given. Well-formed text is read by the fast parser; from the first thing that is odd the forgiving one goes on, which also says where a broken file breaks.
 */
export async function readCsv(path: string, encoding: TextEncoding, layouts: FileLayout[], start: (separator: Separator) => void, take: Take, given?: Separator): Promise<void> {
  const file = basename(path)
  let separator = given
  if (separator !== undefined) start(separator)
  const pieces = decoded(path, encoding)
  let record = 0
  let rest = ''
  try {
    for (let more = true; more; ) {
      const piece = await pieces.next()
      more = piece.done !== true
      rest += piece.value ?? ''
      if (separator === undefined) {
        const line = firstLine(rest, more)
        if (line === null) continue
        start(separator = findSeparator(line, layouts, file))
      }
      const plain = rest.length > LONGEST_PLAIN ? null : plainRecords(rest, separator, more)
      if (!plain) return await readOdd(rest, pieces, { file, separator, record }, take)
      for (const cells of plain.rows) {
        if (cells.length === 1 && cells[0] === '') continue
        const wait = take(cells, ++record)
        if (wait) await wait
      }
      rest = rest.slice(plain.end)
    }
  } catch (error) {
    throw error instanceof Fault || error instanceof Enough ? error : new Fault('file-unreadable', { file })
  } finally {
    await pieces.return()
  }
}

/** Reads on from the record after number `record`, whatever its quotes and line ends are like. */
async function readOdd(begun: string, pieces: AsyncGenerator<string, void>, { file, separator, record: before }: { file: string; separator: Separator; record: number }, take: Take): Promise<void> {
  const parser = parse({ delimiter: separator, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n', '\r'], max_record_size: LIMITS.recordCharacters })
  let record = before
  try {
    await pipeline(async function* () { yield begun; yield* pieces }, parser, async (records: AsyncIterable<string[]>) => {
      for await (const cells of records) {
        const wait = take(cells, ++record)
        if (wait) await wait
      }
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const at = typeof error['records'] === 'number' ? before + error['records'] + 1 : record + 1
    throw new Fault(error.code === 'CSV_MAX_RECORD_SIZE' ? 'file-record-too-large' : 'file-unterminated-quote', { file, record: at })
  }
}
