import * as z from 'zod'
import { FILE_KINDS, type FileKind } from '../domain.ts'
import type { FaultInfo } from '../fault.ts'
import type { RowProblem } from '../rows.ts'
import { SEPARATORS, type Separator, TEXT_ENCODINGS, type TextEncoding } from '../tables.ts'

/** The most columns and title lines that a plan can speak of. */
export const MOST_COLUMNS = 500
export const MOST_TITLE_LINES = 200

const kind = z.enum(FILE_KINDS)
const fact = z.string().min(1).max(80)

/**
 * How one file is to be read, where it is not as the program would take it by itself; what is left out is found out.
 * `headerRow` counts the file's records from 1, empty lines left out. `columns` gives each column (from 0) its fact, null for
 * a column that is not used; a column that is not named is not used either. `signature` is the header the columns were chosen by.
 * `allOfIntake` says that every row belongs to the intake it is read into; it counts where no column tells.
 */
export const filePlan = z.strictObject({
  file: z.string().min(1).max(4096),
  kind: kind.optional(),
  encoding: z.enum(TEXT_ENCODINGS).optional(),
  separator: z.enum(SEPARATORS).optional(),
  sheet: z.string().min(1).max(200).optional(),
  headerRow: z.int().min(1).max(MOST_TITLE_LINES).optional(),
  columns: z.record(z.string().regex(/^\d{1,3}$/), fact.nullable()).optional(),
  signature: z.string().regex(/^[0-9a-f]{32}$/).optional(),
  allOfIntake: z.literal(true).optional(),
})
export type FilePlan = z.infer<typeof filePlan>
export const filePlans = z.array(filePlan).max(20)

/** A sender's columns: the header as it stands and the fact of each column, null where it is not used. Never a value. */
export const mappingFields = {
  sender: z.string().trim().min(1).max(80), kind,
  headers: z.array(z.string().max(500)).min(1).max(MOST_COLUMNS), columns: z.array(fact.nullable()).min(1).max(MOST_COLUMNS),
}

/** Why a column is taken for a fact: its built-in name, another spelling of it, a known synonym, what was remembered of the sender, or its values. */
export type GuessBasis = 'exact' | 'spelling' | 'synonym' | 'remembered' | 'values' | 'given'
export type InspectedColumn = { header: string; examples: string[]; fact: string | null; basis: GuessBasis | null }
/** A record as it stands in the file; a protected person's cells are left out. */
export type RawRow = { row: number; cells: string[]; masked: boolean }
export type FactChoice = { fact: string; label: string; column: string; required: boolean }

export type InspectedFile = {
  name: string
  /** `known`: it is read as it is. `remembered`, `guessed`: with the columns below. `incomplete`: something needed is missing. `broken`: it is no table. */
  state: 'known' | 'remembered' | 'guessed' | 'incomplete' | 'broken'
  /** Why it is not read as it is. */
  fault: FaultInfo | null
  kind: FileKind | null
  encoding: TextEncoding | 'xlsx' | null
  separator: Separator | null
  sheet: string | null
  sheets: string[]
  headerRow: number
  rows: RawRow[]
  columns: InspectedColumn[]
  /** Needed facts that no column has. */
  missing: string[]
  sender: string | null
  signature: string
}
export type Inspection = { files: InspectedFile[]; choices: Record<FileKind, FactChoice[]>; senders: string[] }

export type UnderstoodCell = { text: string; state: 'known' | 'none' | 'unknown' | 'unreadable'; display: string }
export type UnderstoodRow = { record: number; masked: boolean; refused: { code: RowProblem['code']; column: string | null } | null; cells: UnderstoodCell[] }
/** The first rows as they will be understood, cell by cell under the facts of the columns in use. */
export type Understanding = { kind: FileKind; facts: { fact: string; label: string; header: string }[]; rows: UnderstoodRow[]; fault: FaultInfo | null }

/** A problem with the cell's own text, which is shown and nowhere kept. Null where the person is protected or the fault is of the whole row. */
export type ShownProblem = RowProblem & { text: string | null; masked: boolean }
export type SavedProblems = { name: string; rows: number; leftOut: number }
export type KnownSender = { sender: string; kind: FileKind; columns: number; at: string }
