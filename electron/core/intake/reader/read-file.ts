import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { INTAKE_FACT } from '../../../../shared/domain.ts'
import type { Encoding } from '../../../../shared/contract/views.ts'
import { Fault } from '../../../../shared/fault.ts'
import type { RowProblem } from '../../../../shared/rows.ts'
import { giveWay } from '../../store/give-way.ts'
import { Enough, readCsv } from './csv.ts'
import type { Separator } from './header.ts'
import { inspectFile } from './inspect.ts'
import { plannedHeader } from './plan.ts'
import { BATCH_BYTES, BATCH_ROWS, rowPack, type ReadMessage, type ReadOrder } from './protocol.ts'
import { rowReader } from './rows.ts'
import { sniff } from './sniff.ts'
import { readXlsx } from './xlsx.ts'

type Send = (message: ReadMessage) => void | Promise<void>
type Shape = { headerRow: number; separator?: Separator | undefined; sheet?: string | undefined }

/** Does what a reading order says: looks at a file's beginning, or reads it into batches of rows ready to be stored. `send` may return a promise to hold the reading back. */
export async function readFile(order: ReadOrder, send: Send): Promise<void> {
  if (order.inspect) {
    const found = await inspectFile(order)
    await send({ type: 'inspected', ...found })
    return void (await send({ type: 'end', records: found.records.length }))
  }
  const found = await sniff(order.path, order.plan?.encoding)
  const shape = await shapeOf(order, found.encoding)
  try {
    await readRows(order, found, shape, send)
  } catch (error) {
    throw countedFromHeader(error, shape.headerRow)
  }
}

/** Where the header is and what parts the columns. Without a plan the first record is the header and the reader finds the separator. */
async function shapeOf(order: ReadOrder, encoding: Encoding): Promise<Shape> {
  const { plan } = order
  if (plan === undefined) return { headerRow: 1 }
  const { headerRow, separator, sheet } = plan
  if (headerRow !== undefined && (encoding === 'xlsx' || separator !== undefined)) return { headerRow, separator, sheet }
  const guessed = await inspectFile(order)
  return { headerRow: headerRow ?? guessed.headerRow, separator: separator ?? guessed.separator ?? undefined, sheet }
}

/** A record is told by its number from the header, wherever that stands. */
function countedFromHeader(error: unknown, headerRow: number): unknown {
  const record = error instanceof Fault ? error.params['record'] : undefined
  if (headerRow === 1 || !(error instanceof Fault) || typeof record !== 'number') return error
  return new Fault(error.code, { ...error.params, record: Math.max(1, record - headerRow + 1) })
}

async function readRows(order: ReadOrder, { encoding, bytes, modified }: Awaited<ReturnType<typeof sniff>>, shape: Shape, send: Send): Promise<void> {
  const file = basename(order.path)
  const before = shape.headerRow - 1
  const last = order.first === undefined ? Infinity : order.first + 1
  let separator: Separator | null = null
  let read: ReturnType<typeof rowReader> | null = null
  const pack = rowPack()
  let problems: RowProblem[] = []
  let remarked: string[][] = []
  let whole: string[][] = []
  let records = 0
  let now: string[] = []
  const flush = () => {
    const rows = pack.take()
    const batch: ReadMessage = order.cells ? { type: 'batch', rows, problems, records, cells: remarked, whole } : { type: 'batch', rows, problems, records }
    problems = []
    remarked = []
    whole = []
    return send(batch)
  }
  const remark = order.cells ? (p: RowProblem) => { problems.push(p); remarked.push(now) } : (p: RowProblem) => void problems.push(p)
  const take = (cells: string[], place: number): void | Promise<void> => {
    const record = place - before
    if (record < 1) return
    if (record > last) throw new Enough()
    records = record
    if (!read) {
      const { kind, layout, positions, unusedColumns } = plannedHeader(cells, order.plan ?? {}, order.layouts, file)
      read = rowReader({ kind, columns: layout.columns, facts: order.facts, usedByRules: order.usedByRules, evaluationDate: order.evaluationDate, intakeName: order.intakeName, intakeId: order.intakeId, layoutId: order.layoutIds[kind], latestBy: layout.latestBy, allOfIntake: order.plan?.allOfIntake === true }, positions, cells.length, remark)
      const place = positions[layout.columns.findIndex(c => c.fact === INTAKE_FACT)] ?? -1
      return send({ type: 'start', allOfIntake: kind === 'applications' && place < 0, kind, encoding, separator, unusedColumns, bytes, sheet: shape.sheet ?? null, header: cells, positions })
    }
    giveWay()
    now = cells
    if (order.everyCell) whole.push(cells)
    const row = read(cells, record)
    if (row) pack.add(row)
    if (pack.bytes >= BATCH_BYTES || pack.rows >= BATCH_ROWS || problems.length >= BATCH_ROWS) return flush()
  }
  try {
    if (encoding === 'xlsx') await readXlsx(order.path, bytes, take, shape)
    else await readCsv(order.path, encoding, order.layouts, s => { separator = s }, take, shape.separator)
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
  if (records === 0) throw new Fault('file-empty', { file })
  if (records === 1) throw new Fault('file-no-rows', { file })
  const after = await stat(order.path).catch(() => null)
  if (!after || after.size !== bytes || after.mtimeMs !== modified) throw new Fault('file-changed', { file })
  if (pack.rows > 0 || problems.length > 0) await flush()
  await send({ type: 'end', records })
}
