import type { OperationParsed } from '../../../../shared/contract/operations.ts'
import type { SavedFilter } from '../../../../shared/contract/desk.ts'
import { listChoice } from '../../../../shared/contract/list-query.ts'
import { Fault } from '../../../../shared/fault.ts'
import { intakeById } from '../../cases/programme-of-intake.ts'
import type { Context } from '../../context.ts'
import { listRules } from '../list-rules.ts'
import { change } from '../../store/store.ts'
import type { FilterBody } from './appliers.ts'

const MOST = 20
/** As many digits in a search point at one person: an identity number, a telephone number, an application. */
const POINTING = /(?:\d[\s+-]*){5}/

/** The lists that the caseworker has saved, for an intake's programme, by name. */
export function savedFilters({ store }: Context, { intakeId }: { intakeId: number }): SavedFilter[] {
  const { programme } = intakeById(store.read, intakeId)
  return store.read.all<{ id: number; name: string; query: string }>('SELECT id, name, query FROM desk_filter WHERE caseworker = ? AND programme = ? ORDER BY fold(name), id', store.caseworkerId, programme)
    .map(({ id, name, query }) => ({ id, name, choice: listChoice.parse(JSON.parse(query)) }))
}

/**
 * Saves a list under a name. What may not be searched for may not be saved either (2002:546 § 14, 2002:623 § 18), nor a search that points at
 * one person. Throws Fault filter-not-allowed, filter-name-taken or filter-too-many.
 */
export function saveFilter(context: Context, { intakeId, name, choice }: OperationParsed<'desk.saveFilter'>): SavedFilter[] {
  const { store } = context
  const intake = intakeById(store.read, intakeId)
  const { hidden } = listRules(store.read, intake.rule_set)
  const rule = choice.rules.find(id => hidden.has(id))
  if (rule !== undefined) throw new Fault('filter-not-allowed', { rule })
  if (POINTING.test(choice.text)) throw new Fault('filter-not-allowed')
  change(store, () => {
    const [count, taken] = store.read.raw('SELECT count(*), total(programme = ? AND name = ?) FROM desk_filter WHERE caseworker = ?', intake.programme, name, store.caseworkerId)[0] ?? []
    if (Number(taken) > 0) throw new Fault('filter-name-taken', { name })
    if (Number(count) >= MOST) throw new Fault('filter-too-many', { most: MOST })
    const id = Number(store.read.value('SELECT coalesce(max(id), 0) + 1 FROM desk_filter'))
    const body: FilterBody = { id, programme: intake.programme, name, choice }
    store.record({ kind: 'filter.saved', body: JSON.stringify(body) })
  })
  context.changed({ what: 'intakes', intakeId })
  return savedFilters(context, { intakeId })
}

/** Removes a saved list of one's own. Throws Fault filter-missing. */
export function removeFilter(context: Context, { id }: { id: number }): null {
  const { store } = context
  change(store, () => {
    if (store.read.value('SELECT 1 FROM desk_filter WHERE id = ? AND caseworker = ?', id, store.caseworkerId) === undefined) throw new Fault('filter-missing')
    store.record({ kind: 'filter.removed', body: JSON.stringify({ id }) })
  })
  context.changed({ what: 'intakes' })
  return null
}
