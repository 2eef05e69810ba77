import type { ListChoice } from '../../shared/contract/list-query.ts'
import type { Light } from '../../shared/domain.ts'
import type { OperationInput } from '../../shared/contract/operations.ts'
import { wholeList } from '../components/listChoice.ts'
import { choose, everything, isChosen, nothing, type Selection } from './selection.ts'

type Query = OperationInput<'screening.list'>
export type Only = NonNullable<Query['only']>
export type SortBy = NonNullable<Query['sort']>
export type Filter = ListChoice
/** A list as the caseworker left it. */
export type ListState = { filter: Filter; active: number; offset: number; selection: Selection }

export const startList: ListState = { filter: wholeList, active: -1, offset: 0, selection: nothing }

export type ListAction =
  | { type: 'light'; light: Light }
  | { type: 'rule'; rule: string }
  | { type: 'rules-clear' }
  | { type: 'only'; only: Only }
  | { type: 'text'; text: string }
  | { type: 'sort'; column: string }
  | { type: 'active'; index: number }
  | { type: 'clear' }
  | { type: 'queue-clear' }
  | { type: 'assignee-clear' }
  | { type: 'choose'; ids: number[]; chosen?: boolean }
  | { type: 'choose-all' }
  | { type: 'choose-none' }

const sorts: Record<string, SortBy> = { name: 'name', light: 'light', identityNumber: 'identityNumber', applicationId: 'applicationId', received: 'received', due: 'due' }
/** The column's sort, or undefined for a column that cannot be sorted. */
export function sortOf(column: string): SortBy | undefined {
  return sorts[column]
}

const toggle = <T>(list: T[], item: T): T[] => (list.includes(item) ? list.filter(i => i !== item) : [...list, item])

/** What a step does to the list. Another selection or order begins at the top; marking a row does not. */
export function listStep(state: ListState, action: ListAction): ListState {
  const { filter } = state
  const chosen = (change: Partial<Filter>): ListState => ({ filter: { ...filter, ...change }, active: -1, offset: 0, selection: nothing })
  switch (action.type) {
    case 'light': return chosen({ lights: toggle(filter.lights, action.light) })
    case 'rule': return chosen({ rules: toggle(filter.rules, action.rule) })
    case 'rules-clear': return filter.rules.length === 0 ? state : chosen({ rules: [] })
    case 'only': return action.only === filter.only ? state : chosen({ only: action.only })
    case 'text': return action.text === filter.text ? state : chosen({ text: action.text })
    case 'active': return action.index === state.active ? state : { ...state, active: action.index }
    case 'clear': return { ...state, ...chosen({ lights: [], rules: [], only: 'all', text: '', queue: null, assignee: null }) }
    case 'queue-clear': return filter.queue === null ? state : chosen({ queue: null })
    case 'assignee-clear': return filter.assignee === null ? state : chosen({ assignee: null })
    case 'choose': return { ...state, selection: choose(state.selection, action.ids, action.chosen ?? !isChosen(state.selection, action.ids[0] ?? 0)) }
    case 'choose-all': return { ...state, selection: everything }
    case 'choose-none': return { ...state, selection: nothing }
    case 'sort': {
      const sort = sortOf(action.column)
      if (!sort) return state
      return chosen({ sort, direction: filter.sort === sort && filter.direction === 'asc' ? 'desc' : 'asc' })
    }
  }
}

/** True when the list shows fewer than all. */
export function isFiltered(filter: Filter): boolean {
  return filter.lights.length > 0 || filter.rules.length > 0 || filter.only !== 'all' || filter.queue !== null || filter.assignee !== null || filter.text.trim() !== ''
}

/** The list's question to the core, without place. */
export function queryOf(intakeId: number, filter: Filter): Query {
  return { ...filter, intakeId, text: filter.text.trim() }
}
