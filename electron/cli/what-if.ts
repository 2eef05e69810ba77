import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { whatIfToFolder } from '../core/batch-what-if.ts'
import { readOptions, Refused } from './arguments.ts'
import type { Places } from './places.ts'
import { openCommandStore, progressLine } from './store.ts'
import { text } from './text.ts'

/** Judges every intake of a programme in a store by another version and writes who would change light. The store stays as it is. */
export async function whatIfCommand(args: readonly string[], places: Places, signal: AbortSignal): Promise<number> {
  const { store, programme, version, out } = readOptions(args, ['store', 'programme', 'version', 'out'], [])
  const run = progressLine(signal)
  const folder = folderOf(resolve(store))
  const absent = () => Promise.reject(new Refused(text().store.absent))
  const { core, close } = await openCommandStore(folder, places, run, absent)
  try {
    const answer = await whatIfToFolder(core.context(run), programme, version, resolve(out))
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    process.stdout.write(`${JSON.stringify({ total: answer.total, changed: answer.changed, seconds: answer.seconds, matrix: answer.matrix })}\n`)
    return 0
  } finally {
    close()
  }
}

/** The store's own file stands for the folder that its profile lies in. */
function folderOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? dirname(dirname(path)) : path
}
