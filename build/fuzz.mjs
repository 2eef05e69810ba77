import { join } from 'node:path'
import { bundleFuzz } from './bundle.mjs'
import { ensure, storeEnvironment } from './setup.mjs'
import { runInTerminal } from './setup/child.mjs'
import { outFolder, root } from './setup/places.mjs'
import { runScript } from './setup/say.mjs'

// npm run fuzz -- --inputs 200000            so many with every reader of what comes from outside
// npm run fuzz -- --reader csv --seed 1      one of them, with inputs that can be made again
runScript(async () => {
  await ensure({ electron: false, native: true })
  await bundleFuzz()
  return runInTerminal(process.execPath, [join(outFolder, 'fuzz.cjs'), ...process.argv.slice(2)], { cwd: root, env: storeEnvironment() })
})
