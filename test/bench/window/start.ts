import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronPath } from '../../../build/electron-path.mjs'
import { electronSwitches } from '../../../build/setup/electron-switches.mjs'
import { out, root } from '../places.ts'

/** Arguments that every window is started with here, ours and the empty one. */
export const switches = () => [...electronSwitches(), '--disable-gpu']
export const electron = () => electronPath(root)

/**
 * Says when what is looked for has been painted: the second frame after it is in the page. Sent as text from the main process, so
 * that no other program takes part in the start that is timed.
 */
const probe = (selector: string) => `
const { app } = require('electron')
const look = ${JSON.stringify(`new Promise(done => {
  const look = () => requestAnimationFrame(() => document.querySelector('${selector}') ? requestAnimationFrame(() => done(Date.now())) : look())
  look()
})`)}
app.on('web-contents-created', (_event, contents) => contents.once('dom-ready', () => contents.executeJavaScript(look).then(at => {
  process.stdout.write('painted ' + at + '\\n', () => app.quit())
})))
`

const empty = `
app.whenReady().then(() => {
  const window = new (require('electron').BrowserWindow)({ width: 1280, height: 860, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => window.show())
  window.loadURL('data:text/html,<p>tomt</p>')
})
app.on('window-all-closed', () => app.quit())
`

/** Writes programs for Electron into a folder: ours with a probe for the lock, and one for the lock when its own code has taken it over; and an empty window with the same probe. */
export function writeStarters(folder: string): { ours: string; alive: string; empty: string } {
  const write = (name: string, script: string) => {
    const place = join(folder, name)
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, 'package.json'), JSON.stringify({ name, main: 'start.cjs' }))
    writeFileSync(join(place, 'start.cjs'), script)
    return place
  }
  const ours = (selector: string) => `${probe(selector)}\nrequire(${JSON.stringify(join(out, 'main.cjs'))})`
  return { ours: write('eget', ours('input[type=password]')), alive: write('svarar', ours('#page input[type=password]')), empty: write('tomt', probe('p') + empty) }
}

/** Milliseconds from the start of the process to the painted page. Throws when it never comes. */
export async function startOnce(program: string, home: string): Promise<number> {
  const started = Date.now()
  const running = spawn(electron(), [...switches(), `--user-data-dir=${join(home, 'webb')}`, program], { cwd: root, env: { ...process.env, SPRANGBRADA_HOME: home }, stdio: ['ignore', 'pipe', 'ignore'] })
  const stop = () => void running.kill('SIGKILL')
  process.once('exit', stop)
  const limit = setTimeout(stop, 60_000)
  let said = ''
  running.stdout.on('data', (chunk: Buffer) => { said += chunk.toString('utf8') })
  await new Promise<void>((resolve, reject) => running.on('error', reject).on('close', () => resolve()))
  clearTimeout(limit)
  process.off('exit', stop)
  const painted = /painted (\d+)/.exec(said)
  if (!painted) throw new Error('fönstret målades aldrig')
  return Number(painted[1]) - started
}
