import { rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { bundle } from './bundle.mjs'
import { checkHouse } from './check/house.mjs'
import { ensure, storeEnvironment } from './setup.mjs'
import { runInTerminal } from './setup/child.mjs'
import { readJson } from './setup/files.mjs'
import { root } from './setup/places.mjs'
import { SetupError, runScript, say } from './setup/say.mjs'
import { withoutDisplay } from './setup/system.mjs'
import { failuresPlaywright, failuresVitest } from './test/failures.mjs'
import { complaint, countPlaywright, countVitest, sum, summaryLine } from './test/summary.mjs'

const results = join(root, 'test-results')
const [kind, ...rest] = process.argv.slice(2)
const only = kind === 'unit' || kind === 'e2e' ? kind : undefined
const filter = only === undefined ? process.argv.slice(2) : rest

// npm test                everything
// npm test -- unit NAME   vitest only, with its own filters and options after it
// npm test -- e2e NAME    Playwright only
runScript(async () => {
  rmSync(results, { recursive: true, force: true })
  await ensure({ electron: only !== 'unit', native: true, tests: true })
  /** @type {string[]} */
  const complaints = []
  const counts = []
  if (only === undefined && !(await checkHouse())) complaints.push('Kontrollen av källkoden har anmärkningar.')
  const built = await attempt(() => bundle(), complaints)
  if (only !== 'e2e') counts.push(await unitTests(complaints))
  if (only !== 'unit' && built) counts.push(await endToEndTests(complaints))
  for (const line of complaints) say(`✗ ${line}`)
  process.stdout.write(`${summaryLine(sum(counts))}\n`)
  return complaints.length === 0 ? 0 : 1
})

/**
 * A broken bundle stops the end-to-end tests, but not the others.
 * @param {() => Promise<void>} work
 * @param {string[]} complaints
 */
async function attempt(work, complaints) {
  try {
    await work()
    return true
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    complaints.push(error.message)
    return false
  }
}

/** @param {string[]} complaints */
async function unitTests(complaints) {
  const report = join(results, 'vitest.json')
  const args = ['run', '--config', 'build/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runInTerminal(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), ...args, ...filter], { cwd: root, env: storeEnvironment() })
  const told = readJson(report)
  const counts = countVitest(told)
  note(complaint('vitest', code, counts), failuresVitest(told, path => relative(root, path)), complaints)
  return counts
}

/** @param {string[]} complaints */
async function endToEndTests(complaints) {
  const playwright = [process.execPath, join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', '--config', 'build/playwright.config.ts', ...filter]
  const [program = '', ...args] = withoutDisplay() ? ['xvfb-run', '-a', ...playwright] : playwright
  const code = await runInTerminal(program, args, { cwd: root, env: storeEnvironment() })
  const told = readJson(join(results, 'playwright.json'))
  const counts = countPlaywright(told)
  note(complaint('playwright', code, counts), failuresPlaywright(told), complaints)
  return counts
}

/**
 * @param {string | undefined} line
 * @param {readonly string[]} failures
 * @param {string[]} complaints
 */
function note(line, failures, complaints) {
  if (line !== undefined) complaints.push([line, ...failures].join('\n').replaceAll('\n', '\n    '))
}
