import type { Encoding } from '../../../../shared/contract/views.ts'
import type { FileKind, IsoDate } from '../../../../shared/domain.ts'
import type { FaultInfo } from '../../../../shared/fault.ts'
import type { RowProblem } from '../../../../shared/rows.ts'
import type { FileLayout } from '../../rules/load.ts'
import type { FactDef } from '../../rules/values.ts'
import type { ReadPlan } from './plan.ts'
import type { NormalRow } from './rows.ts'
import type { Separator } from './header.ts'

/** What the reading thread is asked to do. It holds no key and sees no store. */
export type ReadOrder = { path: string; layouts: FileLayout[]; facts: Record<string, FactDef>; usedByRules: string[]; evaluationDate: IsoDate; intakeName: string; intakeId: number; layoutIds: Record<FileKind, number>
  /** How the file is to be read, where it is not as it is taken by itself. */
  plan?: ReadPlan
  /** Only look at the beginning of the file: one `inspected`, then `end`. `names` are header cells that are known besides the layouts', folded. */
  inspect?: boolean
  names?: string[]
  /** Read no more than so many rows. */
  first?: number
  /** Send the whole record with each problem; with `everyCell` also every record as it stands, which only goes with few rows. */
  cells?: boolean
  everyCell?: boolean
}

/** The beginning of a file as it stands. `fault` says why it is not read without a plan. */
export type Inspected = {
  encoding: Encoding; bytes: number; separator: Separator | null; sheet: string | null; sheets: string[]
  headerRow: number; records: string[][]; fault: FaultInfo | null
}

/** What it sends back, in this order: one `start`, batches, then `end` or `fault`. */
export type ReadMessage =
  | { type: 'start'; allOfIntake: boolean; kind: FileKind; encoding: Encoding; separator: Separator | null; unusedColumns: string[]; bytes: number; sheet: string | null; header: string[]; positions: number[] }
  | { type: 'batch'; rows: PackedRows; problems: RowProblem[]; records: number; cells?: string[][]; whole?: string[][] }
  | ({ type: 'inspected' } & Inspected)
  | { type: 'end'; records: number }
  | { type: 'fault'; fault: FaultInfo }
/** Rows column by column: five lists cross between threads in a third of the time that a thousand objects take. */
export type PackedRows = { applicationIds: string[]; identities: string[]; latest: string[]; bodies: string[]; hashes: string }
const HASH_LENGTH = 32

export const noRows = (): PackedRows => ({ applicationIds: [], identities: [], latest: [], bodies: [], hashes: '' })

/** Adds a row at the end. */
export function packRow(rows: PackedRows, row: NormalRow): void {
  rows.applicationIds.push(row.applicationId)
  rows.identities.push(row.identity)
  rows.latest.push(row.latest)
  rows.bodies.push(row.body)
  rows.hashes += row.hash
}

/** The row at a place. */
export function rowAt(rows: PackedRows, at: number): NormalRow {
  return {
    applicationId: rows.applicationIds[at] ?? '', identity: rows.identities[at] ?? '', latest: rows.latest[at] ?? '', body: rows.bodies[at] ?? '',
    hash: rows.hashes.slice(at * HASH_LENGTH, (at + 1) * HASH_LENGTH),
  }
}

/** Batches are answered one by one, so that a slow store does not fill the memory. */
export type ReadAnswer = { type: 'more' }
export const BATCH_ROWS = 1024
/** A batch of long rows ends earlier. */
export const BATCH_CHARACTERS = 2_000_000
/** How far a file is read ahead of the store, in characters of its rows: short rows by the ten thousand, so that all files' threads have work while the store is busy with one. */
export const AHEAD_CHARACTERS = 12_000_000
/** What a row or a remark weighs besides its text. */
const EACH = 100

/** What a batch weighs in memory, about, in characters. */
export const weightOf = ({ rows, problems }: Extract<ReadMessage, { type: 'batch' }>): number =>
  rows.bodies.reduce((sum, body) => sum + body.length, 0) + EACH * (rows.bodies.length + problems.length)
