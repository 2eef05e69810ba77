import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import { writeFileAtomic } from './files.ts'

const FILE = 'senast'

/** Whose passphrase opened the store last on this machine: the caseworker's number, 0 where nothing is remembered. */
export function usedLast(folder: string): number {
  try {
    return Number.parseInt(readFileSync(join(folder, FILE), 'utf8').slice(0, 10), 10) || 0
  } catch {
    return 0
  }
}

/** Remembers it: only the number, which spares the next unlocking the other locks. */
export function rememberUser(folder: string, id: number): void {
  try {
    if (usedLast(folder) !== id) writeFileAtomic(join(folder, FILE), `${id}\n`)
  } catch (error) {
    // Without it unlocking only takes longer.
    if (!(error instanceof Fault)) throw error
  }
}
