import type { Caseworker } from '../../../shared/contract/views.ts'
import { type Role, ROLES } from '../../../shared/domain.ts'
import type { Reader, Row } from '../store/database.ts'
import type { Appliers } from '../store/store.ts'

const written = (roles: readonly Role[]) => ROLES.filter(role => roles.includes(role)).join(' ')
const read = (text: string) => ROLES.filter(role => text.split(' ').includes(role))

/** What entries about people at the desk do to the tables. */
export const peopleAppliers: Appliers = {
  'caseworker.added': (db, e) => {
    // Entries from before there were roles name none: that caseworker was alone and did everything.
    const { id, name, title, roles = [...ROLES] } = JSON.parse(e.body) as Omit<Caseworker, 'roles'> & { roles?: Role[] }
    db.run('INSERT INTO caseworker (id, name, title, roles) VALUES (?, ?, ?, ?)', id, name, title, written(roles))
  },
  'caseworker.changed': (db, e) => {
    const { id, name, title, roles } = JSON.parse(e.body) as Caseworker
    db.run('UPDATE caseworker SET name = ?, title = ?, roles = ? WHERE id = ?', name, title, written(roles), id)
  },
  'caseworker.ended': (db, e) => {
    const { id } = JSON.parse(e.body) as { id: number }
    db.run('UPDATE caseworker SET ended = ? WHERE id = ?', e.at, id)
  },
  'store.setting': (db, e) => {
    const { key, value } = JSON.parse(e.body) as { key: string; value: string }
    db.run('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, value)
  },
}

/** A caseworker as stored, with when the person ended. */
export type CaseworkerRow = Caseworker & { ended: string | null }
type Stored = Row & { id: number; name: string; title: string; roles: string; ended: string | null }
const rowOf = ({ id, name, title, roles, ended }: Stored): CaseworkerRow => ({ id, name, title, roles: read(roles), ended })

/** Everybody who works or has worked here, in the order they came. */
export function allCaseworkers(db: Reader): CaseworkerRow[] {
  return db.all<Stored>('SELECT id, name, title, roles, ended FROM caseworker ORDER BY id').map(rowOf)
}

/** How many others there are who could read a case as the second caseworker. */
export function otherReaders(db: Reader, self: number): number {
  return allCaseworkers(db).filter(p => p.id !== self && p.ended === null && p.roles.includes('screen')).length
}

/** Somebody who works here now; null for whoever is not there or has ended. */
export function activeCaseworker(db: Reader, id: number): Caseworker | null {
  const row = db.get<Stored>('SELECT id, name, title, roles, ended FROM caseworker WHERE id = ? AND ended IS NULL', id)
  return row ? caseworker(rowOf(row)) : null
}

/** Who the recovery code is for, and who works where nobody has been named: the first that administers. */
export function firstAdministrator(db: Reader): Caseworker {
  const all = allCaseworkers(db)
  const found = all.find(p => p.ended === null && p.roles.includes('administer')) ?? all[0]
  return found ? caseworker(found) : NOBODY
}

/** A caseworker by id, for a name in the history: also of those who have ended. */
export function caseworkerOf(db: Reader, id: number): Caseworker {
  const row = db.get<Stored>('SELECT id, name, title, roles, ended FROM caseworker WHERE id = ?', id)
  return row ? caseworker(rowOf(row)) : firstAdministrator(db)
}

const NOBODY: Caseworker = { id: 0, name: '', title: '', roles: [] }
const caseworker = ({ id, name, title, roles }: CaseworkerRow): Caseworker => ({ id, name, title, roles })
