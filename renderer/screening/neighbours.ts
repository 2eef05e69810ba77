import { useEffect, useState } from 'react'
import { useBridge } from '../components/bridge.tsx'
import { listOf } from './lists.ts'
import { queryOf } from './listState.ts'

export type Neighbours = { previous: number | null; next: number | null; position: number; total: number }

/** The cases before and after this one in the list as it was left. Going to one marks it in the list. */
export function useNeighbours(intakeId: number, caseId: number): Neighbours {
  const bridge = useBridge()
  const [found, setFound] = useState<Neighbours>({ previous: null, next: null, position: 0, total: 0 })
  useEffect(() => {
    const list = listOf(bridge, intakeId)
    const total = list.cache.head()?.total ?? 0
    const near = [list.state.active, list.state.active + 1, list.state.active - 1]
    const at = near.find(i => i >= 0 && list.cache.row(i)?.id === caseId) ?? -1
    if (at < 0) {
      setFound({ previous: null, next: null, position: 0, total: 0 })
      return
    }
    list.state = { ...list.state, active: at }
    let left = false
    const idAt = async (index: number): Promise<number | null> => {
      if (index < 0 || index >= total) return null
      const known = list.cache.row(index)
      if (known) return known.id
      list.cache.want(index, index)
      const result = await bridge.call('screening.list', { ...queryOf(intakeId, list.state.filter), offset: index, limit: 1 })
      return result.ok ? result.value.rows[0]?.id ?? null : null
    }
    void Promise.all([idAt(at - 1), idAt(at + 1)]).then(([previous, next]) => {
      if (!left) setFound({ previous, next, position: at + 1, total })
    })
    return () => { left = true }
  }, [bridge, intakeId, caseId])
  return found
}
