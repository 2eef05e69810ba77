import { build } from 'esbuild'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { programs, nodeOptions } from '../../build/bundle/plan.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type BundledCli = { start(args: readonly string[], env?: NodeJS.ProcessEnv): ChildProcess; remove(): void }

/** Programs as they are shipped, built into a folder of their own. */
export async function bundled(...names: (keyof typeof programs)[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sprangbrada-program-'))
  await build({ ...nodeOptions(Object.fromEntries(names.map(name => [name, programs[name]]))), outdir: folder, write: true })
  return folder
}

/** The command line and its threads, to be run (and killed) as a process. */
export async function bundleCli(): Promise<BundledCli> {
  const folder = await bundled('cli', 'reader', 'screener')
  return {
    start: (args, env = {}) => spawn(process.execPath, [join(folder, 'cli.cjs'), ...args], {
      env: { ...process.env, NODE_PATH: join(root, 'node_modules'), SPRANGBRADA_PASSPHRASE: undefined, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
    }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Waits for a process and gives its exit code (null when it was killed) and what it wrote. */
export async function finished(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  const text = { out: '', err: '' }
  child.stdout?.on('data', (piece: Buffer) => { text.out += piece.toString('utf8') })
  child.stderr?.on('data', (piece: Buffer) => { text.err += piece.toString('utf8') })
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  return { code, ...text }
}
