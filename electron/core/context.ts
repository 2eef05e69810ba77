import type { Changed } from '../../shared/contract/bridge.ts'
import type { Language } from '../../shared/domain.ts'
import type { DecisionFormInput } from '../../shared/documents.ts'
import type { Store } from './store/store.ts'

/** What an operation works with. */
export type Context = {
  store: Store
  /** Where the scripts of the threads that read and evaluate lie; empty does their work in this thread. */
  assets: string
  /** Sets the decision form as PDF; the same form always gives the same bytes. */
  renderForm(form: DecisionFormInput): Promise<Uint8Array>
  progress(step: string, done: number, total: number | null): void
  signal: AbortSignal
  changed(change: Changed): void
}

export type CoreConfig = {
  role: 'writer' | 'reader' | 'single'
  /** The folder that holds the stores. */
  folder: string
  /** Where fonts, the WASM compiler and the scripts of threads lie; empty for the source tree, which has no such scripts. */
  assets: string
  /** The stores are gone when the run ends, whatever happens to it. */
  temporary?: boolean
  /** The memory by which the window asks the threads of a long intake to rest. */
  rest?: SharedArrayBuffer
}

/** How a run tells where it is, hears that it should stop, and for whom it words what it answers; Swedish where nothing is said. */
export type RunContext = { progress(step: string, done: number, total: number | null): void; signal: AbortSignal; language?: Language }
