import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'

/** Whoever asked for rest may be held up by the system, in a menu or a window that is being moved, and cannot end it. */
const LONGEST_MS = 250
/** Under which name a thread finds the memory. */
export const REST = 'sprangbrada.vila'

const flagIn = (memory: unknown): Int32Array | null => (memory instanceof SharedArrayBuffer ? new Int32Array(memory) : null)
let flag = flagIn(getEnvironmentData(REST))

/** Has this thread and those that it begins heed a memory: its first number is 1 while the window is being answered. */
export function heed(memory: SharedArrayBuffer): void {
  setEnvironmentData(REST, memory)
  flag = flagIn(memory)
}

/**
 * Rests while the window is being answered: a file's rows can wait, a click cannot. Meant to be called between two rows; it blocks the thread.
 * To stand aside by priority is not enough where there are few processors: whoever has one keeps it until its slice is over.
 */
export function giveWay(): void {
  if (flag !== null && Atomics.load(flag, 0) === 1 && Atomics.wait(flag, 0, 1, LONGEST_MS) === 'timed-out') Atomics.store(flag, 0, 0)
}
