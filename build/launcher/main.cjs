'use strict'
// The registry's Electron runtime comes without Electron's own launcher (default_app), so this file takes its place:
// `electron [switches] [-r FILE]… FOLDER [arguments]`. Playwright passes a file with -r.
const { app, dialog } = require('electron')
const { existsSync, readFileSync, statSync } = require('node:fs')
const { dirname, join, resolve } = require('node:path')
const { pathToFileURL } = require('node:url')

const { preloads, target } = readArguments(process.argv.slice(1))
Object.assign(process, { defaultApp: true })

try {
  const main = describeApp(target)
  for (const file of preloads) require(resolve(file))
  start(main)
} catch (error) {
  fail(error)
}

/** @param {readonly string[]} args */
function readArguments(args) {
  /** @type {string[]} */
  const preloads = []
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? ''
    if (arg === '-r' || arg === '--require') {
      i += 1
      preloads.push(args[i] ?? '')
    } else if (!arg.startsWith('-')) {
      return { preloads, target: resolve(arg) }
    }
  }
  return { preloads, target: undefined }
}

/**
 * Gives the application its own name, version and data folder, as if it had been started by an ordinary Electron.
 * @param {string | undefined} path
 */
function describeApp(path) {
  if (path === undefined || !existsSync(path)) throw new Error(`Programmappen finns inte: ${path ?? '(ingen angiven)'}`)
  if (!statSync(path).isDirectory()) {
    setAppPath(dirname(path))
    return path
  }
  const about = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  const name = about.productName ?? about.name
  if (name !== undefined) {
    app.setName(name)
    if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), name))
  }
  if (about.version !== undefined) setVersion(about.version)
  setAppPath(path)
  return join(path, about.main ?? 'index.js')
}

/** @param {string} path */
function setAppPath(path) {
  if ('setAppPath' in app && typeof app.setAppPath === 'function') app.setAppPath(path)
}

/** @param {string} version */
function setVersion(version) {
  if ('setVersion' in app && typeof app.setVersion === 'function') app.setVersion(version)
}

/** @param {string} main */
function start(main) {
  if (main.endsWith('.mjs')) import(pathToFileURL(main).href).catch(fail)
  else require(main)
}

/** @param {unknown} error */
function fail(error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  if (process.env.DISPLAY === undefined && process.platform === 'linux') process.exit(1)
  dialog.showErrorBox('Programmet kunde inte startas', error instanceof Error ? error.message : String(error))
  process.exit(1)
}
