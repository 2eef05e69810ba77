import { searchText, sortKey } from '../store/search.ts'
import type { StoredCell } from './facts.ts'

/** The name and search columns of an application. */
export type ListColumns = { applicationId: string; identity: string; family: string; given: string; sort: string; search: string; received: string | null; sex: string | null }

/** The name and search columns that a row of the portal's files gives. */
export function listColumns(facts: readonly string[], cells: readonly StoredCell[]): ListColumns {
  const cell = (fact: string) => textCell(facts, cells, fact)
  const given = cell('person.givenName')
  const family = cell('person.familyName')
  return {
    applicationId: cell('application.id'), identity: cell('identity.number'), family, given, sort: sortKey(family, given),
    search: searchText(given, family, cell('identity.number'), cell('application.id')), received: cell('application.received') || null, sex: cell('person.sex') || null,
  }
}

function textCell(facts: readonly string[], cells: readonly StoredCell[], fact: string): string {
  const cell = cells[facts.indexOf(fact)]
  return cell === null || cell === undefined || typeof cell === 'object' ? '' : String(cell)
}
