import { useEffect, useRef, useState } from 'react'
import type { IntakeHit, SearchAnswer, SearchHit, SearchKind } from '../../shared/contract/search.ts'
import { useBridge } from '../components/bridge.tsx'

/** Lets the keys of a quick writer pass before the search is asked. */
const REST_MS = 60
/** While names are being read the question is asked again. */
const AGAIN_MS = 500

export type Option = { id: string; kind: SearchKind; hit: SearchHit; intake?: undefined } | { id: string; kind: 'intake'; intake: IntakeHit; hit?: undefined }
export type Searched = { text: string; answer: SearchAnswer }

/** The answer to what is written, asked as one writes; what is shown stays until the next answer has come. */
export function useSearch(text: string, asking: boolean): Searched | null {
  const bridge = useBridge()
  const [searched, setSearched] = useState<Searched | null>(null)
  const turn = useRef(0)
  const written = text.trim()
  useEffect(() => {
    const mine = ++turn.current
    if (!asking) return
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const result = await bridge.call('search.find', { text: written })
      if (mine !== turn.current || !result.ok) return
      setSearched({ text: written, answer: result.value })
      if (!result.value.complete && written !== '') timer = setTimeout(() => void ask(), AGAIN_MS)
    }
    timer = setTimeout(() => void ask(), written === '' ? 0 : REST_MS)
    const turns = turn
    return () => {
      turns.current++
      clearTimeout(timer)
    }
  }, [bridge, written, asking])
  return searched
}

/** What can be chosen of an answer, in the order in which it stands. */
export function optionsOf(id: string, answer: SearchAnswer | undefined): Option[] {
  if (!answer) return []
  return [
    ...answer.groups.flatMap(({ kind, hits }) => hits.map((hit): Option => ({ id: `${id}-${kind}-${hit.caseId}`, kind, hit }))),
    ...answer.intakes.map((intake): Option => ({ id: `${id}-intake-${intake.id}`, kind: 'intake', intake })),
  ]
}
