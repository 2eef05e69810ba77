import { powerMonitor } from 'electron'

const idleSeconds = 15 * 60
const lookEveryMs = 30_000

export type Lockable = { isOpen(): boolean; isBusy(): boolean; lock(): Promise<void> }

/**
 * Locks the store when the computer goes to sleep, when its screen is locked, and after 15 minutes without keyboard or mouse.
 * Being idle does not interrupt a file that is being read in; leaving the computer does. Gives a function that stops watching.
 */
export function lockWhenLeft(store: Lockable): () => void {
  const lock = () => void store.lock()
  const look = () => {
    if (store.isOpen() && !store.isBusy() && powerMonitor.getSystemIdleTime() >= idleSeconds) lock()
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
