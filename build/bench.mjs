import { join } from 'node:path'
import { bundleBench, ensureBundle } from './bundle.mjs'
import { ensure, storeEnvironment } from './setup.mjs'
import { runInTerminal } from './setup/child.mjs'
import { outFolder, root } from './setup/places.mjs'
import { runScript } from './setup/say.mjs'

runScript(async () => {
  await ensure({ electron: false, native: true })
  await ensureBundle()
  await bundleBench()
  const program = join(outFolder, 'bench.cjs')
  return runInTerminal(process.execPath, ['--expose-gc', program, ...process.argv.slice(2)], { cwd: root, env: storeEnvironment() })
})
