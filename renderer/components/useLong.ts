import { useCallback, useEffect, useRef, useState } from 'react'
import type { OperationInput, OperationName, OperationOutput } from '../../shared/contract/operations.ts'
import type { Progress } from '../../shared/contract/views.ts'
import { useBridge } from './bridge.tsx'
import { useAction, type Action } from './useAction.ts'

export type Long<I, T> = Action<[I], T> & { progress: Progress | null; stopping: boolean; cancel: () => void }

let calls = 0

/** A long operation with progress and cancel. Leaving the view cancels it: nothing goes on unseen. */
export function useLong<N extends OperationName>(name: N): Long<OperationInput<N>, OperationOutput<N>> {
  const bridge = useBridge()
  const callId = useRef<string | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [stopping, setStopping] = useState(false)
  useEffect(() => bridge.onProgress(p => {
    if (p.callId === callId.current) setProgress(p)
  }), [bridge])
  const action = useAction(async (input: OperationInput<N>) => {
    callId.current = `${name}-${++calls}-${Date.now()}`
    setProgress(null)
    setStopping(false)
    try {
      return await bridge.call(name, input, callId.current)
    } finally {
      callId.current = null
      setStopping(false)
    }
  })
  const cancel = useCallback(() => {
    if (!callId.current) return
    setStopping(true)
    void bridge.cancel(callId.current)
  }, [bridge])
  useEffect(() => () => {
    if (callId.current) void bridge.cancel(callId.current)
  }, [bridge])
  return { ...action, progress, stopping, cancel }
}
