import type { Page } from '@playwright/test'
import type { OperationInput, OperationName, OperationOutput } from '../../shared/contract/operations.ts'
import { unseal, type Sealed } from '../../shared/contract/wire.ts'

declare const sprangbrada: { call(name: string, input: unknown): Promise<Sealed> }

/** What the core answers the page, asked over the page's own line. Throws the code of a fault with its parameters. */
export async function ask<N extends OperationName>(page: Page, name: N, input: OperationInput<N>): Promise<OperationOutput<N>> {
  const sealed = await page.evaluate(([asked, given]) => sprangbrada.call(asked, given), [name, input] as [string, unknown])
  const result = unseal(sealed as Sealed<OperationOutput<N>>)
  if (!result.ok) throw new Error(`${result.fault.code} ${JSON.stringify(result.fault.params)}`)
  return result.value
}
