import type { FactScalar } from '../../../shared/domain.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { FactValue } from '../rules/values.ts'
import type { StatedSource } from './stated.ts'

/** A cell of a stored row: a value, null for an empty cell, or what could not be read. */
export type StoredCell = FactScalar | null | { '?': string }
/** A row as the journal holds it. */
export type StoredRow = { intake: number; layout: number; cells: StoredCell[] }
export type CorrectionValue = FactScalar | { none: true }

/** What the sources say of one case. */
export type CaseSources = {
  application: { facts: readonly string[]; cells: readonly StoredCell[] }
  permit: { facts: readonly string[]; cells: readonly StoredCell[] } | null
  register: { facts: readonly string[]; cells: readonly StoredCell[] } | null
  /** Single facts with something to show for them. */
  stated: Readonly<Record<StatedSource, ReadonlyMap<string, CorrectionValue> | null>> | null
  corrections: ReadonlyMap<string, CorrectionValue> | null
}
export type Assembler = (intake: readonly [string, FactValue][], sources: CaseSources) => FactValue[]

/**
 * Makes the function that lays the sources over each other: application, documents, Migrationsverket and the register, checked credentials,
 * then the caseworker's corrections. An empty cell never hides a lower source; what could not be read makes the fact unknown; what is empty in all of them
 * means what the fact's `empty` says.
 */
export function assembler(set: RuleSet): Assembler {
  const { facts } = set.data
  const defaults: FactValue[] = facts.map(f => f.empty)
  const needRegister = facts.flatMap((f, i) => (f.emptyNeeds === 'register' ? [i] : []))
  const needPermit = facts.flatMap((f, i) => (f.emptyNeeds === 'migration-agency' ? [i] : []))
  const places = new Map<readonly string[], Int32Array>()
  const placesOf = (layout: readonly string[]) => {
    let known = places.get(layout)
    if (!known) places.set(layout, (known = Int32Array.from(layout, id => set.factIndex.get(id) ?? -1)))
    return known
  }
  const lay = (values: FactValue[], source: { facts: readonly string[]; cells: readonly StoredCell[] }) => {
    const place = placesOf(source.facts)
    const { cells } = source
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]
      const at = place[i] ?? -1
      if (cell === null || cell === undefined || at < 0) continue
      values[at] = typeof cell === 'object' ? undefined : cell
    }
  }
  const layWords = (values: FactValue[], words: ReadonlyMap<string, CorrectionValue> | null | undefined) => {
    if (!words) return
    for (const [id, value] of words) {
      const at = set.factIndex.get(id)
      if (at !== undefined) values[at] = typeof value === 'object' ? null : value
    }
  }
  return (intake, sources) => {
    const values = defaults.slice()
    if (!sources.register) for (const i of needRegister) values[i] = undefined
    if (!sources.permit) for (const i of needPermit) values[i] = undefined
    for (const [id, value] of intake) {
      const at = set.factIndex.get(id)
      if (at !== undefined) values[at] = value
    }
    lay(values, sources.application)
    layWords(values, sources.stated?.document)
    if (sources.permit) lay(values, sources.permit)
    if (sources.register) lay(values, sources.register)
    layWords(values, sources.stated?.credential)
    layWords(values, sources.corrections)
    return values
  }
}
