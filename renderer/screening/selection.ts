import type { OperationInput } from '../../shared/contract/operations.ts'
import type { Filter } from './listState.ts'

/** The cases that are chosen in a list: those with an id, or all that it shows but those with an id. */
export type Selection = { all: boolean; ids: ReadonlySet<number> }
export const nothing: Selection = { all: false, ids: new Set() }
export const everything: Selection = { all: true, ids: new Set() }

/** Whether a case is chosen. */
export const isChosen = ({ all, ids }: Selection, id: number): boolean => ids.has(id) !== all

/** The same with some cases chosen, or no longer chosen. */
export function choose(selection: Selection, ids: readonly number[], chosen: boolean): Selection {
  const next = new Set(selection.ids)
  for (const id of ids) {
    if (chosen === selection.all) next.delete(id)
    else next.add(id)
  }
  return { all: selection.all, ids: next }
}

/** How many are chosen of a list with so many rows. */
export const chosenCount = ({ all, ids }: Selection, total: number): number => (all ? Math.max(0, total - ids.size) : ids.size)

/** The chosen cases as the core is told of them. */
export function chosenInput({ all, ids }: Selection, filter: Filter): OperationInput<'desk.bulkPreview'>['chosen'] {
  return all ? { choice: { ...filter, text: filter.text.trim() }, except: [...ids] } : { ids: [...ids] }
}

/** The ids of the rows from one place to another, in either direction; null where one of them has not been fetched. */
export function idsBetween(idAt: (place: number) => number | undefined, from: number, to: number): number[] | null {
  const ids: number[] = []
  for (let at = Math.min(from, to); at <= Math.max(from, to); at++) {
    const id = idAt(at)
    if (id === undefined) return null
    ids.push(id)
  }
  return ids
}
