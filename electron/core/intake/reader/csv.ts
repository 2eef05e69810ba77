import { CsvError, parse } from 'csv-parse'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Fault } from '../../../../shared/fault.ts'
import type { Encoding } from '../../../../shared/contract/views.ts'
import { findSeparator, type Separator } from './header.ts'
import { LIMITS } from './sniff.ts'
import type { FileLayout } from '../../rules/load.ts'

const DECODER: Record<Exclude<Encoding, 'xlsx'>, string> = { 'windows-1252': 'windows-1252', 'utf-8': 'utf-8', 'utf-8-bom': 'utf-8', 'utf-16': 'utf-16le' }

/** Decodes in pieces: whole-buffer decoding of Windows-1252 is wrong in some Node versions, piecewise decoding is right in all. */
async function* decoded(path: string, encoding: Exclude<Encoding, 'xlsx'>): AsyncGenerator<string> {
  const decoder = new TextDecoder(DECODER[encoding])
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

async function firstLine(path: string, encoding: Exclude<Encoding, 'xlsx'>): Promise<string> {
  let text = ''
  for await (const piece of decoded(path, encoding)) {
    text += piece
    const end = /\r|\n/.exec(text.replace(/^[\r\n]+/, ''))
    if (end) return text.replace(/^[\r\n]+/, '').slice(0, end.index)
    if (text.length > 1_000_000) break
  }
  return text
}

/** Reads a CSV file record by record. `record` counts records with the header as 1. Throws a Fault when the file as a whole is broken. */
export async function readCsv(path: string, encoding: Exclude<Encoding, 'xlsx'>, layouts: FileLayout[], start: (separator: Separator) => void, take: (cells: string[], record: number) => void | Promise<void>): Promise<void> {
  const file = basename(path)
  const separator = findSeparator(await firstLine(path, encoding), layouts, file)
  start(separator)
  const parser = parse({ delimiter: separator, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n', '\r'], max_record_size: LIMITS.recordCharacters })
  let record = 0
  try {
    await pipeline(decoded(path, encoding), parser, async (records: AsyncIterable<string[]>) => {
      for await (const cells of records) {
        record++
        const wait = take(cells, record)
        if (wait) await wait
      }
    })
  } catch (error) {
    if (error instanceof Fault) throw error
    if (error instanceof CsvError) {
      const at = typeof error['records'] === 'number' ? error['records'] + 1 : record + 1
      throw new Fault(error.code === 'CSV_MAX_RECORD_SIZE' ? 'file-record-too-large' : 'file-unterminated-quote', { file, record: at })
    }
    throw new Fault('file-unreadable', { file })
  }
}
