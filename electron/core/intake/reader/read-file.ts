import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Fault } from '../../../../shared/fault.ts'
import type { RowProblem } from '../../../../shared/rows.ts'
import { recogniseHeader } from './header.ts'
import { readCsv } from './csv.ts'
import { BATCH_CHARACTERS, BATCH_ROWS, noRows, packRow, type ReadMessage, type ReadOrder } from './protocol.ts'
import { rowReader } from './rows.ts'
import { sniff } from './sniff.ts'
import type { Separator } from './header.ts'
import { readXlsx } from './xlsx.ts'

/** Reads one file into batches of rows ready to be stored. `send` may return a promise to hold the reading back. */
export async function readFile(order: ReadOrder, send: (message: ReadMessage) => void | Promise<void>): Promise<void> {
  const file = basename(order.path)
  const { encoding, bytes, modified } = await sniff(order.path)
  let separator: Separator | null = null
  let read: ReturnType<typeof rowReader> | null = null
  let rows = noRows()
  let problems: RowProblem[] = []
  let records = 0
  let characters = 0
  const flush = () => {
    const batch: ReadMessage = { type: 'batch', rows, problems, records }
    rows = noRows()
    characters = 0
    problems = []
    return send(batch)
  }
  const take = (cells: string[], record: number): void | Promise<void> => {
    records = record
    if (!read) {
      const { kind, layout, positions, unusedColumns } = recogniseHeader(cells, order.layouts, file)
      read = rowReader({ kind, columns: layout.columns, facts: order.facts, usedByRules: order.usedByRules, evaluationDate: order.evaluationDate, intakeName: order.intakeName, intakeId: order.intakeId, layoutId: order.layoutIds[kind], latestBy: layout.latestBy }, positions, cells.length, p => problems.push(p))
      return send({ type: 'start', kind, encoding, separator, unusedColumns, bytes })
    }
    const row = read(cells, record)
    if (row) {
      packRow(rows, row)
      characters += row.body.length
    }
    if (characters >= BATCH_CHARACTERS || rows.bodies.length >= BATCH_ROWS || problems.length >= BATCH_ROWS) return flush()
  }
  if (encoding === 'xlsx') await readXlsx(order.path, bytes, take)
  else await readCsv(order.path, encoding, order.layouts, s => { separator = s }, take)
  if (records === 0) throw new Fault('file-empty', { file })
  if (records === 1) throw new Fault('file-no-rows', { file })
  const after = await stat(order.path).catch(() => null)
  if (!after || after.size !== bytes || after.mtimeMs !== modified) throw new Fault('file-changed', { file })
  if (rows.bodies.length || problems.length) await flush()
  await send({ type: 'end', records })
}
