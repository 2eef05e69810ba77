import type { ConsentScope, ConsentWay } from '../../../shared/contract/consent.ts'
import { besideRules } from '../programmes/file-of.ts'
import type { DocumentOf } from '../rules/schema.ts'
import { readDocument } from '../rules/yaml.ts'
import type { Reader, Row } from '../store/database.ts'
import type { Appliers } from '../store/store.ts'
import { type ApplicationRow, loadCase } from './cases.ts'
import { intakeById } from './programme-of-intake.ts'
import { programmeIn } from './programmes-in-store.ts'

/** Who may be given what of an applicant, and on which answers to the question of consent. `rule` is green only where it covers everybody. */
export type SharingPlan = DocumentOf<'sharing'>

/** Who an intake's programme shares with. A programme that says nothing shares with nobody. Throws Fault rules-broken. */
export function sharingPlan(db: Reader, intake: number): SharingPlan {
  const text = besideRules(programmeIn(db, intakeById(db, intake).programme), 'sharing.yaml', id => programmeIn(db, id))
  if (text === undefined) return { rule: '', recipients: {} }
  return readDocument('sharing', 'sharing.yaml', text).data
}

export type ConsentRow = Row & { application: number; state: 'withdrawn' | 'given'; recipients: string | null; said_on: string; how: ConsentWay; who: string; note: string; at: string; by: number }
/** What the person of a case has said after the application, or undefined. */
export function consentRow(db: Reader, application: number): ConsentRow | undefined {
  return db.get<ConsentRow>('SELECT application, state, recipients, said_on, how, who, note, at, by FROM consent WHERE application = ?', application)
}

/** The cases of an intake whose persons have taken their consent back. */
export function withdrawnIn(db: Reader, intake: number): ReadonlySet<number> {
  return new Set(db.raw(`SELECT c.application FROM consent c JOIN application a ON a.id = c.application WHERE a.intake = ? AND c.state = 'withdrawn'`, intake).map(([id]) => Number(id)))
}

/** What holds for a case: the person's latest word, else what the application says. */
export function consentScope(db: Reader, application: number): ConsentScope {
  if (consentRow(db, application)?.state === 'withdrawn') return 'withdrawn'
  const { facts, rules } = loadCase(db, application)
  const scope = facts[rules.set.factIndex.get('consent.scope') ?? -1]
  return scope === 'ja' || scope === 'delvis' ? scope : 'unknown'
}

/** Whether a recipient may be given a case as things are: what a partial consent covers decides where somebody has recorded it, else the programme. */
export function mayReceive(db: Reader, plan: SharingPlan, recipient: string, application: number, scope: ConsentScope): boolean {
  const known = plan.recipients[recipient]
  if (!known || scope === 'withdrawn' || scope === 'unknown') return false
  const recorded = scope === 'delvis' ? consentRow(db, application)?.recipients : null
  return recorded ? (JSON.parse(recorded) as string[]).includes(recipient) : known.answers.includes(scope)
}

type Shared = Pick<ApplicationRow, 'id' | 'rules'>
/** Makes the question "may this recipient be given this case?" for the rows of one intake: why not, or null when it may. Every export asks it. */
export function sharingWith(db: Reader, intake: number, recipient: string): (row: Shared) => 'withdrawn' | 'not-covered' | null {
  const plan = sharingPlan(db, intake)
  const spoken = new Set(db.raw('SELECT c.application FROM consent c JOIN application a ON a.id = c.application WHERE a.intake = ?', intake).map(([id]) => Number(id)))
  return ({ id, rules }) => {
    // Where the rule is green and nobody has said anything since, the consent covers everybody: nothing more is read for the thousands.
    const scope = !spoken.has(id) && plan.rule !== '' && !rules.includes(`${plan.rule}:`) ? 'ja' : consentScope(db, id)
    if (scope === 'withdrawn') return 'withdrawn'
    return mayReceive(db, plan, recipient, id, scope) ? null : 'not-covered'
  }
}

export type ConsentBody = { on: string; how: ConsentWay; who: string; note: string; recipients: string[] | null }
const applier = (state: 'withdrawn' | 'given'): NonNullable<Appliers['consent.given']> => (db, e) => {
  const b = JSON.parse(e.body) as ConsentBody
  db.run(
    `INSERT INTO consent (application, state, recipients, said_on, how, who, note, at, by, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET state = excluded.state, recipients = excluded.recipients, said_on = excluded.said_on, how = excluded.how, who = excluded.who, note = excluded.note, at = excluded.at, by = excluded.by, seq = excluded.seq`,
    e.application, state, b.recipients === null ? null : JSON.stringify(b.recipients), b.on, b.how, b.who, b.note, e.at, e.by, e.seq,
  )
  db.run('UPDATE application SET version = ? WHERE id = ?', e.seq, e.application)
}

/** What a person's word about consent does to the tables. */
export const consentAppliers: Appliers = { 'consent.withdrawn': applier('withdrawn'), 'consent.given': applier('given') }
