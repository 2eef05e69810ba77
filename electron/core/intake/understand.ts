import type { FilePlan, Understanding, UnderstoodCell, UnderstoodRow } from '../../../shared/contract/intake.ts'
import type { Language } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import type { RowProblem } from '../../../shared/rows.ts'
import { intakeById, ruleSetById } from '../cases/programme-of-intake.ts'
import { worded } from '../cases/spoken.ts'
import { programmeIn } from '../cases/programmes-in-store.ts'
import type { Context } from '../context.ts'
import { displayValue } from '../rules/sentences.ts'
import type { FactDef } from '../rules/values.ts'
import { textOf } from '../store/texts.ts'
import { orderOf, planOf } from './files-in-order.ts'
import { protectedPersons } from './protected.ts'
import type { Cell } from './reader/cells.ts'
import { eachRow, noRows, type ReadMessage } from './reader/protocol.ts'
import { openFile } from './stream.ts'

const FIRST_ROWS = 20
type Start = Extract<ReadMessage, { type: 'start' }>
type Batch = Extract<ReadMessage, { type: 'batch' }>

/** The first rows of a file as they would be understood, by the very reader that takes them in. A fault of the whole file comes back in it. */
export async function understandFile(context: Context, { intakeId, plan }: { intakeId: number; plan: FilePlan }): Promise<Understanding> {
  const { store } = context
  const intake = intakeById(store.read, intakeId)
  const { layouts } = programmeIn(store.read, intake.programme)
  const set = worded(store.read, ruleSetById(store.read, intake.rule_set).set)
  const file = openFile({ path: plan.file, ...planOf([plan], plan.file), ...orderOf(store.read, intake), first: FIRST_ROWS, cells: true, everyCell: true }, context.assets, context.signal)
  let start: Start | null = null
  const batch: Batch = { type: 'batch', rows: noRows(), problems: [], records: 0, cells: [], whole: [] }
  const take = (message: ReadMessage) => {
    if (message.type === 'start') start = message
    else if (message.type === 'batch') Object.assign(batch, message)
  }
  try {
    await file.read(take)
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'cancelled') throw error
    if (start === null) return { kind: plan.kind ?? 'applications', facts: [], rows: [], fault: error.info }
  } finally {
    await file.close()
  }
  const head = start as Start | null
  if (head === null) throw new Fault('file-reader-failed', {})
  const columns = layouts[head.kind].columns.map((c, i) => ({ ...c, place: head.positions[i] ?? -1, index: i, def: set.factById.get(c.fact) })).filter(c => c.place >= 0)
  const placeOf = (fact: string) => columns.find(c => c.fact === fact)?.place ?? -1
  const isProtected = protectedPersons(store.read, intake.evaluation_date)
  const places = { identity: placeOf('identity.number'), application: placeOf('application.id'), mark: placeOf('protection.marked') }
  const bodies: string[] = []
  eachRow(batch.rows, ({ body }) => void bodies.push(textOf(body)))
  const rows = (batch.whole ?? []).map((raw, i): UnderstoodRow => {
    const record = i + 2
    const refused = batch.problems.find(p => p.record === record && p.outcome === 'refused')
    const body = refused ? null : cellsOf(bodies.shift())
    const masked = isProtected(raw, places)
    if (masked) return { record, masked, refused: refused ? refusal(refused) : null, cells: [] }
    return { record, masked, refused: refused ? refusal(refused) : null, cells: columns.map(c => understood(raw[c.place] ?? '', body?.[c.index] ?? null, body !== null, c.def, set.language)) }
  })
  return { kind: head.kind, facts: columns.map(c => ({ fact: c.fact, label: c.def?.label ?? c.fact, header: (head.header[c.place] ?? '').trim() })), rows, fault: null }
}

const refusal = (p: RowProblem): NonNullable<UnderstoodRow['refused']> => ({ code: p.code, column: p.column ?? null })
const cellsOf = (body: string | undefined): Cell[] => (body === undefined ? [] : (JSON.parse(body) as { cells: Cell[] }).cells)

const LONGEST = 200
function understood(raw: string, cell: Cell, taken: boolean, fact: FactDef | undefined, language: Language): UnderstoodCell {
  const text = raw.trim().slice(0, LONGEST)
  if (!taken) return { text, state: 'unknown', display: '' }
  if (cell !== null && typeof cell === 'object') return { text, state: 'unreadable', display: '' }
  if (cell === null) return { text, state: text === '' ? emptyState(fact) : 'unreadable', display: '' }
  return { text, state: 'known', display: fact ? displayValue(fact, cell, language).slice(0, LONGEST) : String(cell) }
}

/** What an empty cell means is said per fact: there is none, or nobody knows. */
const emptyState = (fact: FactDef | undefined): UnderstoodCell['state'] => (fact?.empty === undefined ? 'unknown' : 'none')
