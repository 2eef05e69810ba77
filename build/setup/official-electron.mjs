import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './child.mjs'
import { readJson, writeWhole } from './files.mjs'
import { say } from './say.mjs'

const unreachableMs = 5_000
// With no answer from the download site the installer may still have the archive in its cache; unpacking takes seconds.
const cacheOnlyMs = 20_000
const downloadMs = 20 * 60_000

/** @param {string} base */
const failureFile = (base) => join(base, '.runtime', 'official-electron-failed.json')
/** @param {string} base */
const attempt = (base) => ({
  version: String(readJson(join(base, 'node_modules', 'electron', 'package.json'))?.version),
  mirror: process.env.ELECTRON_MIRROR ?? '',
})

/**
 * Whether the same download has already failed in this clone, so that it need not cost its seconds at every start.
 * @param {string} base the clone's top folder
 */
export function officialHasFailed(base) {
  const failed = readJson(failureFile(base))
  const now = attempt(base)
  return failed?.version === now.version && failed?.mirror === now.mirror
}

/** @param {string} base the clone's top folder */
export const forgetFailure = (base) => rmSync(failureFile(base), { force: true })

/**
 * Lets Electron's own installer fetch (or take from its cache) the official runtime; it checks the archive against the
 * checksums in its package. Gives whether it went well; a failure is remembered.
 * @param {string} base the clone's top folder
 */
export async function installOfficialElectron(base) {
  const { version, mirror } = attempt(base)
  say(`Hämtar Electron ${version} …`)
  const answers = await canReach(mirror || 'https://github.com/electron/electron/releases/download/', version)
  // A proxy is known to the installer but not to Node's own fetch, so then silence proves nothing.
  const proxy = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'].some((name) => Boolean(process.env[name]))
  const env = proxy ? { ...process.env, ELECTRON_GET_USE_PROXY: '1' } : process.env
  const { code } = await run(process.execPath, [join(base, 'node_modules', 'electron', 'install.js')], {
    cwd: base,
    env,
    limitMs: answers || proxy ? downloadMs : cacheOnlyMs,
  })
  if (code === 0) return true
  writeWhole(failureFile(base), JSON.stringify({ version, mirror }))
  say('  den officiella hämtningen svarar inte. Försök igen senare med: node build/setup.mjs --retry-electron')
  return false
}

/**
 * @param {string} mirror
 * @param {string} version
 */
async function canReach(mirror, version) {
  try {
    const response = await fetch(new URL(`v${version}/SHASUMS256.txt`, mirror), { method: 'HEAD', signal: AbortSignal.timeout(unreachableMs) })
    return response.ok
  } catch {
    return false
  }
}
