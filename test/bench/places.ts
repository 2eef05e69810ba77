import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The clone's top folder: `npm run bench` starts there. */
export const root = process.cwd()
export const out = resolve(root, 'out')

/** A folder that is gone when the work is done, however it ends. */
export async function inTempFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'sprangbrada-matning-'))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  const stop = () => {
    remove()
    process.exit(130)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    return await work(folder)
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    remove()
  }
}
