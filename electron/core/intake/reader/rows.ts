import { INTAKE_FACT } from '../../../../shared/domain.ts'
import type { FileKind, IsoDate } from '../../../../shared/domain.ts'
import type { RowProblem, RowRefusal, RowWarning } from '../../../../shared/rows.ts'
import type { Column } from '../../rules/load.ts'
import { type FactDef, single } from '../../rules/values.ts'
import { type Cell, cellReader } from './cells.ts'
import { type Identity, readIdentity } from './identity.ts'

/** A row ready to be stored: `latest` is the date that decides between several rows on one person; `body` is the journal's text of the row with the cells in the layout's own order. */
export type NormalRow = { applicationId: string; identity: string; body: string; latest: string }

export type LayoutOrder = {
  kind: FileKind
  columns: Column[]
  /** Facts derived from the identity number, stored after the columns. */
  facts: Record<string, FactDef>
  usedByRules: string[]
  evaluationDate: IsoDate
  intakeName: string
  intakeId: number
  layoutId: number
  latestBy: string | null
  /** Every row belongs to the intake, where no column tells which it belongs to. */
  allOfIntake?: boolean
}

/** Facts of an application that come from its identity number; they follow the columns in a stored row. */
export const DERIVED = ['identity.kind'] as const

const MAX_CELL = 1_000_000

/**
 * Makes the function that turns a record's cells into a stored row or a refusal, exactly as "What becomes of a row" says.
 * `positions` gives for each layout column its place in the file, or -1.
 */
export function rowReader(order: LayoutOrder, positions: number[], width: number, report: (problem: RowProblem) => void): (cells: string[], record: number) => NormalRow | null {
  const used = new Set(order.usedByRules)
  const readers = order.columns.map(column => {
    const fact = order.facts[column.fact]
    if (!fact) throw new Error(`no fact ${column.fact}`)
    return cellReader(fact, column, used.has(column.fact))
  })
  const empties = order.columns.map(column => single(order.facts[column.fact]?.empty))
  const at = (fact: string) => order.columns.findIndex(c => c.fact === fact)
  const idAt = at('application.id')
  const identityAt = at('identity.number')
  const intakeAt = at(INTAKE_FACT)
  const intakeGiven = order.allOfIntake === true && (positions[intakeAt] ?? -1) < 0
  const consentAt = at('consent.scope')
  const birthAt = at('birth.date')
  const latestAt = order.latestBy === null ? -1 : at(order.latestBy)
  const applications = order.kind === 'applications'
  const prefix = `{"intake":${order.intakeId},"layout":${order.layoutId},"cells":`

  // What is told of a cell is told through one function for all of them: a hundred thousand rows have four million cells.
  let now = { record: 0, applicationId: '', column: 0 }
  const about = (column: string | undefined) => ({ record: now.record, ...(now.applicationId ? { applicationId: now.applicationId.slice(0, 60) } : {}), ...(column ? { column } : {}) })
  const refuse = (code: RowRefusal, at = -1): null => {
    report({ outcome: 'refused', code, ...about(order.columns[at]?.column) })
    return null
  }
  const warn = (code: RowWarning) => report({ outcome: 'warning', code, ...about(order.columns[now.column]?.column) })

  return (cells, record) => {
    const raw = (i: number) => {
      const position = positions[i] ?? -1
      return position < 0 ? '' : (cells[position] ?? '').trim()
    }
    const applicationId = idAt < 0 ? '' : raw(idAt)
    now = { record, applicationId, column: identityAt }
    if (cells.length !== width) return refuse(cells.length < width ? 'too-few-cells' : 'too-many-cells')
    for (const cell of cells) {
      if (cell.length > MAX_CELL) return refuse('cell-too-large')
      if (cell.includes('\u0000')) return refuse('nul-byte')
    }
    if (applications) {
      const consent = raw(consentAt).toLowerCase()
      if (consent === '' || consent === 'nej' || consent === 'no') return refuse('no-consent', consentAt)
      if (applicationId === '') return refuse('application-id-missing', idAt)
      if (!intakeGiven && raw(intakeAt) !== order.intakeName) return refuse('other-intake', intakeAt)
    }
    const identity = readIdentity(raw(identityAt), order.evaluationDate)
    if (typeof identity === 'string') return refuse(identity, identityAt)
    if (identity.restoredZero) warn('leading-zero-restored')
    const values: Cell[] = new Array<Cell>(readers.length)
    for (let i = 0; i < readers.length; i++) {
      now.column = i
      values[i] = i === identityAt ? identity.number : readers[i]?.(raw(i), warn) ?? null
    }
    if (applications) {
      // In the application itself an empty cell that means "no" is the same answer as a written "no".
      for (let i = 0; i < values.length; i++) if (values[i] === null) values[i] = empties[i] ?? null
      // The row is then the same as one that tells its intake itself.
      if (intakeGiven) values[intakeAt] = order.intakeName
      deriveFrom(identity, values, birthAt)
    }
    const latest = values[latestAt]
    return { applicationId, identity: identity.number, body: `${prefix}${JSON.stringify(values)}}`, latest: typeof latest === 'string' ? latest : '' }
  }
}

function deriveFrom(identity: Identity, values: Cell[], birthAt: number): void {
  if (birthAt >= 0 && values[birthAt] === null) values[birthAt] = identity.birthDate
  values.push(identity.kind)
}
