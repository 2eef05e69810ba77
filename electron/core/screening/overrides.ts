import type { LightMoveCount, OverrideRow, OverridesView } from '../../../shared/contract/judging.ts'
import { lightOf } from '../cases/cases.ts'
import type { ConfirmedBody, LightBody } from '../cases/light-appliers.ts'
import { intakeById } from '../cases/programme-of-intake.ts'
import type { Context } from '../context.ts'
import type { Row } from '../store/database.ts'
import { listRules } from './list-rules.ts'

type DbRow = Row & {
  id: number; application_id: string; family_name: string; given_name: string; protected: number; changed: number; awaiting: number
  at: string; by: string; reader: string | null; kind: string; body: string | null
}
const WHO = `a.id, a.application_id, a.family_name, a.given_name, a.protected, a.changed, j.at, j.kind, j.body`

/** Every override of an intake that counts or waits for its second reader, the latest first, and how many go from which light to which. */
export function overridesOf({ store }: Context, { intakeId }: { intakeId: number }): OverridesView {
  const db = store.read
  const { pooled } = listRules(db, intakeById(db, intakeId).rule_set)
  // Few wait, and an intake has a hundred thousand: CROSS JOIN begins with the few.
  const rows = db.all<DbRow>(
    `SELECT ${WHO}, 0 AS awaiting, c.name AS by, CASE j.kind WHEN 'light.confirmed' THEN r.name END AS reader, j.seq AS seq FROM application a
       JOIN journal j ON j.seq = a.established_seq LEFT JOIN caseworker c ON c.id = a.established_by LEFT JOIN caseworker r ON r.id = j.by WHERE a.intake = ? AND a.overridden = 1
     UNION ALL SELECT ${WHO}, 1, c.name, NULL, j.seq FROM pending p CROSS JOIN application a ON a.id = p.application
       JOIN journal j ON j.seq = p.seq LEFT JOIN caseworker c ON c.id = p.by WHERE a.intake = ? AND p.override = 1
     ORDER BY seq DESC`, intakeId, intakeId,
  ).map(row => overrideRow(row, pooled))
  const counted = rows.filter(row => !row.awaiting)
  return { rows, total: counted.length, awaiting: rows.length - counted.length, moves: movesOf(counted) }
}

function overrideRow(row: DbRow, pooled: ReadonlySet<string>): OverrideRow {
  const body = JSON.parse(row.body ?? '{}') as Partial<LightBody & ConfirmedBody>
  const masked = row.protected === 1
  return {
    caseId: row.id, applicationId: row.application_id, familyName: masked ? '' : row.family_name, givenName: masked ? '' : row.given_name, protected: masked,
    from: lightOf(body.proposed ?? 1), to: lightOf(body.light ?? 1), reason: masked ? '' : body.reason ?? '',
    rules: masked || !body.rules ? [] : body.rules.split(' ').map(part => part.split(':')[0] ?? '').filter(id => !pooled.has(id)),
    by: row.by ?? '', at: row.at, confirmedBy: row.reader, awaiting: row.awaiting === 1, changedSinceEstablished: row.changed === 1,
  }
}

function movesOf(rows: readonly OverrideRow[]): LightMoveCount[] {
  const moves = new Map<string, LightMoveCount>()
  for (const { from, to } of rows) {
    const key = `${from} ${to}`
    moves.set(key, { from, to, count: (moves.get(key)?.count ?? 0) + 1 })
  }
  return [...moves.values()].sort((a, b) => b.count - a.count)
}
