import { createContext, useContext, useState } from 'react'
import type { CaseView, FactEntry } from '../../shared/contract/views.ts'
import type { Origin } from '../../shared/domain.ts'
import type { Result } from '../../shared/fault.ts'
import type { FactInput } from '../components/factValue.ts'

/** What can be done to the facts of the case on the screen. */
export type CaseWork = {
  /** Another number each time another case comes on the screen. */
  showing: number
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

/** State of a row that the next case takes over: it begins anew with the next, and with this one when it is gone back to. */
export function useOfCase<T>(initial: T): [T, (value: T) => void] {
  const { showing } = useCaseWork()
  const [held, setHeld] = useState({ showing, value: initial })
  return [held.showing === showing ? held.value : initial, value => setHeld({ showing, value })]
}
