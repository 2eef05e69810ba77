import type { Changed } from '../../shared/contract/bridge.ts'
import type { DecisionFormInput } from '../../shared/documents.ts'
import type { Store } from './store/store.ts'

/** What an operation works with. */
export type Context = {
  store: Store
  /** Where the reading thread's script lies; null reads files in this thread. */
  readerScript: string | null
  /** Sets the decision form as PDF; the same form always gives the same bytes. */
  renderForm(form: DecisionFormInput): Promise<Uint8Array>
  progress(step: string, done: number, total: number | null): void
  signal: AbortSignal
  changed(change: Changed): void
}
