import { useCallback, useEffect, useRef, useState } from 'react'
import type { OperationInput, OperationName, OperationOutput } from '../../shared/contract/operations.ts'
import type { FaultInfo } from '../../shared/fault.ts'
import { useBridge } from './bridge.tsx'

export type Read<T> = { value: T | null; fault: FaultInfo | null; reload: () => Promise<void> }

/** Reads once, and again when the input changes or `reload` is called; the last request wins and what is shown stays until then. Nothing is asked while the input is null. */
export function useRead<N extends OperationName>(name: N, input: OperationInput<N> | null): Read<OperationOutput<N>> {
  const bridge = useBridge()
  const [value, setValue] = useState<OperationOutput<N> | null>(null)
  const [fault, setFault] = useState<FaultInfo | null>(null)
  const turn = useRef(0)
  const asked = useRef(input)
  const key = JSON.stringify(input)
  useEffect(() => {
    asked.current = input
  })
  const reload = useCallback(async () => {
    const mine = ++turn.current
    if (asked.current === null) return
    const result = await bridge.call(name, asked.current)
    if (mine !== turn.current) return
    if (result.ok) {
      setValue(() => result.value)
      setFault(null)
    } else setFault(result.fault)
  }, [bridge, name])
  useEffect(() => {
    void reload()
    const turns = turn
    return () => {
      turns.current++
    }
  }, [reload, key])
  return { value, fault, reload }
}
