import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'

/** @typedef {{ code: number, output: string }} Outcome */

/** @type {Set<number>} processes of ours that run right now; the setup lock writes them down */
export const running = new Set()
/** @type {Set<() => void>} */
const listeners = new Set()

/** @param {() => void} listener told each time that a process starts or ends */
export function onRunningChange(listener) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Runs a program to its end and gathers what it writes. Never throws: a program that cannot be started gives code 127.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, limitMs?: number, shell?: boolean }} [options] limitMs: killed after that time, code 124
 * @returns {Promise<Outcome>}
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd: options.cwd,
      env: options.env ?? process.env,
      shell: options.shell ?? false,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const pid = child.pid
    let output = ''
    let late = false
    const gather = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk.toString()).slice(-200_000)
    }
    const limit = options.limitMs
    const timer =
      limit === undefined
        ? undefined
        : setTimeout(() => {
            late = true
            child.kill('SIGKILL')
          }, limit)
    const tell = () => listeners.forEach((listener) => listener())
    if (pid !== undefined) running.add(pid)
    tell()
    const end = (/** @type {number} */ code) => {
      clearTimeout(timer)
      if (pid !== undefined) running.delete(pid)
      tell()
      resolve({ code, output })
    }
    child.stdout.on('data', gather)
    child.stderr.on('data', gather)
    child.on('error', (error) => {
      output += error.message
      end(127)
    })
    child.on('close', (code) => end(late ? 124 : (code ?? 1)))
  })
}

/**
 * Runs a program with the user's own terminal, passes signals on, and gives its exit code (128 + signal number style: 130 for Ctrl+C).
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>}
 */
export function runInTerminal(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { cwd: options.cwd, env: options.env ?? process.env, stdio: 'inherit' })
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    const pass = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal)
    signals.forEach((signal) => process.on(signal, pass))
    const end = () => signals.forEach((signal) => process.off(signal, pass))
    child.on('error', (error) => {
      end()
      reject(error)
    })
    child.on('close', (code, signal) => {
      end()
      resolve(code ?? { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[String(signal)] ?? 1)
    })
  })
}

/**
 * Runs the npm that belongs to this Node (or that started us), without a shell where one can be avoided.
 * @param {readonly string[]} args
 * @param {{ cwd: string }} options
 */
export function npm(args, options) {
  const beside = dirname(process.execPath)
  const given = process.env.npm_execpath
  const script = [
    given !== undefined && basename(given) === 'npm-cli.js' ? given : undefined,
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((path) => path !== undefined && existsSync(path))
  if (script !== undefined) return run(process.execPath, [script, ...args], options)
  const windows = process.platform === 'win32'
  return run(windows ? 'npm.cmd' : 'npm', args, { ...options, shell: windows })
}

/**
 * Whether a program of this name can be run from PATH.
 * @param {string} name
 */
export function hasProgram(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : ['']
  return (process.env.PATH ?? '').split(delimiter).some((folder) =>
    endings.some((ending) => {
      try {
        accessSync(join(folder, name + ending), constants.X_OK)
        return folder !== ''
      } catch {
        return false
      }
    }),
  )
}

/**
 * The last lines of a program's output, for an error text.
 * @param {string} output
 * @param {number} [count]
 */
export const lastLines = (output, count = 12) => output.trimEnd().split(/\r?\n/).slice(-count).join('\n')
