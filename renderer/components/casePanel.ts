import type { ComponentType } from 'react'
import type { CaseView, FactEntry } from '../../shared/contract/views.ts'
import type { Result } from '../../shared/fault.ts'

export type CasePanelProps = {
  view: CaseView
  /** Why a protected person's case was opened; goes with every further reading of what is in it. */
  openReason: () => string | null
  /** Runs a change of the case: what it became stands on the screen at once, and `said` is announced with the light when that moved. */
  change: (run: () => Promise<Result<CaseView>>, said: string) => Promise<Result<CaseView>>
  /** The source of a fact that was asked for in this panel; `turn` rises each time it is asked for. */
  asked: { entry: Pick<FactEntry, 'ref'>; turn: number } | null
  /** Shows a thing in another room's panel of the same case: a letter or a document by its number. */
  show: (panel: string, ref: Record<string, number>) => void
}

/** What a room shows in a case, beside the checklist. Rooms do not import each other: the application hands panels to the case. */
export type CasePanel = {
  id: string
  label: string
  /** The single key that goes there. */
  key?: string
  Panel: ComponentType<CasePanelProps>
  /** How many things it has to show, told in its tab. */
  amount?: (view: CaseView) => number
  /** What a fact's source is called where this panel can show it ("handling, sida 2"), or null where it is not the panel's own. */
  sourceName?: (entry: FactEntry) => string | null
}
