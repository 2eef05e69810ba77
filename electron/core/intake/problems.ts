import { basename } from 'node:path'
import type { FilePlan, SavedProblems, ShownProblem } from '../../../shared/contract/intake.ts'
import { Fault } from '../../../shared/fault.ts'
import type { RowProblem } from '../../../shared/rows.ts'
import { rowReason } from '../../../shared/text/words.sv.ts'
import { intakeById } from '../cases/programme-of-intake.ts'
import { programmeIn } from '../cases/programmes-in-store.ts'
import type { Context } from '../context.ts'
import { csvRows } from '../store/csv.ts'
import { writeFileWhole } from '../store/files.ts'
import { orderOf, planOf } from './files-in-order.ts'
import { protectedPersons } from './protected.ts'
import { columnLabel } from './reader/plan.ts'
import type { ReadMessage } from './reader/protocol.ts'
import { openFile } from './stream.ts'

type Start = Extract<ReadMessage, { type: 'start' }>
/** One remark with the record it is about and where the column stands in it (-1 for a remark about the whole record). */
type Remark = { problem: RowProblem; cells: string[]; place: number; masked: boolean }

/** Reads a file once more for its problems: nothing of them was kept. It ends early when `enough`. */
async function eachProblem(context: Context, intakeId: number, plan: FilePlan, begin: (start: Start) => void, take: (remark: Remark) => void, enough: () => boolean): Promise<void> {
  const { store } = context
  const intake = intakeById(store.read, intakeId)
  const { layouts } = programmeIn(store.read, intake.programme)
  const file = openFile({ path: plan.file, ...planOf([plan], plan.file), ...orderOf(store.read, intake), cells: true }, context.assets, context.signal)
  const isProtected = protectedPersons(store.read, intake.evaluation_date)
  const stop = new Stop()
  let places = new Map<string, number>()
  let known = { identity: -1, application: -1, mark: -1 }
  try {
    await file.read(message => {
      if (message.type === 'start') {
        const { columns } = layouts[message.kind]
        const at = (fact: string) => message.positions[columns.findIndex(c => c.fact === fact)] ?? -1
        places = new Map(columns.map((c, i) => { const place = message.positions[i] ?? -1; return [plan.columns && place >= 0 ? columnLabel(message.header, place) : c.column, place] }))
        known = { identity: at('identity.number'), application: at('application.id'), mark: at('protection.marked') }
        begin(message)
      }
      if (message.type !== 'batch') return
      message.problems.forEach((problem, i) => {
        const cells = message.cells?.[i] ?? []
        take({ problem, cells, place: problem.column === undefined ? -1 : places.get(problem.column) ?? -1, masked: isProtected(cells, known) })
      })
      context.progress(basename(plan.file), message.records, null)
      if (enough()) throw stop
    })
  } catch (error) {
    if (error !== stop) throw error
  } finally {
    await file.close()
  }
}

class Stop extends Error {
  override name = 'Stop'
}

const LONGEST_SHOWN = 500

/** The problems of one kind with the cells' own texts, to be shown while a preview is open. A protected person's cells are left out. */
export async function showProblems(context: Context, { intakeId, plan, code, column, limit }: { intakeId: number; plan: FilePlan; code: string; column?: string | undefined; limit: number }): Promise<ShownProblem[]> {
  const found: ShownProblem[] = []
  const take = ({ problem, cells, place, masked }: Remark) => {
    if (problem.code !== code || problem.column !== column || found.length >= limit) return
    found.push({ ...problem, ...(masked ? { applicationId: '' } : {}), masked, text: masked || place < 0 ? null : (cells[place] ?? '').slice(0, LONGEST_SHOWN) })
  }
  await eachProblem(context, intakeId, plan, () => undefined, take, () => found.length >= limit)
  return found
}

const LONGEST_CELL = 32_000
const mended = (cell: string) => (cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL)}…` : cell).replaceAll('\u0000', '')

/**
 * Saves the records with problems in the file's own columns with the reason last, to be mended and sent again; written by the user's
 * choice and nowhere else. Records about protected persons are left out and counted. Throws the file's Fault, disk-full or write-failed.
 */
export async function saveProblems(context: Context, { intakeId, plan, path, only }: { intakeId: number; plan: FilePlan; path: string; only: 'all' | 'refused' }): Promise<SavedProblems> {
  let width = 0
  let leftOut = 0
  let rows = 0
  await writeFileWhole(path, async write => {
    let open: { record: number; cells: string[]; masked: boolean; reasons: string[] } | null = null
    const close = () => {
      if (!open) return
      const { cells, masked, reasons } = open
      if (masked) leftOut++
      else {
        rows++
        const own = cells.slice(0, width).map(mended)
        while (own.length < width) own.push('')
        write(csvRows([[...own, reasons.join('; '), ...cells.slice(width).map(mended)]]))
      }
      open = null
    }
    const begin = ({ header }: Start) => {
      width = header.length
      write(`\ufeff${csvRows([[...header.map(h => h.trim()), 'orsak']])}`)
    }
    await eachProblem(context, intakeId, plan, begin, ({ problem, cells, masked }) => {
      if (only === 'refused' && problem.outcome !== 'refused') return
      if (open?.record !== problem.record) close()
      open ??= { record: problem.record, cells, masked, reasons: [`post ${problem.record}`] }
      open.reasons.push(reasonOf(problem))
    }, () => false)
    close()
    if (width === 0) throw new Fault('file-empty', { file: basename(plan.file) })
  })
  return { name: basename(path), rows, leftOut }
}

const reasonOf = (problem: RowProblem) => `${problem.outcome === 'refused' ? 'avvisad' : 'anmärkning'}: ${problem.column ? `${problem.column}: ` : ''}${rowReason(problem.code)}`
