import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeContents, FakeWindow, electron, exposed, invoked, prepared, resetElectron, seen } from './fake-electron.ts'

const fake = await vi.hoisted(() => import('./fake-electron.ts'))
vi.mock('electron', () => fake.electron)
const { menuTemplate } = await import('../../electron/shell/menu.ts')
const { openSettings } = await import('../../electron/shell/settings.ts')
const { createPrinting } = await import('../../electron/shell/printing.ts')

beforeEach(() => {
  resetElectron()
  vi.useRealTimers()
})

describe('what the page is given', () => {
  type Bridge = Record<string, (...args: unknown[]) => unknown>
  const bridge = async (): Promise<Bridge> => {
    vi.resetModules()
    await import('../../electron/preload.ts')
    return exposed['sprangbrada'] as Bridge
  }

  it('is exactly the contract, under one name', async () => {
    const api = await bridge()
    expect(Object.keys(exposed)).toEqual(['sprangbrada'])
    expect(Object.keys(api).sort()).toEqual(['call', 'cancel', 'chooseFiles', 'chooseTarget', 'dropFiles', 'onChanged', 'onCommand', 'onProgress', 'print', 'settings'])
  })

  it('passes values, never the event, and stops when asked', async () => {
    const api = await bridge()
    const heard: unknown[][] = []
    const stop = api['onProgress']?.((...args: unknown[]) => heard.push(args)) as () => void
    electron.app.emit('page progress', { sender: 'ipcRenderer' }, { done: 1 })
    stop()
    electron.app.emit('page progress', {}, { done: 2 })
    expect(heard).toEqual([[{ done: 1 }]])
  })

  it('sends dropped files by their paths, which only the system knows', async () => {
    const api = await bridge()
    invoked.length = 0
    await api['dropFiles']?.([{ name: 'å.csv', path: '/etc/passwd' }])
    await api['call']?.('store.status', {})
    expect(invoked).toEqual([['drop-files', { paths: ['/valda/å.csv'] }], ['call', { name: 'store.status', input: {} }]])
  })
})

describe('the menu', () => {
  const settings = openSettings(join(tmpdir(), 'finns-inte', 'alls'))
  type Item = { label?: string; role?: string; accelerator?: string; submenu?: Item[]; click?: () => void }
  const flat = (items: Item[]): Item[] => items.flatMap(item => [item, ...flat(item.submenu ?? [])])
  const items = (dev: boolean, windows: FakeWindow[] = []) => flat(menuTemplate(() => windows as never, dev, settings, () => undefined) as Item[])

  it('is Swedish and has no way to reload or to reach developer tools', () => {
    expect((menuTemplate(() => [], false, settings, () => undefined) as Item[]).map(item => item.label)).toEqual(['Arkiv', 'Redigera', 'Visa', 'Ärende', 'Hjälp'])
    expect(items(false).filter(item => item.role !== undefined && item.label === undefined)).toEqual([])
    expect(items(false).filter(item => /reload|devtools/i.test(item.role ?? ''))).toEqual([])
    expect(items(true).some(item => item.role === 'toggleDevTools')).toBe(true)
  })

  it('is in the language that is chosen, which names itself in both', () => {
    settings.set({ language: 'en' })
    expect((menuTemplate(() => [], false, settings, () => undefined) as Item[]).map(item => item.label)).toEqual(['File', 'Edit', 'View', 'Case', 'Help'])
    const languages = (items(false).find(item => item.label === 'Language / Språk')?.submenu ?? []) as (Item & { checked?: boolean })[]
    expect(languages.map(item => [item.label, item.checked])).toEqual([['Svenska', false], ['English', true]])
    languages[0]?.click?.()
    expect((menuTemplate(() => [], false, settings, () => undefined) as Item[])[0]?.label).toBe('Arkiv')
  })

  it('marks the look that is chosen, wherever it was chosen', () => {
    settings.set({ theme: 'dark' })
    const looks = () => (items(false).find(item => item.label === 'Utseende')?.submenu ?? []) as (Item & { checked?: boolean })[]
    expect(looks().map(item => [item.label, item.checked])).toEqual([['Ljust', false], ['Mörkt', true], ['Som systemet', false]])
    looks()[0]?.click?.()
    expect([settings.get().theme, looks()[0]?.checked]).toEqual(['light', true])
  })

  it('gives no key to two things', () => {
    const keys = items(true).flatMap(item => item.accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('sends the contract\'s commands to the page and keeps zoom within bounds', () => {
    const window = new FakeWindow({ webPreferences: {} })
    for (const item of items(false, [window])) if (/lås$|kopiera …|lösenfras|intag|sök|kortkommandon/i.test(item.label ?? '')) item.click?.()
    expect(window.webContents.sent.map(([, name]) => name)).toEqual(['intakes', 'backup', 'passphrase', 'lock', 'search', 'find', 'shortcuts'])
    const press = (label: string, times: number) => { for (let time = 0; time < times; time += 1) items(false, [window]).find(item => item.label === label)?.click?.() }
    press('Större text', 30)
    expect(settings.get().zoom).toBe(300)
    press('Mindre text', 30)
    expect(settings.get().zoom).toBe(50)
    press('Normal storlek', 1)
    expect(settings.get().zoom).toBe(100)
  })
})

describe('printing', () => {
  const pdf = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])
  const served = () => electron.session.defaultSession.served.get('sprangbrada-utskrift')
  const contents = (at = 0): FakeContents => seen.windows[at]?.webContents ?? new FakeContents()

  it('says when there is no printer, and leaves nothing', async () => {
    expect(await createPrinting().print(pdf)).toEqual({ ok: false, fault: { code: 'no-printer', params: {} } })
    expect(seen.windows.every(window => window.destroyed)).toBe(true)
  })

  it('shows the system\'s dialog for exactly the given file, in a window of its own, and forgets the file', async () => {
    prepared.printers = [{ name: 'Skrivare' }]
    const result = createPrinting().print(pdf)
    await vi.waitFor(() => expect(contents().printed).toHaveLength(1), 30_000)
    const { webPreferences, show } = seen.windows[0]?.options ?? {}
    expect([show, webPreferences?.['plugins'], webPreferences?.['sandbox'], webPreferences?.['contextIsolation'], webPreferences?.['preload']]).toEqual([false, true, true, true, undefined])
    expect(seen.calls).toContain('print silent=false')
    const url = contents().getURL()
    expect(url).toMatch(/^sprangbrada-utskrift:\/\/fil\/[0-9a-f]{32}\/Blankett\.pdf$/)
    expect((served()?.({ method: 'GET', url }) as Response).status).toBe(404)
    contents().printed[0]?.(true)
    expect(await result).toEqual({ ok: true, value: null })
    expect(seen.windows[0]?.destroyed).toBe(true)
  })

  it.each([['Print job canceled', { ok: true, value: null }], ['Print job failed', { ok: false, fault: { code: 'print-failed', params: {} } }]])('answers "%s"', async (reason, answer) => {
    prepared.printers = [{ name: 'Skrivare' }]
    const result = createPrinting().print(pdf)
    await vi.waitFor(() => expect(contents().printed).toHaveLength(1), 30_000)
    contents().printed[0]?.(false, reason)
    expect(await result).toEqual(answer)
  })

  it('does not wait for a dialog that says nothing, and closes it when the store is locked', async () => {
    prepared.printers = [{ name: 'Skrivare' }]
    const printing = createPrinting()
    expect(await printing.print(pdf)).toEqual({ ok: true, value: null })
    expect(seen.windows[0]?.destroyed).toBe(false)
    printing.forget()
    expect(seen.windows[0]?.destroyed).toBe(true)
  })

  it('loads nothing but the file and the viewer', async () => {
    await createPrinting().print(pdf)
    const replies: unknown[] = []
    for (const url of ['https://exempel.se/', 'file:///x', 'sprangbrada://app/main.js', 'chrome-extension://annan/x', 'sprangbrada-utskrift://fil/x', 'chrome://resources/x.js']) {
      electron.session.defaultSession.handlers['request']?.({ url }, (reply: { cancel: boolean }) => replies.push(reply.cancel))
    }
    expect(replies).toEqual([true, true, true, true, false, false])
  })
})
