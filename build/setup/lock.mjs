import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { onRunningChange, running } from './child.mjs'
import { SetupError, say } from './say.mjs'

/** @typedef {{ pid: number, host: string, children: number[] }} Holder */

const heartbeatMs = 2000
// Longer than any pause of a living holder, short enough not to be waited for in vain after a crash in another container.
const silentMs = 60_000
const patienceMs = 20 * 60_000

/**
 * Does the work while no other process on this clone does such work. Waits for a living holder; a lock whose process
 * (and whose programs) are gone is taken over.
 * @template T
 * @param {string} file the lock file
 * @param {string} what told to the one who must wait
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, what, work) {
  mkdirSync(dirname(file), { recursive: true })
  await take(file, what)
  const write = () => writeFileSync(file, describe())
  const forget = onRunningChange(write)
  const beating = setInterval(() => {
    const now = new Date()
    if (existsSync(file)) utimesSync(file, now, now)
  }, heartbeatMs)
  try {
    return await work()
  } finally {
    clearInterval(beating)
    forget()
    rmSync(file, { force: true })
  }
}

/**
 * @param {string} file
 * @param {string} what
 */
async function take(file, what) {
  const until = Date.now() + patienceMs
  for (let told = false; ; ) {
    try {
      writeFileSync(file, describe(), { flag: 'wx' })
      return
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
    if (isAbandoned(file)) {
      remove(file)
      continue
    }
    if (Date.now() > until) throw new SetupError(`${what} pågår fortfarande i en annan process. Avsluta den, eller ta bort filen ${file}, och försök igen.`)
    if (!told) say(`${what} pågår redan i en annan process; väntar på den …`)
    told = true
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** @returns {string} */
const describe = () => JSON.stringify({ pid: process.pid, host: hostname(), children: [...running] })

/**
 * Whether nobody holds the lock any longer: its process and the programs it started are gone, or it has been silent for a minute.
 * @param {string} file
 */
export function isAbandoned(file) {
  try {
    const silence = Date.now() - statSync(file).mtimeMs
    const holder = parse(readFileSync(file, 'utf8'))
    // A lock that is being written is empty for a moment; only one that stays so is a remnant.
    if (holder === undefined) return silence > heartbeatMs
    if (holder.host !== hostname()) return silence > silentMs
    // A program that a killed setup started may still be writing; it sends no sign of life of its own.
    if (holder.children.some(isAlive)) return silence > patienceMs
    // The number may since have gone to another process: then nothing renews the lock.
    return !isAlive(holder.pid) || silence > silentMs
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

/**
 * Two who wait may both see the same remnant: it is moved aside first, and only the one who moved it may go on.
 * @param {string} file
 */
function remove(file) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  if (isAbandoned(aside)) rmSync(aside, { force: true })
  else renameSync(aside, file)
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/**
 * @param {string} text
 * @returns {Holder | undefined}
 */
function parse(text) {
  try {
    const value = JSON.parse(text)
    return Number.isInteger(value.pid) && Array.isArray(value.children) ? value : undefined
  } catch {
    return undefined
  }
}

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? error.code : undefined)
