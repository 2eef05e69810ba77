import type { Bridge, Preloaded } from '../../shared/contract/bridge.ts'
import { unseal } from '../../shared/contract/wire.ts'
import type { FaultInfo, Result } from '../../shared/fault.ts'

declare global {
  interface Window {
    readonly sprangbrada?: Preloaded
  }
}

const broken: { ok: false; fault: FaultInfo } = { ok: false, fault: { code: 'internal', params: {} } }

/** What the preload has put on the page, or null when the page was opened outside the program. */
export function findBridge(): Preloaded | null {
  return window.sprangbrada ?? null
}

/**
 * The bridge as the rooms use it: a call that throws becomes a fault, and a store that turns out to be locked is told to the page.
 * @param onLocked called when any call answers that the store is locked
 */
export function guarded(bridge: Preloaded, onLocked: () => void): Bridge {
  const safe = async <T>(run: () => Promise<Result<T>>): Promise<Result<T>> => {
    try {
      const result = await run()
      if (!result.ok && result.fault.code === 'store-locked') onLocked()
      return result
    } catch {
      return broken
    }
  }
  return {
    call: (name, input, callId) => safe(async () => unseal(await bridge.call(name, input, callId))),
    cancel: async callId => {
      try {
        await bridge.cancel(callId)
      } catch {
        // The operation has ended by itself; there is nothing left to stop.
      }
    },
    onProgress: listener => bridge.onProgress(listener),
    onChanged: listener => bridge.onChanged(listener),
    onCommand: listener => bridge.onCommand(listener),
    chooseFiles: purpose => safe(() => bridge.chooseFiles(purpose)),
    chooseTarget: (purpose, name) => safe(() => bridge.chooseTarget(purpose, name)),
    dropFiles: (files, purpose) => safe(() => bridge.dropFiles(files, purpose)),
    settings: { get: () => safe(() => bridge.settings.get()), set: change => safe(() => bridge.settings.set(change)), onChange: listener => bridge.settings.onChange(listener) },
    print: pdf => safe(() => bridge.print(pdf)),
  }
}
