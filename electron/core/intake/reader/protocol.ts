import type { Encoding } from '../../../../shared/contract/views.ts'
import type { FileKind, IsoDate } from '../../../../shared/domain.ts'
import type { FaultInfo } from '../../../../shared/fault.ts'
import type { RowProblem } from '../../../../shared/rows.ts'
import type { FileLayout } from '../../rules/load.ts'
import type { FactDef } from '../../rules/values.ts'
import type { NormalRow } from './rows.ts'
import type { Separator } from './header.ts'

/** What the reading thread is asked to do. It holds no key and sees no store. */
export type ReadOrder = { path: string; layouts: FileLayout[]; facts: Record<string, FactDef>; usedByRules: string[]; evaluationDate: IsoDate; intakeName: string; intakeId: number; layoutIds: Record<FileKind, number> }

/** What it sends back, in this order: one `start`, batches, then `end` or `fault`. */
export type ReadMessage =
  | { type: 'start'; kind: FileKind; encoding: Encoding; separator: Separator | null; unusedColumns: string[]; bytes: number }
  | { type: 'batch'; rows: NormalRow[]; problems: RowProblem[]; records: number }
  | { type: 'end'; records: number }
  | { type: 'fault'; fault: FaultInfo }
/** Batches are answered one by one, so that a slow store does not fill the memory. */
export type ReadAnswer = { type: 'more' }
export const BATCH_ROWS = 512
export const BATCHES_AHEAD = 6
