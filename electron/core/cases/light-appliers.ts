import type { Reader, Writer } from '../store/database.ts'
import type { Applier, Appliers } from '../store/store.ts'
import type { Origin } from '../../../shared/domain.ts'
import type { CorrectionValue } from './facts.ts'
import { digestOf } from './pending.ts'

/** What was to be done about a case until its light was established: it holds again when that is undone. */
type Cleared = { movedFrom: number | null; express: number; expressUntil: string | null }
/** What a light was established on, as its entry keeps it. `proposed` and `reason` are there where it is not the proposed one. */
export type LightBody = { light: number; rules: string; ruleSet: string; facts: Record<string, unknown>; assessment?: string; proposed?: number; reason?: string; cleared?: Cleared }
export type HeldBody = LightBody & { override: boolean }
/** `held` is the entry that asked for the light, `by` who did. */
export type ConfirmedBody = HeldBody & { held: number; by: number }
export type EstablishedState = { light: number; at: string; by: number; ruleSet: string; seq: number; overridden: number }
export type CorrectionState = { value: CorrectionValue; origin: Origin; reason: string; at: string; by: number; seq: number }
/** What a step was, and what holds again without it. */
export type UndoneBody = { undone: number } & (
  | { kind: 'fact.corrected' | 'fact.withdrawn'; fact: string; before: CorrectionState | null }
  | { kind: 'light.established' | 'light.overridden'; light: number; before: EstablishedState | null; cleared?: Cleared | undefined }
  | { kind: 'light.held'; light: number }
)

const ruleSetId = (db: Reader, hash: string) => Number(db.value('SELECT id FROM rule_set WHERE hash = ?', hash) ?? 0)

function establish(db: Writer, application: number | null, s: EstablishedState | null, version: number, left: Cleared = { movedFrom: null, express: 0, expressUntil: null }): void {
  db.run(
    'UPDATE application SET established = ?, established_at = ?, established_by = ?, established_rule_set = ?, established_seq = ?, changed = 0, overridden = ?, moved_from = ?, express = ?, express_until = ?, version = ? WHERE id = ?',
    s?.light ?? null, s?.at ?? null, s?.by ?? null, s ? ruleSetId(db, s.ruleSet) : null, s?.seq ?? null, s?.overridden ?? 0, left.movedFrom, left.express, left.expressUntil, version, application,
  )
}

function release(db: Writer, application: number | null, version: number): void {
  db.run('DELETE FROM pending WHERE application = ?', application)
  db.run('UPDATE application SET awaiting = 0, awaiting_by = NULL, version = ? WHERE id = ?', version, application)
}

const established = (overridden: 0 | 1): Applier => (db, e) => {
  const { light, ruleSet } = JSON.parse(e.body) as LightBody
  establish(db, e.application, { light, at: e.at, by: e.by, ruleSet, seq: e.seq, overridden }, e.seq)
}
const answered: Applier = (db, e) => release(db, e.application, e.seq)

/** What entries about lights do to the tables. */
export const lightAppliers: Appliers = {
  'light.established': established(0),
  'light.overridden': established(1),
  'light.held': (db, e) => {
    const { light, override, ruleSet, facts } = JSON.parse(e.body) as HeldBody
    db.run('INSERT INTO pending (application, light, override, at, by, seq, facts) VALUES (?, ?, ?, ?, ?, ?, ?)', e.application, light, override ? 1 : 0, e.at, e.by, e.seq, digestOf(ruleSet, facts))
    db.run('UPDATE application SET awaiting = 1, awaiting_by = ?, version = ? WHERE id = ?', e.by, e.seq, e.application)
  },
  'light.confirmed': (db, e) => {
    const { light, override, ruleSet, by } = JSON.parse(e.body) as ConfirmedBody
    release(db, e.application, e.seq)
    establish(db, e.application, { light, at: e.at, by, ruleSet, seq: e.seq, overridden: override ? 1 : 0 }, e.seq)
  },
  'light.returned': answered,
  'light.lapsed': answered,
  'step.undone': (db, e) => {
    const body = JSON.parse(e.body) as UndoneBody
    if (body.kind === 'light.held') release(db, e.application, e.seq)
    else if (!('fact' in body)) establish(db, e.application, body.before, e.seq, body.cleared)
    else {
      db.run('DELETE FROM correction WHERE application = ? AND fact = ?', e.application, body.fact)
      const c = body.before
      if (c) db.run('INSERT INTO correction (application, fact, value, origin, reason, at, by, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', e.application, body.fact, JSON.stringify(c.value), c.origin, c.reason, c.at, c.by, c.seq)
      db.run('UPDATE application SET version = ? WHERE id = ?', e.seq, e.application)
    }
  },
}
