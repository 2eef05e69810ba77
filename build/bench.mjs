import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBundle } from './bundle.mjs'
import { ensure, storeEnvironment } from './setup.mjs'
import { runInTerminal } from './setup/child.mjs'
import { outFolder, root } from './setup/places.mjs'
import { SetupError, runScript } from './setup/say.mjs'

runScript(async () => {
  await ensure({ electron: false, native: true })
  await ensureBundle()
  const program = join(outFolder, 'bench.cjs')
  if (!existsSync(program)) throw new SetupError('Mätningarna finns inte: test/bench/main.ts saknas.')
  return runInTerminal(process.execPath, ['--expose-gc', program, ...process.argv.slice(2)], { cwd: root, env: storeEnvironment() })
})
