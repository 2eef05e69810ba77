import { join } from 'node:path'
import { ensureBundle } from './bundle.mjs'
import { ensure, storeEnvironment } from './setup.mjs'
import { runInTerminal } from './setup/child.mjs'
import { outFolder } from './setup/places.mjs'
import { runScript } from './setup/say.mjs'

runScript(async () => {
  await ensure({ electron: false, native: true })
  await ensureBundle()
  return runInTerminal(process.execPath, [join(outFolder, 'cli.cjs'), ...process.argv.slice(2)], { env: storeEnvironment() })
})
