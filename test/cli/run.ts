import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { main } from '../../electron/cli/main.ts'

/** `left` names what lies in the folder for temporary files afterwards. */
export type Ran = { code: number; out: string; err: string; left: string[] }

/** Runs the command line in this process and catches what it writes. */
export async function run(args: readonly string[], passphrase?: string): Promise<Ran> {
  const text = { out: '', err: '' }
  const catching = (key: 'out' | 'err') => (piece: string | Uint8Array) => {
    text[key] += String(piece)
    return true
  }
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(catching('out'))
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(catching('err'))
  const place = mkdtempSync(join(tmpdir(), 'sprangbrada-run-'))
  vi.stubEnv('SPRANGBRADA_PASSPHRASE', passphrase)
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, place)
  try {
    const code = await main(args, { assets: '' })
    return { code, ...text, left: readdirSync(place) }
  } finally {
    out.mockRestore()
    err.mockRestore()
    vi.unstubAllEnvs()
    rmSync(place, { recursive: true, force: true })
  }
}
