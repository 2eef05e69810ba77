import type { Bridge } from '../../shared/contract/bridge.ts'
import type { OperationInput } from '../../shared/contract/operations.ts'
import type { ListPage, ListRow } from '../../shared/contract/views.ts'
import type { FaultInfo } from '../../shared/fault.ts'
import { createPageCache, type PageCache } from '../components/pageCache.ts'
import { startList, type Filter, type ListState } from './listState.ts'

type Query = OperationInput<'screening.list'>
export type List = { state: ListState; cache: PageCache<Query, ListRow, ListPage>; loaded: string; fault: FaultInfo | null }

const lists = new Map<number, List>()

/** The intake's list as it was left: filter, place, marked row and the rows already fetched, so that coming back from a case shows it at once. */
export function listOf(bridge: Bridge, intakeId: number): List {
  const known = lists.get(intakeId)
  if (known) return known
  const list: List = {
    state: startList, loaded: '', fault: null,
    cache: createPageCache<Query, ListRow, ListPage>(async (query, offset, limit) => {
      const result = await bridge.call('screening.list', { ...query, offset, limit })
      list.fault = result.ok ? null : result.fault
      return result.ok ? result.value : null
    }),
  }
  lists.set(intakeId, list)
  return list
}

/** Begins a list anew with what it is to show. */
export function beginList(bridge: Bridge, intakeId: number, filter: Filter): void {
  listOf(bridge, intakeId).state = { ...startList, filter }
}

/** Locking forgets every list: nothing of a person stays in the page. */
export function forgetLists(): void {
  lists.clear()
}
