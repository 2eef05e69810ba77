import { useEffect, useRef } from 'react'
import type { Changed } from '../../shared/contract/bridge.ts'
import { useBridge } from './bridge.tsx'

/** Calls back when something stored has changed, at most once per `wait` milliseconds. */
export function useChanged(react: (change: Changed) => void, wait = 150): void {
  const bridge = useBridge()
  const latest = useRef(react)
  useEffect(() => {
    latest.current = react
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const off = bridge.onChanged(change => {
      clearTimeout(timer)
      timer = setTimeout(() => latest.current(change), wait)
    })
    return () => {
      clearTimeout(timer)
      off()
    }
  }, [bridge, wait])
}
