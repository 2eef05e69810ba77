import type { CaseView } from '../../../shared/contract/views.ts'
import { Fault } from '../../../shared/fault.ts'
import { applicationById, type ApplicationRow } from '../cases/cases.ts'
import { screenCase } from '../cases/screen-cases.ts'
import type { Context } from '../context.ts'
import { change } from '../store/store.ts'
import { caseView } from './case-view.ts'

/** Changes a case that is not decided and is as the caller saw it, and evaluates it again in the same transaction. Throws Fault case-changed or case-decided. */
export function changeCase(context: Context, input: { id: number; version: number }, work: (row: ApplicationRow) => void): CaseView {
  const { store } = context
  change(store, () => {
    const row = applicationById(store.read, input.id)
    if (row.version !== input.version) throw new Fault('case-changed')
    if (row.decided === 1) throw new Fault('case-decided')
    work(row)
    screenCase(store, row.intake, row.id)
  })
  const view = caseView(store, input.id)
  context.changed({ what: 'cases', intakeId: view.intake.id, caseId: input.id })
  return view
}
