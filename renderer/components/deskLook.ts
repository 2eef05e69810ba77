import { useCallback, useEffect, useState } from 'react'
import type { DeskLook } from '../../shared/contract/settings.ts'
import { useBridge } from './bridge.tsx'

const first: DeskLook = { intake: null, hidden: [] }
let known: { who: string; look: DeskLook } | null = null

/** Locking forgets it: the next caseworker has their own. */
export function forgetDeskLook(): void {
  known = null
}

/**
 * What a caseworker has chosen at this machine, and how to change it; null until it has been read.
 * @param who the store and the caseworker's number, as `work-1`
 */
export function useDeskLook(who: string): [DeskLook | null, (change: Partial<DeskLook>) => void] {
  const bridge = useBridge()
  const [look, setLook] = useState(() => (known?.who === who ? known.look : null))
  useEffect(() => {
    let left = false
    void bridge.settings.get().then(settings => {
      const read = settings.ok ? settings.value.desks[who] ?? first : first
      known = { who, look: read }
      if (!left) setLook(read)
    })
    return () => { left = true }
  }, [bridge, who])
  const change = useCallback((part: Partial<DeskLook>) => {
    const next = { ...(known?.who === who ? known.look : first), ...part }
    known = { who, look: next }
    setLook(next)
    void bridge.settings.get().then(settings => {
      if (settings.ok) void bridge.settings.set({ desks: { ...settings.value.desks, [who]: next } })
    })
  }, [bridge, who])
  return [look, change]
}
