import { basename } from 'node:path'
import { Fault, type FaultInfo } from '../../../../shared/fault.ts'
import type { Separator } from '../../../../shared/tables.ts'
import { decoded, Enough } from './csv.ts'
import { guessHeader, guessSeparator, knownNames, SAMPLE_ROWS, sampleRecords } from './guess.ts'
import { findSeparator, recogniseHeader } from './header.ts'
import type { Inspected, ReadOrder } from './protocol.ts'
import { sniff } from './sniff.ts'
import { readXlsx, sheetNames } from './xlsx.ts'

const SAMPLE_CHARACTERS = 400_000
const SHOWN_CHARACTERS = 300

function faultOf(work: () => unknown): FaultInfo | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof Fault) return error.info
    throw error
  }
}

/** The beginning of a file's text; `whole` when that is all of it. */
async function beginning(path: string, encoding: Parameters<typeof decoded>[1]): Promise<{ text: string; whole: boolean }> {
  let text = ''
  for await (const piece of decoded(path, encoding)) {
    text += piece
    if (text.length > SAMPLE_CHARACTERS) return { text, whole: false }
  }
  return { text, whole: true }
}

/**
 * Looks at the beginning of a file: encoding, separator, sheets, where the header is, and the first records as they stand.
 * What the order's plan says is so; the rest is guessed. Throws a Fault when it is no table at all.
 */
export async function inspectFile(order: ReadOrder): Promise<Inspected> {
  const file = basename(order.path)
  const plan = order.plan ?? {}
  const { encoding, bytes } = await sniff(order.path, plan.encoding)
  const names = new Set([...knownNames(order.layouts), ...(order.names ?? [])])
  const plainFault = (rows: string[][]) => faultOf(() => recogniseHeader(rows[0] ?? [], order.layouts, file))
  const done = (rows: string[][], more: Pick<Inspected, 'separator' | 'sheet' | 'sheets' | 'fault'>): Inspected => {
    if (rows.length === 0) throw new Fault('file-empty', { file })
    const headerRow = plan.headerRow ?? (more.fault === null && plainFault(rows) === null ? 1 : guessHeader(rows, names).row)
    return { encoding, bytes, headerRow: Math.min(headerRow, rows.length), ...more, records: rows.map(row => row.map(cell => cell.slice(0, SHOWN_CHARACTERS))) }
  }
  if (encoding === 'xlsx') {
    const sheets = await sheetNames(order.path, bytes)
    const rows: string[][] = []
    const take = (cells: string[]) => {
      if (rows.length >= SAMPLE_ROWS) throw new Enough()
      rows.push([...cells])
    }
    await readXlsx(order.path, bytes, take, { sheet: plan.sheet, headerRow: plan.headerRow }).catch((error: unknown) => { if (!(error instanceof Enough)) throw error })
    return done(rows, { separator: null, sheet: plan.sheet ?? sheets[0] ?? null, sheets, fault: plainFault(rows) })
  }
  const { text, whole } = await beginning(order.path, encoding)
  const first = text.replace(/^[\r\n]+/, '').split(/\r|\n/, 1)[0] ?? ''
  let usual: Separator | null = null
  const noSeparator = faultOf(() => { usual = findSeparator(first, order.layouts, file) })
  const given = plan.separator ?? usual ?? guessSeparator(text, whole, names)
  const rows = sampleRecords(text, given, whole)
  const fault = noSeparator ?? plainFault(rows)
  if (fault === null || plan.separator !== undefined) return done(rows, { separator: given, sheet: null, sheets: [], fault })
  // A first line that names two columns by chance must not hide a better separator.
  const separator = guessSeparator(text, whole, names)
  return done(sampleRecords(text, separator, whole), { separator, sheet: null, sheets: [], fault })
}
