import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { electronPath, electronRuntime, programInDist, registryRuntime } from '../../build/electron-path.mjs'
import { sha512 } from '../../build/setup/files.mjs'
import { forgetFailure, officialHasFailed } from '../../build/setup/official-electron.mjs'
import { checkIntegrity, renewLauncher } from '../../build/setup/registry-electron.mjs'
import { mustBeCompiled, sqliteIsBuilt } from '../../build/setup/sqlite.mjs'
import { emptyFolder } from './place.mjs'

const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
const mirror = process.env.ELECTRON_MIRROR

beforeEach(() => {
  delete process.env.ELECTRON_OVERRIDE_DIST_PATH
  delete process.env.ELECTRON_MIRROR
})
afterEach(() => {
  if (override !== undefined) process.env.ELECTRON_OVERRIDE_DIST_PATH = override
  if (mirror !== undefined) process.env.ELECTRON_MIRROR = mirror
  else delete process.env.ELECTRON_MIRROR
})

/**
 * @param {string} dist
 * @param {string} version
 */
function fakeDist(dist, version) {
  const program = join(dist, programInDist)
  mkdirSync(join(program, '..'), { recursive: true })
  writeFileSync(program, 'programmet')
  writeFileSync(join(dist, 'version'), version)
  return program
}

/** @param {string} clone */
function wholeRegistryFolder(clone) {
  const dist = join(clone, '.runtime', 'electron')
  const program = fakeDist(dist, registryRuntime.version)
  writeFileSync(join(dist, 'complete.json'), JSON.stringify({ integrity: registryRuntime.integrity, programSize: 'programmet'.length }))
  return { dist, program }
}

test('a package with one altered byte is refused, the right one is taken', async () => {
  const file = join(emptyFolder(), 'paket.tgz')
  const bytes = Buffer.from('innehållet i ett paket')
  writeFileSync(file, bytes)
  const integrity = sha512(bytes)
  await expect(checkIntegrity(file, integrity)).resolves.toBeUndefined()
  bytes[3] = (bytes[3] ?? 0) ^ 1
  writeFileSync(file, bytes)
  await expect(checkIntegrity(file, integrity)).rejects.toThrow(/kontrollsumma/)
})

test('a runtime is used only when all of it is there', () => {
  const clone = emptyFolder()
  expect(electronRuntime(clone)).toBeUndefined()
  expect(() => electronPath(clone)).toThrow(/node build\/setup\.mjs/)
  const { dist, program } = wholeRegistryFolder(clone)
  expect(electronRuntime(clone)).toEqual({ path: program, version: registryRuntime.version, napi: 9, origin: 'registry' })

  writeFileSync(program, 'halva')
  expect(electronRuntime(clone)).toBeUndefined()
  writeFileSync(program, 'programmet')
  writeFileSync(join(dist, 'complete.json'), '{"integrity": "sha512-annan", "programSize": 10}')
  expect(electronRuntime(clone)).toBeUndefined()
  writeFileSync(join(dist, 'complete.json'), '{"integr')
  expect(electronRuntime(clone)).toBeUndefined()
  rmSync(join(dist, 'complete.json'))
  expect(electronRuntime(clone)).toBeUndefined()
})

test('the official runtime goes first, but not half unpacked nor of another version', () => {
  const clone = emptyFolder()
  wholeRegistryFolder(clone)
  const electron = join(clone, 'node_modules', 'electron')
  const program = fakeDist(join(electron, 'dist'), '45.4.1')
  writeFileSync(join(electron, 'package.json'), '{"version":"45.4.1"}')
  expect(electronRuntime(clone)?.origin).toBe('registry')
  writeFileSync(join(electron, 'path.txt'), programInDist)
  expect(electronRuntime(clone)).toEqual({ path: program, version: '45.4.1', napi: 10, origin: 'official' })
  writeFileSync(join(electron, 'package.json'), '{"version":"46.0.0"}')
  expect(electronRuntime(clone)?.origin).toBe('registry')
})

test('ELECTRON_OVERRIDE_DIST_PATH goes before both and is never replaced by another', () => {
  const clone = emptyFolder()
  wholeRegistryFolder(clone)
  process.env.ELECTRON_OVERRIDE_DIST_PATH = join(clone, 'egen')
  expect(electronRuntime(clone)).toBeUndefined()
  fakeDist(join(clone, 'egen'), 'v34.9.0')
  expect(electronRuntime(clone)).toMatchObject({ version: '34.9.0', napi: 9, origin: 'override' })
})

test('a failed official download is remembered for its version and mirror only', () => {
  const clone = emptyFolder()
  mkdirSync(join(clone, 'node_modules', 'electron'), { recursive: true })
  writeFileSync(join(clone, 'node_modules', 'electron', 'package.json'), '{"version":"45.4.1"}')
  expect(officialHasFailed(clone)).toBe(false)
  mkdirSync(join(clone, '.runtime'))
  writeFileSync(join(clone, '.runtime', 'official-electron-failed.json'), '{"version":"45.4.1","mirror":""}')
  expect(officialHasFailed(clone)).toBe(true)
  process.env.ELECTRON_MIRROR = 'https://spegel.example/'
  expect(officialHasFailed(clone)).toBe(false)
  delete process.env.ELECTRON_MIRROR
  forgetFailure(clone)
  expect(officialHasFailed(clone)).toBe(false)
})

test('an older launcher is replaced by the one in the clone', () => {
  const dist = emptyFolder()
  mkdirSync(join(dist, 'resources', 'app'), { recursive: true })
  writeFileSync(join(dist, 'resources', 'app', 'main.cjs'), 'gammal')
  renewLauncher(dist)
  expect(readFileSync(join(dist, 'resources', 'app', 'main.cjs'), 'utf8')).toContain('describeApp')
})

test('the database module is compiled only for a runtime below Node-API 10', () => {
  expect(mustBeCompiled([10, 10])).toBe(false)
  expect(mustBeCompiled([10, 9])).toBe(true)
  expect(mustBeCompiled([9, 10])).toBe(true)
  expect(mustBeCompiled([])).toBe(false)
})

test('a database module that is cut off or made of another package is not taken as built', () => {
  const clone = emptyFolder()
  const folder = join(clone, '.runtime', 'sqlite')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'better_sqlite3.node'), 'modul')
  expect(sqliteIsBuilt(clone)).toBe(false)
  writeFileSync(join(folder, 'built.json'), '{"recipe":"sha512-annat","size":5}')
  expect(sqliteIsBuilt(clone)).toBe(false)
})
