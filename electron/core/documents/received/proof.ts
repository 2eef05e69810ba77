import type { FactScalar } from '../../../../shared/domain.ts'
import { Fault } from '../../../../shared/fault.ts'
import { applicationById, loadCase } from '../../cases/cases.ts'
import { screenCase } from '../../cases/screen-cases.ts'
import { stateFact, statedOf, unstateFact } from '../../cases/stated.ts'
import type { Context } from '../../context.ts'
import { writtenValue } from '../../rules/written-value.ts'
import { change } from '../../store/store.ts'
import { documentById } from './stored.ts'

type At = { id: number; version: number }

/**
 * Says that a page of a document proves a value of a fact. The value is read as a caseworker's correction is; what the document says
 * holds over the application and under the registers. Throws Fault document-missing for another case's document.
 */
export function proveFact(context: Context, input: At & { documentId: number; page: number; fact: string; value: FactScalar | { none: true } }): void {
  const { store } = context
  changeCase(context, input, () => {
    const document = documentById(store.read, input.documentId)
    if (document.application !== input.id) throw new Fault('document-missing')
    const fact = loadCase(store.read, input.id).rules.set.factById.get(input.fact)
    if (!fact) throw new Fault('fact-unknown', { fact: input.fact })
    if (!fact.editable) throw new Fault('fact-not-editable', { label: fact.label })
    stateFact(store, { application: input.id, fact: fact.id, source: 'document', value: writtenValue(fact, input.value), ref: { document: document.id, page: input.page } })
  })
}

/** Takes back that a document proves a fact. Throws Fault fact-unknown when none does. */
export function unproveFact(context: Context, input: At & { fact: string }): void {
  const { store } = context
  changeCase(context, input, () => {
    const stated = statedOf(store.read, input.id).find(s => s.source === 'document' && s.fact === input.fact)
    if (!stated) throw new Fault('fact-unknown', { fact: input.fact })
    unstateFact(store, { application: input.id, fact: input.fact, source: 'document', ref: stated.ref })
  })
}

function changeCase(context: Context, { id, version }: At, work: () => void): void {
  const { store } = context
  const row = change(store, () => {
    const found = applicationById(store.read, id)
    if (found.version !== version) throw new Fault('case-changed')
    if (found.decided === 1) throw new Fault('case-decided')
    work()
    screenCase(store, found.intake, found.id)
    return found
  })
  context.changed({ what: 'cases', intakeId: row.intake, caseId: row.id })
}
