import type { OperationParsed } from '../../../shared/contract/operations.ts'
import type { LightCounts } from '../../../shared/contract/views.ts'
import { LIGHT_CODES } from '../cases/cases.ts'
import type { Asker } from './queues.ts'

export type ListQuery = OperationParsed<'screening.list'>
/** What a list was asked, by whom and when, ready to be looked for. */
export type Asked = { query: ListQuery; words: string[]; /** Rules that may be searched by. */ rules: string[]; asker: Asker }
/** The rows of one page by id, and how many rows there are of each light before the lights were chosen. */
export type Found = { ids: number[]; counts: LightCounts }

/** The stored codes of the lights that are asked for; none is all. */
export const lightCodes = (query: ListQuery): number[] => [...new Set(query.lights)].map(light => LIGHT_CODES.indexOf(light))
