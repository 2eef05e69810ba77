import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const folders = ['electron', 'renderer', 'shared', 'build/bundle', 'build/sample']
const files = ['package-lock.json', 'build/bundle.mjs']

/**
 * A digest of every source's path, size and time: the same as last time means that nothing needs to be bundled again.
 * @param {string} base the clone's top folder
 */
export function fingerprint(base) {
  const hash = createHash('sha256')
  const paths = [...files, ...folders.flatMap((folder) => filesIn(base, folder))].sort()
  for (const path of paths) {
    const { size, mtimeMs } = statSync(join(base, path))
    hash.update(`${path}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/**
 * @param {string} base
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(base, folder) {
  try {
    return readdirSync(join(base, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(base.length + 1))
  } catch {
    return []
  }
}
