import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What lies in a small file of the program's own, or null when it cannot be read. */
export function readJson(folder: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'))
  } catch {
    return null
  }
}

/** Keeps a small file whole or not at all. Not being able to is no reason to trouble anyone: the next start is as the last one was. */
export function keepJson(folder: string, name: string, value: unknown): void {
  try {
    const file = join(folder, name)
    writeFileSync(`${file}.part`, JSON.stringify(value))
    renameSync(`${file}.part`, file)
  } catch {
    // Said above.
  }
}
