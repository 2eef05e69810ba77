import { searchText, sortKey } from '../store/search.ts'
import type { StoredCell } from './facts.ts'

/** What the list says of an application from its row in the portal's files. */
export type ListColumns = { applicationId: string; identity: string; family: string; given: string; received: string | null; sex: string | null }

/** The columns of the list that a row of the portal's files gives. */
export function listColumns(facts: readonly string[], cells: readonly StoredCell[]): ListColumns {
  const cell = (fact: string) => textCell(facts, cells, fact)
  return {
    applicationId: cell('application.id'), identity: cell('identity.number'), family: cell('person.familyName'), given: cell('person.givenName'),
    received: cell('application.received') || null, sex: cell('person.sex') || null,
  }
}

/** What an application is sorted by and looked for in. */
export const keysOf = ({ family, given, identity, applicationId }: ListColumns): { sort: string; search: string } => ({ sort: sortKey(family, given), search: searchText(given, family, identity, applicationId) })

function textCell(facts: readonly string[], cells: readonly StoredCell[], fact: string): string {
  const cell = cells[facts.indexOf(fact)]
  return cell === null || cell === undefined || typeof cell === 'object' ? '' : String(cell)
}
