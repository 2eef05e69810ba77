import type { ListChoice } from '../../shared/contract/list-query.ts'

/** A list of everybody, by name. */
export const wholeList: ListChoice = { lights: [], rules: [], text: '', only: 'all', queue: null, assignee: null, sort: 'name', direction: 'asc' }
