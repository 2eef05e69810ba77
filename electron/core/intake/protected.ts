import type { IsoDate } from '../../../shared/domain.ts'
import type { Reader } from '../store/database.ts'
import { readIdentity } from './reader/identity.ts'

/** Whether a record of a file is about a person with protected data: the store knows it of the person, or the record says so itself. */
export type IsProtected = (cells: readonly string[], places?: { identity?: number; application?: number; mark?: number }) => boolean

const YES = new Set(['ja', 'yes', 'x'])

/** Asks the store once; without known places every cell is tried, which only a file's first records can bear. */
export function protectedPersons(db: Reader, on: IsoDate): IsProtected {
  const rows = db.all<{ identity: string; application_id: string }>('SELECT identity, application_id FROM application WHERE protected = 1')
  const identities = new Set(rows.map(r => r.identity))
  const applications = new Set(rows.map(r => r.application_id))
  const person = (cell: string) => {
    if (identities.size === 0 || cell.length > 40 || !/\d/.test(cell)) return false
    const found = readIdentity(cell, on)
    return typeof found !== 'string' && identities.has(found.number)
  }
  return (cells, places) => {
    const at = (place: number | undefined) => (place === undefined || place < 0 ? '' : (cells[place] ?? '').trim())
    if (YES.has(at(places?.mark).toLowerCase())) return true
    if (places?.identity !== undefined) return person(at(places.identity)) || applications.has(at(places.application))
    return cells.some(cell => person(cell) || applications.has(cell.trim()))
  }
}
