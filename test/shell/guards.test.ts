import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type FakeSession, FakeWindow, electron, resetElectron, seen } from './fake-electron.ts'

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron)
const { guardContents } = await import('../../electron/shell/guards.ts')
const { hardenSessions, mayRequest } = await import('../../electron/shell/hardening.ts')

const notes: string[] = []
beforeEach(() => {
  resetElectron()
  notes.length = 0
  guardContents(code => void notes.push(code))
  hardenSessions(false)
})

describe('every page, from its first moment', () => {
  const event = (more: object = {}) => ({ stopped: false, preventDefault() { this.stopped = true }, ...more })

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('is stopped at %s', name => {
    const { webContents } = new FakeWindow({ webPreferences: {} })
    for (const url of ['https://exempel.se/', 'file:///C:/x', 'javascript:alert(1)', 'sprangbrada://app/index.html', 'sprangbrada://annan/']) {
      const attempt = event({ url, isMainFrame: true })
      webContents.emit(name, attempt)
      expect(attempt.stopped).toBe(true)
    }
    expect(notes).toHaveLength(5)
  })

  it('opens no window, whatever is asked for', () => {
    const { webContents } = new FakeWindow({ webPreferences: {} })
    expect(webContents.openHandler({ url: 'https://exempel.se' })).toEqual({ action: 'deny' })
    expect(webContents.openHandler({ url: 'sprangbrada://app/index.html' })).toEqual({ action: 'deny' })
  })

  it('lets only a print window\'s viewer fill a frame, with its own file', () => {
    const print = new FakeWindow({ webPreferences: { session: electron.session.defaultSession } }).webContents
    const page = new FakeWindow({ webPreferences: { session: electron.session.fromPartition('sprangbrada') } }).webContents
    const tries: [typeof print, object, boolean][] = [
      [print, { url: 'sprangbrada-utskrift://fil/a/Blankett.pdf', isMainFrame: false }, false],
      [print, { url: 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/a', isMainFrame: false }, false],
      [print, { url: 'sprangbrada-utskrift://fil/a/Blankett.pdf', isMainFrame: true }, true],
      [print, { url: 'chrome-extension://annan/a', isMainFrame: false }, true],
      [print, { url: 'https://exempel.se/', isMainFrame: false }, true],
      [page, { url: 'sprangbrada-utskrift://fil/a/Blankett.pdf', isMainFrame: false }, true],
    ]
    for (const [contents, more, stopped] of tries) {
      const attempt = event(more)
      contents.emit('will-frame-navigate', attempt)
      expect(attempt.stopped).toBe(stopped)
    }
  })
})

describe('every session, from its first moment', () => {
  const permissions = [
    'clipboard-read', 'clipboard-sanitized-write', 'display-capture', 'fullscreen', 'geolocation', 'idle-detection', 'media', 'mediaKeySystem', 'midi', 'midiSysex',
    'notifications', 'pointerLock', 'keyboardLock', 'openExternal', 'speaker-selection', 'storage-access', 'top-level-storage-access', 'window-management', 'fileSystem', 'hid', 'serial', 'usb', 'unknown',
  ]
  it.each(permissions)('refuses the permission %s, asked or looked up', permission => {
    const { handlers } = electron.session.fromPartition('x')
    const replies: unknown[] = []
    handlers['permission']?.({}, permission, (reply: unknown) => replies.push(reply))
    expect([replies, handlers['check']?.({}, permission)]).toEqual([[false], false])
  })

  it('has no devices, screens, downloads or dictionaries', () => {
    const session: FakeSession = electron.session.fromPartition('x')
    const replies: unknown[] = []
    const reply = (...args: unknown[]) => void replies.push(args[0])
    const event = { stopped: 0, preventDefault() { this.stopped += 1 } }
    expect(session.handlers['device']?.({})).toBe(false)
    expect(session.handlers['usb']?.({ protectedClasses: ['audio'] })).toEqual(['audio'])
    session.handlers['bluetooth']?.({}, reply)
    session.handlers['display']?.({}, reply)
    session.emit('select-hid-device', event, {}, reply)
    session.emit('select-serial-port', event, [], {}, reply)
    session.emit('select-usb-device', event, {}, reply)
    session.emit('will-download', event)
    expect(replies).toEqual([{ confirmed: false }, {}, null, '', undefined])
    expect(event.stopped).toBe(4)
    expect(seen.calls).toContain('spellchecker false')
  })

  const foreign = [
    'http://exempel.se/', 'https://exempel.se/', 'ws://exempel.se/', 'wss://exempel.se/', 'ftp://exempel.se/', 'file:///etc/passwd', 'file://server/share', 'data:text/html,x', 'blob:https://x/1',
    'chrome://version', 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html', 'sprangbrada://annan/x.js', 'sprangbrada-utskrift://fil/x', 'devtools://devtools/x', 'https://redirector.gvt1.com/edgedl/chrome/dict/sv-SE.bdic', '',
  ]
  it.each(foreign)('lets no request go to "%s"', url => {
    const replies: unknown[] = []
    electron.session.fromPartition('x').handlers['request']?.({ url }, (reply: unknown) => replies.push(reply))
    expect(replies).toEqual([{ cancel: true }])
  })

  it('lets the page have its own files, and developer tools theirs while developing only', () => {
    expect(mayRequest('sprangbrada://app/main.js', false)).toBe(true)
    expect(mayRequest('devtools://devtools/bundled/x.js', true)).toBe(true)
    expect(mayRequest('devtools://annan/x.js', true)).toBe(false)
  })
})
