import { hash } from 'node:crypto'
import type { Encoding } from '../../../../shared/contract/views.ts'
import type { FileKind, IsoDate } from '../../../../shared/domain.ts'
import type { FaultInfo } from '../../../../shared/fault.ts'
import type { RowProblem } from '../../../../shared/rows.ts'
import type { FileLayout } from '../../rules/load.ts'
import type { FactDef } from '../../rules/values.ts'
import { bufferOver, bytesOf, type ByteText, textPack } from '../../store/texts.ts'
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
/** Rows column by column: a few lists and one piece of memory with all bodies cross between threads in a third of the time that a thousand objects take. `ends` says where each body ends. */
export type PackedRows = { applicationIds: string[]; identities: string[]; latest: string[]; bytes: Uint8Array; ends: Uint32Array; hashes: string }
/** A row as it comes to the store: `hash` is the content hash of its body, in hexadecimal. */
export type TakenRow = Omit<NormalRow, 'body'> & { body: ByteText; hash: string }
const HASH_LENGTH = 64

export const noRows = (): PackedRows => ({ applicationIds: [], identities: [], latest: [], bytes: new Uint8Array(0), ends: new Uint32Array(0), hashes: '' })

/** Collects rows for a batch. */
export type RowPack = { readonly rows: number; readonly bytes: number; add(row: NormalRow): void; take(): PackedRows }

/** Makes an empty collection of rows. */
export function rowPack(): RowPack {
  const texts = textPack()
  let rows = noRows()
  let ends: number[] = []
  return {
    get rows() { return ends.length },
    get bytes() { return texts.length },
    add: ({ applicationId, identity, latest, body }) => {
      rows.applicationIds.push(applicationId)
      rows.identities.push(identity)
      rows.latest.push(latest)
      rows.hashes += hash('sha256', bytesOf(texts.add(body)), 'hex')
      ends.push(texts.length)
    },
    take: () => {
      const taken = { ...rows, bytes: texts.take(), ends: Uint32Array.from(ends) }
      rows = noRows()
      ends = []
      return taken
    },
  }
}

/** Gives each row of a batch in turn. */
export function eachRow(rows: PackedRows, take: (row: TakenRow) => void): void {
  const bytes = bufferOver(rows.bytes)
  let from = 0
  for (const [i, to] of rows.ends.entries()) {
    take({
      applicationId: rows.applicationIds[i] ?? '', identity: rows.identities[i] ?? '', latest: rows.latest[i] ?? '', body: { bytes, from, to },
      hash: rows.hashes.slice(i * HASH_LENGTH, (i + 1) * HASH_LENGTH),
    })
    from = to
  }
}

/** What a reader waits for: to begin once its `start` has been seen, and that batches are taken, one by one, so that a slow store does not fill the memory. */
export type ReadAnswer = { type: 'begin' } | { type: 'more' }
export const BATCH_ROWS = 1024
/** A batch of long rows ends earlier. */
export const BATCH_BYTES = 2_000_000
/** How far a file is read ahead of the store, in bytes of its rows: short rows by the ten thousand, so that all files' threads have work while the store is busy with one. */
export const AHEAD_BYTES = 16_000_000
/** What a row or a remark weighs besides its text. */
const EACH = 100

/** What a batch weighs in memory, about, in bytes. */
export const weightOf = ({ rows, problems }: Extract<ReadMessage, { type: 'batch' }>): number =>
  rows.bytes.length + EACH * (rows.ends.length + problems.length)
