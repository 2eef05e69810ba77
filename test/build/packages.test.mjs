import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tooLong, lineCount } from '../../build/check/size.mjs'
import { fingerprint } from '../../build/bundle/sources.mjs'
import { readJson } from '../../build/setup/files.mjs'
import { completeLock } from '../../build/setup/lock-file.mjs'
import { packagesAreInPlace } from '../../build/setup/packages.mjs'
import { root } from '../../build/setup/places.mjs'
import { emptyFolder } from './place.mjs'

/** @param {Record<string, object>} packages */
const lockfile = (packages) => JSON.stringify({ lockfileVersion: 3, packages })

/** @param {string} clone @param {Record<string, object>} packages */
function installed(clone, packages) {
  mkdirSync(join(clone, 'node_modules'), { recursive: true })
  writeFileSync(join(clone, 'node_modules', '.package-lock.json'), lockfile(packages))
}

const a = { version: '1.0.0', integrity: 'sha512-a' }
const foreign = { version: '1.0.0', integrity: 'sha512-f', optional: true }

test('packages are in place when npm installed exactly what is locked, and the next look believes the stamp', () => {
  const clone = emptyFolder()
  writeFileSync(join(clone, 'package-lock.json'), lockfile({ '': {}, 'node_modules/a': a, 'node_modules/f': foreign }))
  expect(packagesAreInPlace(clone)).toBe(false)
  installed(clone, { 'node_modules/a': a })
  expect(packagesAreInPlace(clone)).toBe(true)
  expect(existsSync(join(clone, 'node_modules', '.sprangbrada.json'))).toBe(true)
  rmSync(join(clone, 'node_modules', '.package-lock.json'))
  expect(packagesAreInPlace(clone)).toBe(true)
  rmSync(join(clone, 'node_modules'), { recursive: true })
  expect(packagesAreInPlace(clone)).toBe(false)
})

test.each([
  ['is missing', {}],
  ['has another version', { 'node_modules/a': { ...a, version: '1.0.1' } }],
  ['has other content', { 'node_modules/a': { ...a, integrity: 'sha512-b' } }],
])('packages are not in place when one %s', (_, packages) => {
  const clone = emptyFolder()
  writeFileSync(join(clone, 'package-lock.json'), lockfile({ '': {}, 'node_modules/a': a }))
  installed(clone, packages)
  expect(packagesAreInPlace(clone)).toBe(false)
})

test('a changed lock file is noticed in spite of the stamp', () => {
  const clone = emptyFolder()
  writeFileSync(join(clone, 'package-lock.json'), lockfile({ 'node_modules/a': a }))
  installed(clone, { 'node_modules/a': a })
  expect(packagesAreInPlace(clone)).toBe(true)
  writeFileSync(join(clone, 'package-lock.json'), lockfile({ 'node_modules/a': { ...a, version: '2.0.0' } }))
  expect(packagesAreInPlace(clone)).toBe(false)
})

test('an interrupted installation, which leaves no list, is not taken as finished', () => {
  const clone = emptyFolder()
  writeFileSync(join(clone, 'package-lock.json'), lockfile({ 'node_modules/a': a }))
  mkdirSync(join(clone, 'node_modules', 'a'), { recursive: true })
  expect(packagesAreInPlace(clone)).toBe(false)
})

test('a source that is changed, added or removed asks for a new bundle', () => {
  const clone = emptyFolder()
  mkdirSync(join(clone, 'electron', 'core'), { recursive: true })
  mkdirSync(join(clone, 'build'))
  writeFileSync(join(clone, 'package-lock.json'), '{}')
  writeFileSync(join(clone, 'build', 'bundle.mjs'), '')
  const source = join(clone, 'electron', 'core', 'core.ts')
  writeFileSync(source, 'ett')
  const first = fingerprint(clone)
  expect(fingerprint(clone)).toBe(first)
  writeFileSync(source, 'två')
  utimesSync(source, new Date(1e12), new Date(1e12))
  const second = fingerprint(clone)
  expect(second).not.toBe(first)
  writeFileSync(join(clone, 'electron', 'ny.yaml'), 'a: 1')
  const third = fingerprint(clone)
  expect(third).not.toBe(second)
  rmSync(source)
  expect(fingerprint(clone)).not.toBe(third)
})

test('files over 300 lines are found, except sample data', () => {
  const clone = emptyFolder()
  mkdirSync(join(clone, 'test', 'fixtures'), { recursive: true })
  writeFileSync(join(clone, 'jämnt.ts'), 'x\n'.repeat(300))
  writeFileSync(join(clone, 'över.ts'), 'x\r\n'.repeat(301))
  writeFileSync(join(clone, 'bild.svg'), 'x\n'.repeat(301))
  writeFileSync(join(clone, 'test', 'fixtures', 'stor.yaml'), 'x\n'.repeat(301))
  expect(tooLong(clone, ['jämnt.ts', 'över.ts', 'bild.svg', 'test/fixtures/stor.yaml'])).toEqual([{ path: 'över.ts', lines: 301 }])
  expect([lineCount(''), lineCount('x'), lineCount('x\n'), lineCount('x\n\n')]).toEqual([0, 1, 1, 2])
})

test('the lock file holds every package that another system needs', () => {
  expect(completeLock(readJson(join(root, 'package-lock.json'))).added, 'run: node build/setup.mjs --complete-lock').toEqual([])
})

test('a package for another system is added with its version and system, others are refused', () => {
  const wanting = { version: '1.0.0', dev: true, optionalDependencies: { 'a-linux-x64-musl': '1.0.0', 'a-win32-arm64-msvc': '1.0.0', 'a-darwin-x64': '1.0.0', b: '^2.0.0' } }
  const there = { version: '1.0.0' }
  const packages = { '': {}, 'node_modules/a': wanting, 'node_modules/a-darwin-x64': there, 'node_modules/b': there }
  const { lock, added } = completeLock({ packages })
  expect(added).toEqual(['a-linux-x64-musl@1.0.0', 'a-win32-arm64-msvc@1.0.0'])
  expect(lock.packages['node_modules/a-win32-arm64-msvc']).toEqual({ version: '1.0.0', dev: true, optional: true, os: ['win32'], cpu: ['arm64'] })
  expect(lock.packages['node_modules/a-linux-x64-musl']).toMatchObject({ os: ['linux'], cpu: ['x64'], libc: ['musl'] })
  expect(completeLock(lock).added).toEqual([])
  expect(() => completeLock({ packages: { 'node_modules/a': { optionalDependencies: { c: '1.0.0' } } } })).toThrow(/c 1\.0\.0/)
  expect(() => completeLock({ packages: { 'node_modules/a': { optionalDependencies: { 'c-linux-x64': '^1.0.0' } } } })).toThrow(/c-linux-x64/)
})

test('a package nested in the one that wants it is found', () => {
  const packages = { 'node_modules/a/node_modules/b': { optionalDependencies: { 'c-linux-x64': '1.0.0' } }, 'node_modules/a/node_modules/c-linux-x64': { version: '1.0.0' } }
  expect(completeLock({ packages }).added).toEqual([])
})
