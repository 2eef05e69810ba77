import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lastLines, npm } from './child.mjs'
import { readJson, sha512, writeWhole } from './files.mjs'
import { SetupError, step } from './say.mjs'

/** @param {string} base */
const stampFile = (base) => join(base, 'node_modules', '.sprangbrada.json')
/** @param {string} base */
const wanted = (base) => ({
  lock: sha512(readFileSync(join(base, 'package-lock.json'))),
  platform: `${process.platform}-${process.arch}`,
})

/**
 * Whether node_modules holds what package-lock.json says. An installation that someone made with npm itself is recognised
 * by the list npm leaves behind, and is then stamped so that the next look is short.
 * @param {string} base the clone's top folder
 */
export function packagesAreInPlace(base) {
  const want = wanted(base)
  const stamp = readJson(stampFile(base))
  if (stamp?.lock === want.lock && stamp?.platform === want.platform) return true
  if (!installedAsLocked(base)) return false
  writeWhole(stampFile(base), JSON.stringify(want))
  return true
}

/** @param {string} base */
function installedAsLocked(base) {
  const locked = readJson(join(base, 'package-lock.json'))?.packages
  const installed = readJson(join(base, 'node_modules', '.package-lock.json'))?.packages
  if (locked === undefined || installed === undefined) return false
  return Object.entries(locked).every(([path, entry]) => {
    if (path === '') return true
    const there = installed[path]
    if (there === undefined) return entry.optional === true
    return there.version === entry.version && there.integrity === entry.integrity
  })
}

/**
 * Installs exactly what package-lock.json says. Install scripts are never run: nothing here needs one, and npm versions differ on them.
 * @param {string} base the clone's top folder
 */
export async function installPackages(base) {
  await step('Installerar npm-paket', async () => {
    const { code, output } = await npm(['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], { cwd: base })
    if (code !== 0) {
      throw new SetupError(`npm ci misslyckades. Kontrollera att paketregistret kan nås (npm ping) och försök igen.\n\n${lastLines(output)}`)
    }
    writeWhole(stampFile(base), JSON.stringify(wanted(base)))
  })
}
