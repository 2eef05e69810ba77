import type { EstablishedView, PendingView } from '../../../shared/contract/judging.ts'
import { type ApplicationRow, lightOf } from '../cases/cases.ts'
import type { ConfirmedBody, HeldBody, LightBody } from '../cases/light-appliers.ts'
import { pendingOf } from '../cases/pending.ts'
import type { Reader, Row } from '../store/database.ts'
import { entryBody } from '../store/journal.ts'

const nameOf = (db: Reader, id: number | null) => String(db.value('SELECT name FROM caseworker WHERE id = ?', id ?? 0) ?? '')

/** The established light of a case with who stands for it and what they wrote, or null. */
export function establishedOf(db: Reader, row: ApplicationRow): EstablishedView | null {
  if (row.established === null) return null
  const entry = db.get<Row & { kind: string; by: number; body: string | null }>('SELECT kind, by, body FROM journal WHERE seq = ?', row.established_seq ?? 0)
  const body = JSON.parse(entry?.body ?? '{}') as Partial<LightBody & ConfirmedBody>
  return {
    light: lightOf(row.established), at: row.established_at ?? '', by: nameOf(db, row.established_by),
    ruleSetHash: String(db.value('SELECT hash FROM rule_set WHERE id = ?', row.established_rule_set ?? 0) ?? ''),
    assessment: body.assessment ?? null,
    override: row.overridden === 1 ? { from: lightOf(body.proposed ?? 1), reason: body.reason ?? '' } : null,
    confirmedBy: entry?.kind === 'light.confirmed' ? nameOf(db, entry.by) : null,
  }
}

/** The light of a case that waits for a second reader, or null. */
export function pendingView(db: Reader, application: number, caseworker: number): PendingView | null {
  const pending = pendingOf(db, application)
  if (!pending) return null
  const body = JSON.parse(entryBody(db, pending.seq) ?? '{}') as Partial<HeldBody>
  return {
    light: lightOf(pending.light), from: lightOf(body.proposed ?? pending.light), override: pending.override === 1, reason: body.reason ?? null, assessment: body.assessment ?? null,
    by: nameOf(db, pending.by), at: pending.at, own: pending.by === caseworker,
  }
}
