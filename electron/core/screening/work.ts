import type { OperationInput, OperationParsed } from '../../../shared/contract/operations.ts'
import type { CaseView } from '../../../shared/contract/views.ts'
import { Fault } from '../../../shared/fault.ts'
import { applicationById, loadCase } from '../cases/cases.ts'
import { deskRules } from '../cases/judging.ts'
import type { Context } from '../context.ts'
import { writtenValue } from '../rules/written-value.ts'
import type { Store } from '../store/store.ts'
import { caseView } from './case-view.ts'
import { changeCase } from './change-case.ts'
import { recordEstablished } from './lights.ts'

/** The reason for an answer to a question that is judged by hand is short, so that it is read. */
const MOST_REASON = 500

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
    if (fact.id in deskRules(store.read, set.data.programme).manual && input.reason.length > MOST_REASON) throw new Fault('reason-long', { most: MOST_REASON })
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

/**
 * Establishes the proposed light: a person stands for it, with date, name and what they have written, and the facts it rests on are kept with it.
 * Where the programme wants a second reader of such a light it waits for one instead. Throws Fault case-awaiting.
 */
export function establishLight(context: Context, { assessment, ...input }: OperationParsed<'screening.establish'>): CaseView {
  return changeCase(context, input, row => recordEstablished(context.store, row.id, assessment))
}
