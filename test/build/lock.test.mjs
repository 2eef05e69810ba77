import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, vi } from 'vitest'
import { run } from '../../build/setup/child.mjs'
import { isAbandoned, withLock } from '../../build/setup/lock.mjs'
import { root } from '../../build/setup/places.mjs'
import { emptyFolder } from './place.mjs'

/** @param {number} seconds */
const ago = (seconds) => new Date(Date.now() - seconds * 1000)

/** @param {number} pid @param {number[]} [children] @param {string} [host] */
const holder = (pid, children = [], host = hostname()) => JSON.stringify({ pid, host, children })

/** Starts another process that takes the lock and keeps it until it is killed. @param {string} file */
async function heldByAnother(file) {
  const script = `import { withLock } from ${JSON.stringify(pathToFileURL(join(root, 'build', 'setup', 'lock.mjs')).href)}
    await withLock(process.argv[1], 'Provet', () => new Promise((resolve) => setTimeout(resolve, 60_000)))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, file], { stdio: 'ignore' })
  await vi.waitFor(() => expect(JSON.parse(readFileSync(file, 'utf8')).pid).toBe(child.pid), { timeout: 30_000 })
  return child
}

/** A number that no process has. */
async function deadPid() {
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => child.on('close', resolve))
  return child.pid ?? 0
}

test('two who want the same lock get it one after the other', async () => {
  const file = join(emptyFolder(), 'mapp', 'lås')
  /** @type {string[]} */
  const order = []
  const work = (/** @type {string} */ name) => async () => {
    order.push(`${name} börjar`)
    await new Promise((resolve) => setTimeout(resolve, 50))
    order.push(`${name} slutar`)
  }
  await Promise.all([withLock(file, 'Provet', work('a')), withLock(file, 'Provet', work('b'))])
  expect(order).toEqual(['a börjar', 'a slutar', 'b börjar', 'b slutar'])
  expect(existsSync(file)).toBe(false)
})

test('the lock is let go when the work fails', async () => {
  const file = join(emptyFolder(), 'lås')
  await expect(withLock(file, 'Provet', () => Promise.reject(new Error('trasigt')))).rejects.toThrow('trasigt')
  expect(existsSync(file)).toBe(false)
})

test('a living process keeps its lock, a killed one loses it at once', async () => {
  const file = join(emptyFolder(), 'lås')
  const other = await heldByAnother(file)
  expect(isAbandoned(file)).toBe(false)
  let entered = false
  const mine = withLock(file, 'Provet', async () => {
    entered = true
  })
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(entered).toBe(false)
  const ended = new Promise((resolve) => other.on('close', resolve))
  other.kill('SIGKILL')
  await ended
  const began = Date.now()
  await mine
  expect(entered).toBe(true)
  // A holder that only says nothing is waited for a minute.
  expect(Date.now() - began).toBeLessThan(30_000)
})

test('a program that a killed setup left running is waited for', async () => {
  const file = join(emptyFolder(), 'lås')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, holder(await deadPid(), [process.pid]))
  utimesSync(file, ago(120), ago(120))
  expect(isAbandoned(file)).toBe(false)
})

test('a number that has gone to another process holds no lock that nobody renews', async () => {
  const file = join(emptyFolder(), 'lås')
  writeFileSync(file, holder(process.pid))
  expect(isAbandoned(file)).toBe(false)
  utimesSync(file, ago(120), ago(120))
  expect(isAbandoned(file)).toBe(true)
})

test('a lock from another machine or container counts while it is renewed', () => {
  const file = join(emptyFolder(), 'lås')
  writeFileSync(file, holder(1, [], 'en annan dator'))
  expect(isAbandoned(file)).toBe(false)
  utimesSync(file, ago(120), ago(120))
  expect(isAbandoned(file)).toBe(true)
})

test('an empty lock is a remnant only after a while', () => {
  const file = join(emptyFolder(), 'lås')
  writeFileSync(file, '')
  expect(isAbandoned(file)).toBe(false)
  utimesSync(file, ago(10), ago(10))
  expect(isAbandoned(file)).toBe(true)
})

test('a program that does not end in time is ended, one that does not exist gives a code', async () => {
  const slow = await run(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { limitMs: 300 })
  expect(slow.code).toBe(124)
  expect((await run('detta-program-finns-inte', [])).code).toBe(127)
  expect(await run(process.execPath, ['-e', 'console.log("ö"); process.exit(7)'])).toEqual({ code: 7, output: 'ö\n' })
})
