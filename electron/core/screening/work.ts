import type { OperationInput, OperationParsed } from '../../../shared/contract/operations.ts'
import type { CaseView } from '../../../shared/contract/views.ts'
import { Fault } from '../../../shared/fault.ts'
import { factSnapshot } from '../cases/appliers.ts'
import { applicationById, type ApplicationRow, lightCodeOf, loadCase } from '../cases/cases.ts'
import { screenCase } from '../cases/screen-cases.ts'
import type { Context } from '../context.ts'
import { writtenValue } from '../rules/written-value.ts'
import { change, type Store } from '../store/store.ts'
import { caseView } from './case-view.ts'

/** Opens a case and logs that it was read. Throws Fault case-protected for a protected person without a reason. */
export function openCase({ store }: Context, { id, reason }: OperationParsed<'screening.open'>): CaseView {
  const row = applicationById(store.read, id)
  const why = reason?.trim() || null
  if (row.protected === 1 && why === null) throw new Fault('case-protected')
  logRead(store, id, 'case.read', why)
  return caseView(store, id)
}

/** Logs a read before anything is shown; it reaches the journal as soon as nothing else is being written (2002:623 § 20 c). */
export function logRead(store: Store, application: number, kind: 'case.read' | 'form.read', reason: string | null): void {
  store.spool?.add({ at: store.now(), by: store.caseworkerId, application, kind, reason })
}

/** Answers or corrects a fact as the caseworker, with a reason; the case is evaluated again in the same transaction. */
export function setFact(context: Context, input: OperationInput<'screening.setFact'>): CaseView {
  const { store } = context
  return changeCase(context, input, row => {
    const { set } = loadCase(store.read, row.id).rules
    const fact = set.factById.get(input.fact)
    if (!fact) throw new Fault('fact-unknown', { fact: input.fact })
    if (!fact.editable) throw new Fault('fact-not-editable', { label: fact.label })
    if (input.reason === '') throw new Fault('reason-missing')
    store.record({ kind: 'fact.corrected', application: row.id, body: JSON.stringify({ fact: fact.id, value: writtenValue(fact, input.value), origin: input.origin ?? 'assessment', reason: input.reason }) })
  })
}

/** Takes back a correction; what the sources say holds again. */
export function withdrawFact(context: Context, input: OperationParsed<'screening.withdrawFact'>): CaseView {
  const { store } = context
  return changeCase(context, input, row => {
    if (input.reason === '') throw new Fault('reason-missing')
    if (store.read.value('SELECT 1 FROM correction WHERE application = ? AND fact = ?', row.id, input.fact) === undefined) throw new Fault('fact-unknown', { fact: input.fact })
    const fact = loadCase(store.read, row.id).rules.set.factById.get(input.fact)
    if (fact && !fact.editable) throw new Fault('fact-not-editable', { label: fact.label })
    store.record({ kind: 'fact.withdrawn', application: row.id, body: JSON.stringify({ fact: input.fact, reason: input.reason }) })
  })
}

/** Establishes the proposed light: a person stands for it, with date and name, and the facts it rests on are kept with it. */
export function establishLight(context: Context, input: OperationParsed<'screening.establish'>): CaseView {
  return changeCase(context, input, row => recordEstablished(context.store, row.id))
}

/** The journal entry of an established light. */
export function recordEstablished(store: Store, id: number): number {
  const { rules, facts, outcome, row } = loadCase(store.read, id)
  const body = { light: lightCodeOf(outcome.light), rules: row.rules, ruleSet: rules.set.hash, facts: factSnapshot(rules, facts) }
  return store.record({ kind: 'light.established', application: id, body: JSON.stringify(body) })
}

function changeCase(context: Context, input: { id: number; version: number }, work: (row: ApplicationRow) => void): CaseView {
  const { store } = context
  change(store, () => {
    const row = applicationById(store.read, input.id)
    if (row.version !== input.version) throw new Fault('case-changed')
    if (row.decided === 1) throw new Fault('case-decided')
    work(row)
    screenCase(store.write, row.intake, row.id)
  })
  const view = caseView(store, input.id)
  context.changed({ what: 'cases', intakeId: view.intake.id, caseId: input.id })
  return view
}
