import { join } from 'node:path'
import { bundleMutations } from './bundle.mjs'
import { ensure } from './setup.mjs'
import { runInTerminal } from './setup/child.mjs'
import { outFolder, root } from './setup/places.mjs'
import { runScript } from './setup/say.mjs'

// npm run rules:mutate                 every programme
// npm run rules:mutate -- PROGRAMME …  those named
runScript(async () => {
  await ensure({ electron: false, native: false })
  await bundleMutations()
  return runInTerminal(process.execPath, [join(outFolder, 'rules-mutate.cjs'), ...process.argv.slice(2)], { cwd: root })
})
