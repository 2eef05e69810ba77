import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'

/** @type {string[]} */
const made = []

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder that is gone after the test; its name has a space and letters that break careless scripts. */
export function emptyFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'bygg prov åö '))
  made.push(folder)
  return folder
}
