import { join } from 'node:path'
import { ensureBundle } from './bundle.mjs'
import { electronPath } from './electron-path.mjs'
import { ensure, storeEnvironment } from './setup.mjs'
import { runInTerminal } from './setup/child.mjs'
import { electronSwitches } from './setup/electron-switches.mjs'
import { outFolder, root } from './setup/places.mjs'
import { runScript, say } from './setup/say.mjs'
import { withoutDisplay } from './setup/system.mjs'

runScript(async () => {
  const given = process.argv.slice(2)
  if (withoutDisplay()) return demonstrate(given)
  await ensure({ electron: true, native: true })
  await ensureBundle()
  return runInTerminal(electronPath(), [...electronSwitches(), root, ...given], { cwd: root, env: storeEnvironment() })
})

/**
 * Without a screen the whole journey is run in the terminal instead, on made-up applicants.
 * @param {readonly string[]} given
 */
async function demonstrate(given) {
  say('Ingen skärm finns här (varken DISPLAY eller WAYLAND_DISPLAY), så hela gången körs i terminalen i stället.')
  await ensure({ electron: false, native: true })
  await ensureBundle()
  const folder = join(outFolder, 'demo')
  return runInTerminal(process.execPath, [join(outFolder, 'cli.cjs'), 'demo', '--out', folder, ...given], { cwd: root, env: storeEnvironment() })
}
