import { powerMonitor } from 'electron'
import type { Command } from '../../shared/contract/bridge.ts'

const lookEveryMs = 1_000
const warningSeconds = 60

export type Lockable = { isOpen(): boolean; isBusy(): boolean; lock(): Promise<void> }
export type Idling = {
  /** After how many minutes without keyboard or mouse the open store locks. */
  minutes(): number
  tell(command: Extract<Command, 'idle-warning' | 'idle-over'>): void
}

/**
 * Locks the store when the computer goes to sleep, when its screen is locked, and after the store's own time without keyboard or mouse; a minute before
 * that (half the time, where it is only a minute) the windows are told. Being idle does not interrupt a file that is being read in; leaving the computer
 * does. Gives a function that stops watching.
 */
export function lockWhenLeft(store: Lockable, idling: Idling): () => void {
  const lock = () => void store.lock()
  let warned = false
  let asked = false
  const warn = (now: boolean) => {
    if (warned !== now) idling.tell(now ? 'idle-warning' : 'idle-over')
    warned = now
  }
  const look = () => {
    if (!store.isOpen()) {
      warned = false
      asked = false
      return
    }
    const limit = idling.minutes() * 60
    const idle = store.isBusy() ? 0 : powerMonitor.getSystemIdleTime()
    warn(idle >= limit - Math.min(warningSeconds, limit / 2))
    if (idle >= limit && !asked) lock()
    asked = idle >= limit
  }
  powerMonitor.on('suspend', lock)
  powerMonitor.on('lock-screen', lock)
  const timer = setInterval(look, lookEveryMs)
  return () => {
    clearInterval(timer)
    powerMonitor.off('suspend', lock)
    powerMonitor.off('lock-screen', lock)
  }
}
