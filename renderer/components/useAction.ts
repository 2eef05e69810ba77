import { useCallback, useEffect, useRef, useState } from 'react'
import type { FaultInfo, Result } from '../../shared/fault.ts'

export type Action<A extends unknown[], T> = {
  busy: boolean
  fault: FaultInfo | null
  /** The value in a box, or null when it failed (the fault is then kept) or when it is already running. */
  start: (...args: A) => Promise<{ value: T } | null>
  clear: () => void
}

/** Runs one call at a time: a double click never submits twice. */
export function useAction<A extends unknown[], T>(run: (...args: A) => Promise<Result<T>>): Action<A, T> {
  const running = useRef(false)
  const mounted = useRef(true)
  const latest = useRef(run)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<FaultInfo | null>(null)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])
  const start = useCallback(async (...args: A) => {
    if (running.current) return null
    running.current = true
    setBusy(true)
    setFault(null)
    try {
      const result = await latest.current(...args)
      if (result.ok) return { value: result.value }
      if (mounted.current) setFault(result.fault)
      return null
    } finally {
      running.current = false
      if (mounted.current) setBusy(false)
    }
  }, [])
  const clear = useCallback(() => setFault(null), [])
  return { busy, fault, start, clear }
}
