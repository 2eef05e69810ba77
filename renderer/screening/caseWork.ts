import { createContext, useContext } from 'react'
import type { CaseView, FactEntry } from '../../shared/contract/views.ts'
import type { Origin } from '../../shared/domain.ts'
import type { Result } from '../../shared/fault.ts'
import type { FactInput } from '../components/factValue.ts'

/** What can be done to the facts of the case on the screen. */
export type CaseWork = {
  setFact: (fact: string, label: string, value: FactInput, origin: Origin, reason: string) => Promise<Result<CaseView>>
  withdraw: (fact: string, label: string, reason: string) => Promise<Result<CaseView>>
  /** What a source is called that another room can show, or null. */
  sourceName: (entry: FactEntry) => string | null
  showSource: (entry: FactEntry) => void
}
export const CaseContext = createContext<CaseWork | null>(null)

/** The case on the screen, for what changes its facts. */
export function useCaseWork(): CaseWork {
  const work = useContext(CaseContext)
  if (!work) throw new Error('no case')
  return work
}
