import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { firstScreenFile, writeOutputs } from './bundle.mjs'
import { plan } from './bundle/plan.mjs'
import { electronPath } from './electron-path.mjs'
import { ensure, storeEnvironment } from './setup.mjs'
import { electronSwitches } from './setup/electron-switches.mjs'
import { writeWhole } from './setup/files.mjs'
import { outFolder, root } from './setup/places.mjs'
import { SetupError, runScript, say } from './setup/say.mjs'
import { withoutDisplay } from './setup/system.mjs'

/** main.ts looks at this file when SPRANGBRADA_DEV is 1, and reloads its window when it changes. */
const reloadFile = join(outFolder, '.reload')

/** @type {import('node:child_process').ChildProcess | undefined} */
let window
/** @type {Map<number, readonly import('esbuild').OutputFile[]>} */
const latest = new Map()
let expected = 0
let stopping = false

runScript(async () => {
  if (withoutDisplay()) throw new SetupError('Utvecklingsläget öppnar ett fönster och behöver en skärm. Utan skärm: xvfb-run -a npm run dev')
  await ensure({ electron: true, native: true })
  // What was drawn of the lock last time would not follow the changes.
  rmSync(firstScreenFile, { force: true })
  const { context } = await import('esbuild')
  const parts = plan(true)
  expected = parts.length
  const contexts = await Promise.all(parts.map((options, part) => context({ ...options, plugins: [...(options.plugins ?? []), report(part)] })))
  await Promise.all(contexts.map((each) => each.watch()))
  await new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  stopping = true
  window?.kill()
  await Promise.all(contexts.map((each) => each.dispose()))
  return 0
})

/**
 * @param {number} part which of the plan's bundles
 * @returns {import('esbuild').Plugin}
 */
function report(part) {
  return {
    name: 'report',
    setup(build) {
      build.onEnd(async (result) => {
        for (const { text, location } of result.errors) say(`${location?.file ?? ''}:${location?.line ?? ''} ${text}`)
        if (result.errors.length > 0) return
        const first = latest.size < expected
        latest.set(part, result.outputFiles ?? [])
        if (latest.size < expected) return
        await writeOutputs([...latest.values()].flat())
        const ofWindow = build.initialOptions.platform === 'browser'
        if (first || !ofWindow) restart()
        else writeWhole(reloadFile, String(Date.now()))
        say(first ? 'Fönstret öppnas; ändringar följs.' : ofWindow ? 'Fönstret laddas om.' : 'Programmet startas om.')
      })
    },
  }
}

/** Ends the running window, if there is one, and opens a new one when it has let go of its store. */
function restart() {
  const old = window
  window = undefined
  if (old === undefined || old.exitCode !== null || old.signalCode !== null) return open()
  old.once('exit', open)
  old.kill()
}

function open() {
  if (stopping || window !== undefined) return
  const opened = spawn(electronPath(), [...electronSwitches(), root, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...storeEnvironment(), SPRANGBRADA_DEV: '1' },
  })
  window = opened
  opened.once('exit', () => {
    // Closed by the user, not by us: then development is over too.
    if (window === opened && !stopping) process.kill(process.pid, 'SIGTERM')
  })
}
