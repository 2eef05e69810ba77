import organisationsnummer from 'organisationsnummer'
import type { DecisionInput } from '../../../shared/contract/decision-input.ts'
import type { DecisionDetails, DecisionView } from '../../../shared/contract/views.ts'
import type { DecisionFormInput, FrameProgramme } from '../../../shared/documents.ts'
import { Fault } from '../../../shared/fault.ts'
import { applicationById, lightOf, loadCase } from '../cases/cases.ts'
import type { Context } from '../context.ts'
import { caseworkerOf } from '../cases/people.ts'
import { RULE_LIGHTS } from '../rules/rule-set.ts'
import { change, type Store } from '../store/store.ts'
import { createHash } from 'node:crypto'

/** What must be so before arbetspraktik is decided. Throws the Fault of the first thing that is not. */
function requireDecidable(store: Store, input: DecisionInput): void {
  const row = applicationById(store.read, input.caseId)
  if (row.decided === 1) throw new Fault('case-decided')
  if (row.version !== input.version) throw new Fault('case-changed')
  if (row.awaiting === 1) throw new Fault('case-awaiting')
  if (row.established === null) throw new Fault('case-not-established')
  if (row.changed === 1) throw new Fault('case-changed-since-established')
  if (lightOf(row.established) !== 'green') throw new Fault('case-not-green')
  if (!organisationsnummer.valid(input.organisationNumber)) throw new Fault('decision-field', { field: 'Organisationsnummer', what: 'har fel kontrollsiffra eller fel antal siffror' })
  if (input.employerControl.outcome !== 'utan-anmarkning') throw new Fault('decision-employer-control')
  if (input.extentPercent < 100 && input.partTimeReason === '') throw new Fault('decision-part-time-reason')
}

/** Who signs with which title: "Namn, titel" on one line, the title left out where none is given. */
const official = (text: string) => {
  const [name = '', ...title] = text.split(',')
  return { name: name.trim(), title: title.join(',').trim() || 'handläggare' }
}

function formOf(store: Store, input: DecisionInput, draft: boolean): DecisionFormInput {
  const loaded = loadCase(store.read, input.caseId)
  const { row, intake, rules, facts, outcome } = loaded
  const by = caseworkerOf(store.read, store.caseworkerId)
  const frame = facts[rules.set.factIndex.get('programme.frame') ?? -1]
  const frameProgramme: FrameProgramme = frame === 'JOB' || frame === 'ETP' || frame === 'UGA' ? frame : 'none'
  const decisive = rules.set.rules.flatMap((rule, i) => (rule.def.decisive !== null && RULE_LIGHTS[outcome.lights[i] ?? 1] === 'green' ? [rule.def.decisive] : []))
  const { union } = input
  return {
    authority: 'Arbetsförmedlingen',
    ...(input.caseNumber ? { caseNumber: input.caseNumber } : {}),
    applicationId: row.application_id, intakeName: `${rules.set.data.title} ${intake.name}`, decisionDate: input.decidedOn,
    person: { name: `${row.given_name} ${row.family_name}`.trim() || row.application_id, identityNumber: row.identity, protected: row.protected === 1 },
    frameProgramme, period: { start: intake.place_start, end: intake.place_end },
    extent: { percent: input.extentPercent, ...(input.extentPercent < 100 ? { reasons: input.partTimeReason } : {}) },
    organiser: { name: input.organiser, organisationNumber: organisationsnummer.parse(input.organisationNumber).format(), workplaceAddress: input.workplace, supervisor: input.supervisor },
    tasks: input.tasks, reasons: [input.assessment, ...decisive].slice(0, 20),
    union: { organisation: union.organisation, askedOn: union.askedOn, answer: union.answer, ...(union.answer !== 'inget-svar' && union.answeredOn ? { answeredOn: union.answeredOn } : {}) },
    employerControl: input.employerControl, decisionMaker: { name: by.name, title: by.title },
    ...(input.rapporteur ? { rapporteur: official(input.rapporteur) } : {}),
    participants: input.participants.split(/[;\n]/).map(p => p.trim()).filter(Boolean).slice(0, 10).map(official),
    ...(input.barReference ? { barReference: input.barReference } : {}),
    ruleSet: { programme: rules.set.data.title, version: rules.set.data.version, hash: rules.set.hash },
    screeningId: `${row.application_id}/${row.established_seq ?? 0}`, sample: store.profile === 'sample', draft,
  }
}

/** The form as it would be, marked as a draft. Throws the same faults as deciding. */
export async function previewDecision(context: Context, input: DecisionInput): Promise<Uint8Array> {
  const { store } = context
  requireDecidable(store, input)
  return context.renderForm(formOf(store, input, true))
}

/** Decides arbetspraktik for a case with an established green light; the form is kept with the decision. */
export async function decide(context: Context, input: DecisionInput): Promise<DecisionView> {
  const { store } = context
  requireDecidable(store, input)
  const form = formOf(store, input, false)
  const pdf = await context.renderForm(form)
  const { caseId, version: _version, decidedOn, ...given } = input
  const details: DecisionDetails = { ...given, organisationNumber: form.organiser.organisationNumber }
  const id = change(store, () => {
    // Checked again in the same transaction: the form took a moment, and two windows may have asked.
    requireDecidable(store, input)
    const next = Number(store.write.value('SELECT coalesce(max(id), 0) + 1 FROM decision'))
    const formHash = createHash('sha256').update(pdf).digest('hex')
    store.record({ kind: 'decision.made', application: caseId, body: JSON.stringify({ id: next, decidedOn, details, formHash }) })
    store.write.run('INSERT INTO decision_form (decision, pdf) VALUES (?, ?)', next, pdf)
    return next
  })
  const row = applicationById(store.read, caseId)
  const by = caseworkerOf(store.read, store.caseworkerId)
  context.changed({ what: 'cases', intakeId: row.intake, caseId })
  return { id, decidedOn, decidedBy: by.name, title: by.title, details, periodStart: form.period.start, periodEnd: form.period.end }
}
