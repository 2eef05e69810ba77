import type { ListChoice } from '../../../../shared/contract/list-query.ts'
import type { Appliers } from '../../store/store.ts'

/** Who gets a case, and their name as it was. */
export type AssignedBody = { assignee: number | null; name: string }
/** Who asked for an express check and until when it should be done; null takes it back. */
export type ExpressBody = { asked: string | null; until: string | null; reason: string }
export type FilterBody = { id: number; programme: string; name: string; choice: ListChoice }

/** What the entries of the desk do to the tables. Who has a case changes nothing that its lights or decisions rest on: its version stays. */
export const deskAppliers: Appliers = {
  'case.assigned': (db, e) => {
    db.run('UPDATE application SET assignee = ? WHERE id = ?', (JSON.parse(e.body) as AssignedBody).assignee, e.application)
  },
  'case.express': (db, e) => {
    const { asked, until } = JSON.parse(e.body) as ExpressBody
    db.run('UPDATE application SET express = ?, express_until = ?, version = ? WHERE id = ?', asked === null ? 0 : 1, until, e.seq, e.application)
  },
  'filter.saved': (db, e) => {
    const { id, programme, name, choice } = JSON.parse(e.body) as FilterBody
    db.run('INSERT INTO desk_filter (id, caseworker, programme, name, query, at, seq) VALUES (?, ?, ?, ?, ?, ?, ?)', id, e.by, programme, name, JSON.stringify(choice), e.at, e.seq)
  },
  'filter.removed': (db, e) => {
    db.run('DELETE FROM desk_filter WHERE id = ?', (JSON.parse(e.body) as { id: number }).id)
  },
}
