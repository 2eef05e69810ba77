import type { Caseworker } from '../../../shared/contract/views.ts'
import type { Reader } from '../store/database.ts'
import type { Appliers } from '../store/store.ts'

/** What entries about people at the desk do to the tables. */
export const peopleAppliers: Appliers = {
  'caseworker.added': (db, e) => {
    const { id, name, title } = JSON.parse(e.body) as Caseworker
    db.run('INSERT INTO caseworker (id, name, title) VALUES (?, ?, ?)', id, name, title)
  },
}

/** A caseworker by id; the first one where none is named. */
export function caseworkerOf(db: Reader, id: number): Caseworker {
  return db.get<{ id: number; name: string; title: string }>('SELECT id, name, title FROM caseworker WHERE id = ?', id) ?? db.get<{ id: number; name: string; title: string }>('SELECT id, name, title FROM caseworker ORDER BY id LIMIT 1') ?? { id: 0, name: '', title: '' }
}
