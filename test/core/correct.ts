import { type OperationInput, operations } from '../../shared/contract/operations.ts'
import type { CaseView } from '../../shared/contract/views.ts'
import type { Context } from '../../electron/core/context.ts'
import { setFact } from '../../electron/core/screening/work.ts'

/** Corrects a fact as the window would: what is left out gets the contract's default. */
export function correct(context: Context, input: OperationInput<'screening.setFact'>): CaseView {
  return setFact(context, operations['screening.setFact'].input.parse(input))
}
