import { getPriority, setPriority } from 'node:os'
import { isMainThread } from 'node:worker_threads'

/** A file's rows can wait; a click cannot. */
const ASIDE = 10

/**
 * Lets this thread's work wait for that of others, and gives the way back. Only Linux gives a thread a priority of its own: elsewhere the
 * whole program would stand aside, so there nothing is done. Where the way back is not allowed the thread stays aside.
 */
export function standAside(): () => void {
  if (process.platform !== 'linux' || isMainThread) return () => undefined
  const before = getPriority()
  const set = (priority: number) => {
    try {
      setPriority(priority)
    } catch {
      // Nothing depends on it but how quickly others are answered.
    }
  }
  set(ASIDE)
  return () => set(before)
}
