import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { channels, electron, invoke, prepared, resetElectron, seen } from './fake-electron.ts'

// The same fake for every start, though the modules of the shell are loaded anew.
const fake = await vi.hoisted(() => import('./fake-electron.ts'))
vi.mock('electron', () => fake.electron)
const host = { start: vi.fn(), startReader: vi.fn(), makeRoom: vi.fn(), call: vi.fn(), lock: vi.fn(async () => {}), isOpen: vi.fn(() => true), isBusy: vi.fn(() => false), close: vi.fn(async () => {}) }
let events: { onChanged(change: unknown): void; onLocked(): void } | undefined
vi.mock('../../electron/shell/core-host.ts', () => ({ createCoreHost: (_script: string, _config: unknown, given: typeof events) => ((events = given), host) }))

let home = ''
const before = { uncaught: process.listeners('uncaughtException'), unhandled: process.listeners('unhandledRejection') }
beforeEach(() => {
  resetElectron()
  vi.resetModules()
  vi.clearAllMocks()
  vi.useFakeTimers()
  home = mkdtempSync(join(tmpdir(), 'hem-'))
  process.env['SPRANGBRADA_HOME'] = home
})
afterEach(() => {
  vi.useRealTimers()
  for (const listener of process.listeners('uncaughtException')) if (!before.uncaught.includes(listener)) process.off('uncaughtException', listener)
  for (const listener of process.listeners('unhandledRejection')) if (!before.unhandled.includes(listener)) process.off('unhandledRejection', listener)
  delete process.env['SPRANGBRADA_HOME']
  rmSync(home, { recursive: true, force: true })
})
const start = async () => {
  await import('../../electron/main.ts')
  await vi.advanceTimersByTimeAsync(1)
}
const theWindow = () => {
  const window = seen.windows[0]
  if (window === undefined) throw new Error('no window')
  return window
}

it('sandboxes first, then silences the network and registers its schemes, all before Electron is ready; the window comes last', async () => {
  const getuid = vi.spyOn(process, 'getuid').mockReturnValue(1000)
  await start()
  getuid.mockRestore()
  const order = ['enableSandbox', 'switch host-resolver-rules=MAP * ~NOTFOUND', 'schemes ', 'setPath userData', 'requestSingleInstanceLock', 'whenReady', 'session sprangbrada', 'window', 'load sprangbrada://app/index.html']
  const at = order.map(each => seen.calls.findIndex(call => call.startsWith(each)))
  expect(at).toEqual([...at].sort((a, b) => a - b))
  expect(at[0]).toBe(0)
  expect(channels()).toHaveLength(7)
})

it('gives the page no rights at all and a session that lies in memory', async () => {
  await start()
  const { preload, session, zoomFactor, ...rights } = theWindow().options.webPreferences
  expect(zoomFactor).toBe(1)
  expect(rights).toEqual({
    sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webSecurity: true, webviewTag: false,
    plugins: false, spellcheck: false, safeDialogs: true, disableDialogs: true, navigateOnDragDrop: false, enableWebSQL: false, devTools: true,
  })
  expect(String(preload)).toMatch(/preload\.cjs$/)
  expect(session).toBe(electron.session.fromPartition('sprangbrada'))
  const schemes = JSON.parse(seen.calls.find(call => call.startsWith('schemes '))?.slice('schemes '.length) ?? '[]') as { scheme: string; privileges: object }[]
  expect(schemes.map(each => each.scheme)).toEqual(['sprangbrada', 'sprangbrada-utskrift'])
  for (const { privileges } of schemes) expect(privileges).toMatchObject({ standard: true, secure: true, supportFetchAPI: false })
  expect(JSON.stringify(schemes)).not.toMatch(/bypassCSP|allowServiceWorkers|corsEnabled/)
})

it('has no developer tools when packaged, not even with the variable for development', async () => {
  prepared.packaged = true
  process.env['SPRANGBRADA_DEV'] = '1'
  await start()
  delete process.env['SPRANGBRADA_DEV']
  expect(theWindow().options.webPreferences).toMatchObject({ devTools: false })
  expect(JSON.stringify(seen.menus)).not.toMatch(/reload|toggleDevTools/i)
})

it('shows the window when it is painted, loads the core then, and starts the second worker a little later', async () => {
  await start()
  expect(seen.calls).not.toContain('show')
  expect(host.start).not.toHaveBeenCalled()
  theWindow().emit('ready-to-show')
  expect(seen.calls).toContain('show')
  expect(host.start).toHaveBeenCalledOnce()
  expect(host.startReader).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(host.startReader).toHaveBeenCalledOnce()
})

it('makes room when something is pressed or turned, and for nothing else that the mouse does', async () => {
  await start()
  for (const type of ['mouseMove', 'mouseUp', 'keyUp']) theWindow().webContents.emit('input-event', {}, { type })
  expect(host.makeRoom).not.toHaveBeenCalled()
  for (const type of ['mouseDown', 'rawKeyDown', 'mouseWheel']) theWindow().webContents.emit('input-event', {}, { type })
  expect(host.makeRoom).toHaveBeenCalledTimes(3)
})

it('shows the window once, also when the page never counts as painted', async () => {
  await start()
  theWindow().webContents.emit('did-finish-load')
  await vi.advanceTimersByTimeAsync(1_000)
  theWindow().emit('ready-to-show')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(seen.calls.filter(call => call === 'show')).toHaveLength(1)
  expect(host.start).toHaveBeenCalledOnce()
  expect(host.startReader).toHaveBeenCalledOnce()
})

it('loads the page anew in another language, and only then', async () => {
  await start()
  const say = (change: unknown) => invoke('settings', { sender: theWindow().webContents, senderFrame: theWindow().webContents.mainFrame }, { change })
  await say({ theme: 'dark' })
  expect(seen.calls).not.toContain('reload')
  await say({ language: 'en' })
  await say({ language: 'en' })
  expect(seen.calls.filter(call => call === 'reload')).toHaveLength(1)
})

it('is one program: a second start ends at once, the first comes forward and reads no arguments', async () => {
  prepared.only = false
  await start()
  expect([seen.calls.includes('quit'), seen.windows.length, host.start.mock.calls.length]).toEqual([true, 0, 0])
  resetElectron()
  vi.resetModules()
  await start()
  const hostile = new Proxy([], { get() { throw new Error('arguments were read') } })
  electron.app.emit('second-instance', {}, hostile, hostile, hostile)
  expect(seen.calls.slice(-3)).toEqual(['restore', 'show', 'focus'])
})

it.each(['\\\\server\\profil', '/home/anna/OneDrive - Myndigheten/x', '/Users/anna/Library/Mobile Documents/x', 'relativ'])('says a sentence and ends when its folder would be %s, having made nothing', async place => {
  process.env['SPRANGBRADA_HOME'] = place
  await start()
  expect(seen.errorBoxes[0]?.[1]).toMatch(/nätverksplats|synkroniseras/)
  expect([seen.calls.at(-1), seen.windows.length]).toEqual(['exit 1', 0])
})

it('says a sentence and ends when its folder cannot be made', async () => {
  writeFileSync(join(home, 'fil'), '')
  process.env['SPRANGBRADA_HOME'] = join(home, 'fil', 'under')
  await start()
  expect(seen.errorBoxes[0]?.[1]).toMatch(/kunde inte skapas/)
  expect(seen.calls.at(-1)).toBe('exit 1')
})

it('locks on sleep and on a locked screen at once, and after fifteen idle minutes unless a file is being read in', async () => {
  await start()
  electron.powerMonitor.emit('suspend')
  electron.powerMonitor.emit('lock-screen')
  expect(host.lock).toHaveBeenCalledTimes(2)
  prepared.idleSeconds = 14 * 60
  await vi.advanceTimersByTimeAsync(60_000)
  expect(host.lock).toHaveBeenCalledTimes(2)
  prepared.idleSeconds = 15 * 60
  host.isBusy.mockReturnValue(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(host.lock).toHaveBeenCalledTimes(2)
  host.isBusy.mockReturnValue(false)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(host.lock).toHaveBeenCalledTimes(3)
})

it('warns a minute before the store’s own time is out, takes it back when somebody works, and warns of a single minute at its half', async () => {
  await start()
  host.call.mockResolvedValue({ ok: true, value: { open: { idleMinutes: 5 } } })
  events?.onChanged({ what: 'store' })
  const said = () => theWindow().webContents.sent.flatMap(([channel, value]) => (channel === 'command' ? [value] : []))
  const idle = async (seconds: number) => {
    prepared.idleSeconds = seconds
    await vi.advanceTimersByTimeAsync(3_000)
  }
  await idle(239)
  expect(said()).toEqual([])
  await idle(240)
  expect([said(), host.lock.mock.calls.length]).toEqual([['idle-warning'], 0])
  await idle(0)
  expect(said()).toEqual(['idle-warning', 'idle-over'])
  await idle(300)
  expect([said().length, host.lock.mock.calls.length]).toEqual([3, 1])
  host.call.mockResolvedValue({ ok: true, value: { open: { idleMinutes: 1 } } })
  events?.onChanged({ what: 'store' })
  await idle(29)
  await idle(30)
  expect([said(), host.lock.mock.calls.length]).toEqual([['idle-warning', 'idle-over', 'idle-warning', 'idle-over', 'idle-warning'], 1])
})

it('tells its windows what changed and that it is locked', async () => {
  await start()
  events?.onChanged({ what: 'cases' })
  events?.onLocked()
  expect(theWindow().webContents.sent).toEqual([['changed', { what: 'cases' }], ['command', 'locked']])
})

it('closes the core before it ends, and ends even when the core does not', async () => {
  await start()
  host.close.mockReturnValue(new Promise(() => {}))
  let stopped = 0
  electron.app.emit('window-all-closed')
  electron.app.emit('will-quit', { preventDefault: () => (stopped += 1) })
  expect([stopped, host.close.mock.calls.length]).toEqual([1, 1])
  await vi.advanceTimersByTimeAsync(5_100)
  electron.app.emit('will-quit', { preventDefault: () => (stopped += 1) })
  expect(stopped).toBe(1)
  expect(seen.calls.filter(call => call === 'quit')).toHaveLength(2)
})

it('locks, and opens the page anew once, when the page dies; keeps how the window was left', async () => {
  await start()
  const window = theWindow()
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
  expect(host.lock).toHaveBeenCalledOnce()
  expect(seen.calls.filter(call => call.startsWith('load'))).toHaveLength(2)
  window.emit('close')
  expect(readdirSync(home)).toEqual(expect.arrayContaining(['fonster.json', 'logg.txt']))
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
  expect(window.destroyed).toBe(true)
})
