import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FakeWindow, invoke, nativeTheme, resetElectron } from './fake-electron.ts'

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron)
const { openGate } = await import('../../electron/shell/gate.ts')
const { openSettings } = await import('../../electron/shell/settings.ts')
const { followSettings } = await import('../../electron/shell/look.ts')
const { createTokens } = await import('../../electron/shell/tokens.ts')
const { zoomSteps } = await import('../../electron/shell/zoom.ts')

let folder = ''
const file = () => join(folder, 'installningar.json')
const fresh = { theme: 'system', language: 'sv', zoom: 100, tour: 'new', tourStep: 0, desks: {} }
beforeEach(() => {
  resetElectron()
  folder = mkdtempSync(join(tmpdir(), 'installningar-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('are as the first time when the file is missing or makes no sense', () => {
  expect(openSettings(join(folder, 'saknas')).get()).toEqual(fresh)
  for (const text of ['', '{', 'null', '[]', '7', '"x"', '{"theme":"pink","zoom":1e9,"language":7}', '{"zoom":49}', '{"zoom":100.5}']) {
    writeFileSync(file(), text)
    expect(openSettings(folder).get(), text).toEqual(fresh)
  }
})

it('keep what makes sense beside what does not, and forget what nobody knows', () => {
  writeFileSync(file(), '{"theme":"dark","zoom":9999,"language":"en","secret":"x"}')
  const settings = openSettings(folder)
  expect(settings.get()).toEqual({ ...fresh, theme: 'dark', language: 'en' })
  settings.set({ zoom: 150 })
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ ...fresh, theme: 'dark', language: 'en', zoom: 150 })
})

it('survive a restart, change one at a time and tell of it', () => {
  const settings = openSettings(folder)
  const heard: unknown[] = []
  settings.onChange(now => heard.push(now.theme))
  settings.set({ theme: 'dark' })
  settings.set({ zoom: 200 })
  settings.set({ theme: undefined })
  expect(openSettings(folder).get()).toEqual({ ...fresh, theme: 'dark', zoom: 200 })
  expect(heard).toEqual(['dark', 'dark', 'dark'])
})

it('dress the program at once', () => {
  writeFileSync(file(), '{"theme":"dark"}')
  const settings = openSettings(folder)
  followSettings(settings)
  expect(nativeTheme.themeSource).toBe('dark')
  settings.set({ theme: 'light' })
  expect(nativeTheme.themeSource).toBe('light')
})

it('reach the page through the gate, which lets in nothing else', async () => {
  const window = new FakeWindow({ webPreferences: {} })
  openGate({
    settings: openSettings(folder), tokens: createTokens(), host: { call: () => Promise.reject(new Error('not asked')) }, log: { note: () => undefined, incident: () => 'BC123D' },
    windowOf: id => (id === window.webContents.id ? (window as never) : undefined), print: () => Promise.reject(new Error('not asked')),
  })
  const say = (message: unknown) => invoke('settings', { sender: window.webContents, senderFrame: window.webContents.mainFrame }, message)
  expect(await say({})).toEqual({ ok: true, value: fresh })
  expect(await say({ change: { zoom: 125, theme: 'dark' } })).toEqual({ ok: true, value: { ...fresh, zoom: 125, theme: 'dark' } })
  for (const wrong of [{ change: { zoom: 301 } }, { change: { path: '/x' } }, { change: { theme: 'x' } }, { get: 1 }, null]) expect(await say(wrong)).toMatchObject({ ok: false, fault: { code: 'input-invalid' } })
  expect(await say({})).toMatchObject({ value: { zoom: 125 } })
})

it('zoom in steps between half and three times the size', () => {
  let percent = 100
  const up = [percent]
  while (zoomSteps.in(percent) !== percent) up.push(percent = zoomSteps.in(percent))
  expect(up).toEqual([100, 110, 125, 150, 175, 200, 250, 300])
  while (zoomSteps.out(percent) !== percent) percent = zoomSteps.out(percent)
  expect(percent).toBe(50)
})
