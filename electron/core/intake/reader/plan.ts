import { hash } from 'node:crypto'
import type { FilePlan } from '../../../../shared/contract/intake.ts'
import { INTAKE_FACT } from '../../../../shared/domain.ts'
import { Fault } from '../../../../shared/fault.ts'
import type { FileLayout } from '../../rules/load.ts'
import { headerKey, type Recognised, recogniseHeader } from './header.ts'

/** How a file is to be read, without the file. */
export type ReadPlan = Omit<FilePlan, 'file'>

/** What a header is known by again: its cells as they are compared, in their order. */
export const headerSignature = (header: readonly string[]): string => hash('sha256', JSON.stringify(header.map(headerKey)), 'hex').slice(0, 32)

/** A column by its own header, as remarks name it; one without a header by its number. */
export const columnLabel = (header: readonly string[], index: number): string => (header[index] ?? '').trim().slice(0, 60) || `${index + 1}`

/**
 * What a plan makes of a header row: kind, layout and where each of its columns stands. The columns' names in remarks are then the
 * file's own. Throws Fault file-changed when it is another header than the plan was made for, file-plan-twice, file-column-missing or fact-unknown.
 */
export function plannedHeader(header: string[], plan: ReadPlan, layouts: FileLayout[], file: string): Recognised {
  if (plan.signature !== undefined && plan.signature !== headerSignature(header)) throw new Fault('file-changed', { file })
  const ofKind = plan.kind === undefined ? layouts : layouts.filter(l => l.kind === plan.kind)
  const kinds = plan.allOfIntake ? ofKind.map(withoutIntake) : ofKind
  if (plan.columns === undefined) return recogniseHeader(header, kinds, file)
  const places = new Map<string, number>()
  for (const [key, fact] of Object.entries(plan.columns)) {
    const index = Number(key)
    if (fact === null) continue
    if (index >= header.length) throw new Fault('file-changed', { file })
    const other = places.get(fact)
    if (other !== undefined) throw new Fault('file-plan-twice', { file, fact: columnOf(kinds, fact), first: columnLabel(header, other), second: columnLabel(header, index) })
    places.set(fact, index)
  }
  const layout = layoutFor(kinds, [...places.keys()])
  if (!layout) throw new Fault('file-no-known-column', { file })
  const unknown = [...places.keys()].find(fact => !layout.columns.some(c => c.fact === fact))
  if (unknown !== undefined) throw new Fault('fact-unknown', { fact: unknown })
  const missing = layout.columns.find(c => c.required && !places.has(c.fact))
  if (missing) throw new Fault('file-column-missing', { file, column: missing.column })
  const positions = layout.columns.map(c => places.get(c.fact) ?? -1)
  const named = layout.columns.map((c, i) => { const at = positions[i] ?? -1; return at < 0 ? c : { ...c, column: columnLabel(header, at) } })
  const taken = new Set(positions)
  return { kind: layout.kind, layout: { ...layout, columns: named }, positions, unusedColumns: header.filter((h, i) => !taken.has(i) && h.trim() !== '') }
}

/** A layout whose rows need not tell their intake. */
const withoutIntake = (layout: FileLayout): FileLayout => ({ ...layout, columns: layout.columns.map(c => (c.fact === INTAKE_FACT ? { ...c, required: false } : c)) })

const columnOf = (layouts: FileLayout[], fact: string) => layouts.flatMap(l => l.columns).find(c => c.fact === fact)?.column ?? fact

/** The layout that has most of the facts. */
function layoutFor(layouts: FileLayout[], facts: string[]): FileLayout | undefined {
  const hits = (layout: FileLayout) => facts.filter(fact => layout.columns.some(c => c.fact === fact)).length
  return [...layouts].sort((a, b) => hits(b) - hits(a))[0]
}
