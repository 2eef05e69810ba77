import type { OperationParsed } from '../../../shared/contract/operations.ts'
import type { ConsentView, OtherApplication } from '../../../shared/contract/consent.ts'
import type { CaseView } from '../../../shared/contract/views.ts'
import { Fault } from '../../../shared/fault.ts'
import { consentWayWord } from '../../../shared/text/consent.sv.ts'
import { applicationById, type ApplicationRow, loadCase } from '../cases/cases.ts'
import { type ConsentBody, consentRow, consentScope, mayReceive, sharingPlan } from '../cases/consent.ts'
import { personOf } from '../cases/person-of.ts'
import { intakeById } from '../cases/programme-of-intake.ts'
import { screenCase } from '../cases/screen-cases.ts'
import { englishTexts } from '../cases/spoken.ts'
import type { Context } from '../context.ts'
import type { Reader } from '../store/database.ts'
import { change, type Store } from '../store/store.ts'
import { caseView } from './case-view.ts'

/** What holds of a person's consent, who may be given what, and where else the person has applied. Throws Fault case-protected without the reason a protected case was opened for. */
export function consentOfCase({ store }: Context, { id, reason }: { id: number; reason?: string | undefined }): ConsentView {
  const db = store.read
  const row = applicationById(db, id)
  if (row.protected === 1 && !reason?.trim()) throw new Fault('case-protected')
  const word = consentRow(db, id)
  const scope = consentScope(db, id)
  const plan = sharingPlan(db, row.intake)
  const texts = englishTexts(db, intakeById(db, row.intake).programme)?.sharing
  const { facts, rules } = loadCase(db, id)
  const date = facts[rules.set.factIndex.get('consent.date') ?? -1]
  return {
    scope, applicationDate: typeof date === 'string' ? date : null,
    word: word ? { state: word.state, on: word.said_on, how: word.how, who: word.who, note: word.note, at: word.at, by: String(db.value('SELECT name FROM caseworker WHERE id = ?', word.by) ?? '') } : null,
    recipients: Object.entries(plan.recipients).map(([recipient, { title, receives }]) => ({ id: recipient, title, receives, ...texts?.[recipient], may: mayReceive(db, plan, recipient, id, scope) })),
    others: othersOf(db, row),
  }
}

function othersOf(db: Reader, row: ApplicationRow): OtherApplication[] {
  return personOf(db, row.id).filter(id => id !== row.id).map(id => applicationById(db, id)).map(other => ({ id: other.id, applicationId: other.application_id, intakeName: intakeById(db, other.intake).name, scope: consentScope(db, other.id), open: other.established === null && other.decided === 0 }))
}

/** Takes a person's consent to sharing back, in this case and those others of the same person that are named. Nothing of them goes to anybody from now on. */
export function withdrawConsent(context: Context, input: OperationParsed<'consent.withdraw'>): CaseView {
  const { on, how, who, note } = input
  return say(context, input, (store, application) => {
    const body: ConsentBody = { on, how, who, note, recipients: null }
    store.record({ kind: 'consent.withdrawn', application, body: JSON.stringify(body) })
    correct(store, application, 'consent.withdrawn', true, `Återkallat ${on} (${consentWayWord[how].toLowerCase()}).`)
  })
}

/** Records that a person has given their consent, again or to more or fewer than before. Throws Fault consent-recipients. */
export function giveConsent(context: Context, input: OperationParsed<'consent.give'>): CaseView {
  const { on, how, who, note, scope, recipients } = input
  const { intake } = applicationById(context.store.read, input.id)
  const known = Object.keys(sharingPlan(context.store.read, intake).recipients)
  if (scope === 'delvis' && recipients.some(recipient => !known.includes(recipient))) throw new Fault('consent-recipients')
  return say(context, input, (store, application) => {
    const body: ConsentBody = { on, how, who, note, recipients: scope === 'delvis' ? recipients : null }
    store.record({ kind: 'consent.given', application, body: JSON.stringify(body) })
    const why = `Samtycke ${on} (${consentWayWord[how].toLowerCase()}).`
    if (store.read.value(`SELECT 1 FROM correction WHERE application = ? AND fact = 'consent.withdrawn'`, application) !== undefined) {
      store.record({ kind: 'fact.withdrawn', application, body: JSON.stringify({ fact: 'consent.withdrawn', reason: why }) })
    }
    correct(store, application, 'consent.scope', scope, why)
  })
}

function correct(store: Store, application: number, fact: string, value: boolean | string, reason: string): void {
  store.record({ kind: 'fact.corrected', application, body: JSON.stringify({ fact, value, origin: 'applicant', reason }) })
}

/** A person's word about their own data is taken in also where the case is decided: it is then marked as changed. */
function say(context: Context, { id, version, also, on }: { id: number; version: number; also: number[]; on: string }, record: (store: Store, application: number) => void): CaseView {
  const { store } = context
  // The local day may be one ahead of the clock's, which counts in UTC.
  const tomorrow = new Date(Date.parse(store.now()) + 86_400_000).toISOString().slice(0, 10)
  if (on > tomorrow) throw new Fault('decision-field', { field: 'Dag', what: 'får inte ligga framåt i tiden' })
  const intakes = change(store, () => {
    const row = applicationById(store.read, id)
    if (row.version !== version) throw new Fault('case-changed')
    const cases = [row, ...[...new Set(also)].filter(other => other !== id).map(other => applicationById(store.read, other))]
    const own = new Set(personOf(store.read, id))
    if (cases.some(each => !own.has(each.id))) throw new Fault('case-missing')
    for (const each of cases) {
      record(store, each.id)
      screenCase(store, each.intake, each.id)
    }
    return new Map(cases.map(each => [each.id, each.intake]))
  })
  for (const [caseId, intakeId] of intakes) context.changed({ what: 'cases', intakeId, caseId })
  return caseView(store, id)
}
