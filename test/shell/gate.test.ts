import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { operations, type OperationName } from '../../shared/contract/operations.ts'
import type { Result } from '../../shared/fault.ts'
import { FakeWindow, channels, invoke, prepared, resetElectron } from './fake-electron.ts'

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron)
const { openGate, tokenPurpose } = await import('../../electron/shell/gate.ts')
const { openSettings } = await import('../../electron/shell/settings.ts')
const { createTokens } = await import('../../electron/shell/tokens.ts')

const notes: string[] = []
const calls: { name: OperationName; input: unknown; signal: AbortSignal | undefined }[] = []
let answer: Result<unknown> | Error = { ok: true, value: 'svar' }
let hold: Promise<void> = Promise.resolve()
let tell: ((step: string, done: number, total: number | null) => void) | undefined
let window: FakeWindow
let other: FakeWindow
let printed: Uint8Array[] = []
let folder = ''

beforeEach(() => {
  resetElectron()
  notes.length = 0
  calls.length = 0
  printed = []
  answer = { ok: true, value: 'svar' }
  hold = Promise.resolve()
  folder = mkdtempSync(join(tmpdir(), 'grind-'))
  prepared.paths['documents'] = folder
  const make = () => new FakeWindow({ webPreferences: {} })
  window = make()
  other = make()
  const known = new Map([window, other].map(each => [each.webContents.id, each]))
  openGate({
    tokens: createTokens(),
    host: {
      async call(name, input, options) {
        calls.push({ name, input, signal: options?.signal })
        tell = options?.onProgress
        await hold
        if (answer instanceof Error) throw answer
        return answer
      },
    },
    log: { note: (code, where) => void notes.push(`${code} ${where}`), incident: (kind, where) => (notes.push(`incident ${kind} ${where}`), 'BC123D') },
    windowOf: id => known.get(id) as never,
    print: async pdf => (printed.push(pdf), { ok: true, value: null }),
    settings: openSettings(folder),
  })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const from = (sender: FakeWindow) => ({ sender: sender.webContents, senderFrame: sender.webContents.mainFrame })
const say = (channel: string, message: unknown, sender = window) => invoke(channel, from(sender), message)
const call = (name: string, input: unknown, sender = window) => say('call', { name, input }, sender)
const fault = (code: string, params: object = {}) => ({ ok: false, fault: { code, params } })

describe('who may speak', () => {
  const subframe = { url: 'sprangbrada://app/index.html', parent: {} }
  const urls = ['', 'about:blank', 'file:///index.html', 'https://app/index.html', 'sprangbrada://annan/index.html', 'sprangbrada://app@annan/', 'sprangbrada-utskrift://fil/x', 'data:text/html,x', 'sprangbradax://app/']
  const events: [string, () => unknown][] = [
    ['a page that is no window of ours', () => ({ sender: new FakeWindow({ webPreferences: {} }).webContents, senderFrame: undefined })],
    ['a foreign window on our address', () => from(new FakeWindow({ webPreferences: {} }))],
    ['a frame within the page', () => ({ sender: window.webContents, senderFrame: subframe })],
    ['a frame that is gone', () => ({ sender: window.webContents, senderFrame: null })],
    ['the top frame of another window', () => ({ sender: window.webContents, senderFrame: other.webContents.mainFrame })],
    ...urls.map((url): [string, () => unknown] => [`our window showing "${url}"`, () => {
      window.webContents.mainFrame.url = url
      return from(window)
    }]),
  ]
  it.each(events)('refuses %s on every channel and notes it', async (_name, event) => {
    const sent = event()
    for (const channel of channels()) expect(await invoke(channel, sent, { name: 'store.status', input: {} })).toEqual(fault('sender-refused'))
    expect(notes).toEqual(channels().map(channel => `sender-refused ${channel}`))
    expect(calls).toEqual([])
  })

  it('has exactly the channels of the bridge', () => {
    expect(channels()).toEqual(['call', 'cancel', 'choose-files', 'choose-target', 'drop-files', 'print', 'settings'])
  })
})

describe('what may be said', () => {
  it.each(['nope', '', '__proto__', 'constructor', 'toString', 'store', 'store.status ', 'STORE.STATUS'])('does not know the operation "%s"', async name => {
    expect(await call(name, {})).toEqual(fault('operation-unknown'))
  })

  const hostile: [string, unknown][] = [
    ['an extra key', { id: 1, extra: true }],
    ['a prototype key', JSON.parse('{"id":1,"__proto__":{"admin":true}}') as unknown],
    ['a constructor key', { id: 1, constructor: { prototype: {} } }],
    ['a wrong type', { id: '1' }],
    ['a number that is no id', { id: -1 }],
    ['nothing', undefined],
    ['a list', [1]],
    ['text', 'id'],
    ['not a number', { id: Number.NaN }],
  ]
  it.each(hostile)('refuses %s in the input', async (_name, input) => {
    expect(await call('screening.open', input)).toMatchObject({ ok: false, fault: { code: 'input-invalid' } })
    expect(calls).toEqual([])
  })

  it('names the field only when it is the contract\'s own', async () => {
    expect(await call('screening.open', { id: 'Anna' })).toEqual(fault('input-invalid', { field: 'id' }))
    expect(await call('screening.open', { id: 1, '19900101-1234': 1 })).toEqual(fault('input-invalid'))
  })

  it.each([
    ['an extra key beside the call', { name: 'store.status', input: {}, more: 1 }],
    ['a call number that is too long', { name: 'store.status', input: {}, callId: 'x'.repeat(65) }],
    ['no message', undefined],
    ['more than a megabyte', { name: 'screening.open', input: { id: 1, reason: 'x'.repeat(600_000) } }],
    ['more than a megabyte of bytes', { name: 'screening.open', input: { id: new Uint8Array(1_100_000) } }],
    ['nesting without end', { name: 'screening.open', input: JSON.parse('['.repeat(500) + ']'.repeat(500)) as unknown }],
  ])('refuses %s', async (_name, message) => {
    expect(await say('call', message)).toEqual(fault('input-invalid'))
  })

  it('refuses more than one message at a time', async () => {
    expect(await invoke('call', from(window), { name: 'store.status', input: {} }, 1)).toEqual(fault('input-invalid'))
  })

  it('fills in what may be left out before the core sees it', async () => {
    await call('screening.list', { intakeId: 3 })
    expect(calls[0]?.input).toMatchObject({ intakeId: 3, lights: [], sort: 'name', limit: 100 })
  })
})

describe('files', () => {
  const chooseFile = async (sender = window) => {
    prepared.open = { canceled: false, filePaths: [join(folder, 'åäö é "1".csv')] }
    const result = (await say('choose-files', { purpose: 'intake' }, sender)) as Result<{ token: string; name: string }[]>
    return result.ok ? (result.value[0] ?? { token: '', name: '' }) : { token: '', name: '' }
  }
  const chooseTarget = async (purpose: string) => {
    prepared.save = { canceled: false, filePath: join(folder, 'ut.csv') }
    const result = (await say('choose-target', { purpose, suggestedName: 'ljus' })) as Result<{ token: string } | null>
    return result.ok ? (result.value?.token ?? '') : ''
  }

  it('knows for every operation with files what its tokens stand for', () => {
    const withFiles = Object.entries(operations).filter(([, spec]) => spec.paths.length > 0).map(([name]) => name)
    expect(Object.keys(tokenPurpose).sort()).toEqual(withFiles.sort())
  })

  it('gives the page a token and a name, the core the path, as often as the window asks', async () => {
    const { token, name } = await chooseFile()
    expect(name).toBe('åäö é "1".csv')
    expect(token).toMatch(/^[0-9a-f]{32}$/)
    for (const operation of ['intake.preview', 'intake.takeIn']) expect(await call(operation, { intakeId: 1, files: [token] })).toEqual({ ok: true, value: 'svar' })
    expect(calls.map(each => each.input)).toEqual(Array(2).fill({ intakeId: 1, files: [join(folder, 'åäö é "1".csv')], plans: [] }))
  })

  it.each(['/etc/passwd', 'C:\\Windows\\win.ini', '\\\\server\\share\\x', '0'.repeat(32), '__proto__'])('refuses "%s", which no dialog gave', async path => {
    expect(await call('intake.preview', { intakeId: 1, files: [path] })).toEqual(fault('token-unknown'))
    expect(await call('backup.restore', { path, secret: 'x' })).toEqual(fault('token-unknown'))
    expect(calls).toEqual([])
  })

  it('refuses all files when one of them is unknown', async () => {
    const { token } = await chooseFile()
    expect(await call('intake.takeIn', { intakeId: 1, files: [token, 'x'] })).toEqual(fault('token-unknown'))
  })

  it('takes tokens inside plans as it takes the others, each for what it was given for', async () => {
    const { token } = await chooseFile()
    const path = join(folder, 'åäö é "1".csv')
    const plan = { file: token, headerRow: 2 }
    expect(await call('intake.preview', { intakeId: 1, files: [token], plans: [plan] })).toEqual({ ok: true, value: 'svar' })
    expect(await call('intake.inspect', { intakeId: 1, plans: [plan, { file: token }] })).toEqual({ ok: true, value: 'svar' })
    const target = await chooseTarget('problems')
    expect(await call('intake.saveProblems', { intakeId: 1, plan, path: target })).toEqual({ ok: true, value: 'svar' })
    expect(calls.map(each => each.input)).toEqual([
      { intakeId: 1, files: [path], plans: [{ file: path, headerRow: 2 }] }, { intakeId: 1, plans: [{ file: path, headerRow: 2 }, { file: path }] },
      { intakeId: 1, plan: { file: path, headerRow: 2 }, path: join(folder, 'ut.csv'), only: 'all' },
    ])
    calls.length = 0
    for (const plans of [[{ file: path }], [plan, { file: 'x' }], [{ file: target }]]) expect(await call('intake.preview', { intakeId: 1, files: [token], plans })).toEqual(fault('token-unknown'))
    const again = await chooseTarget('problems')
    for (const input of [{ plan: { file: again }, path: token }, { plan: { file: token }, path: token }, { plan: { file: path }, path: again }]) {
      expect(await call('intake.saveProblems', { intakeId: 1, ...input })).toEqual(fault('token-unknown'))
    }
    expect(calls).toEqual([])
  })

  it('refuses the token of another window', async () => {
    const { token } = await chooseFile(other)
    expect(await call('intake.preview', { intakeId: 1, files: [token] })).toEqual(fault('token-unknown'))
  })

  it('lets a chosen target be written once, and only by what it was chosen for', async () => {
    const token = await chooseTarget('lights')
    expect(await call('documents.save', { decisionId: 1, path: token })).toEqual(fault('token-unknown'))
    expect(await call('intake.preview', { intakeId: 1, files: [token] })).toEqual(fault('token-unknown'))
    expect(await call('intake.exportLights', { intakeId: 1, path: token })).toEqual({ ok: true, value: 'svar' })
    expect(await call('intake.exportLights', { intakeId: 1, path: token })).toEqual(fault('token-unknown'))
  })

  it('never lets a file chosen for reading be written to', async () => {
    const { token } = await chooseFile()
    expect(await call('backup.create', { path: token })).toEqual(fault('token-unknown'))
  })

  it('turns dropped files into tokens, but not folders, missing files or relative paths', async () => {
    writeFileSync(join(folder, 'a.csv'), 'x')
    expect(await say('drop-files', { paths: [join(folder, 'a.csv')] })).toMatchObject({ ok: true, value: [{ name: 'a.csv' }] })
    expect(await say('drop-files', { paths: [folder] })).toMatchObject({ ok: false, fault: { code: 'file-unreadable' } })
    expect(await say('drop-files', { paths: [join(folder, 'b.csv')] })).toEqual(fault('file-missing', { file: 'b.csv' }))
    expect(await say('drop-files', { paths: ['a.csv'] })).toEqual(fault('file-missing', { file: 'a.csv' }))
    expect(await say('drop-files', { paths: [''] })).toEqual(fault('file-missing'))
  })

  it('gives nothing when the dialog is closed', async () => {
    expect(await say('choose-files', { purpose: 'backup' })).toEqual({ ok: true, value: [] })
    expect(await say('choose-target', { purpose: 'form', suggestedName: 'x' })).toEqual({ ok: true, value: null })
    expect(await say('choose-target', { purpose: 'anything', suggestedName: 'x' })).toEqual(fault('input-invalid'))
  })
})

describe('long operations', () => {
  it('sends progress to the window that asked and cancels by its number only', async () => {
    let release = () => {}
    hold = new Promise(resolve => (release = resolve))
    const running = say('call', { name: 'store.createSample', input: {}, callId: 'a' })
    await vi.waitFor(() => expect(calls).toHaveLength(1))
    tell?.('rader', 1, 10)
    expect(window.webContents.sent).toEqual([['progress', { callId: 'a', step: 'rader', done: 1, total: 10 }]])
    expect(other.webContents.sent).toEqual([])
    await say('cancel', { callId: 'a' }, other)
    await say('cancel', { callId: 'b' })
    expect(calls[0]?.signal?.aborted).toBe(false)
    expect(await say('call', { name: 'store.createSample', input: {}, callId: 'a' })).toEqual(fault('input-invalid', { field: 'callId' }))
    await say('cancel', { callId: 'a' })
    expect(calls[0]?.signal?.aborted).toBe(true)
    release()
    await running
  })
})

describe('what comes back', () => {
  it('is a number, not a message, when something breaks', async () => {
    answer = new TypeError("no such column: 'Anna Öberg' at /home/x/lager.db")
    expect(await call('store.status', {})).toEqual(fault('internal', { incident: 'BC123D' }))
    expect(notes).toEqual(['incident TypeError call'])
  })

  it('lets bytes through as they are', async () => {
    answer = { ok: true, value: new Uint8Array([1, 2, 3]) }
    expect(await call('documents.form', { decisionId: 1 })).toEqual(answer)
  })
})

describe('printing', () => {
  it('takes a PDF larger than other messages may be, and nothing that is no PDF', async () => {
    const pdf = new Uint8Array(2_000_000)
    pdf.set([0x25, 0x50, 0x44, 0x46, 0x2d])
    expect(await say('print', { pdf })).toEqual({ ok: true, value: null })
    expect(printed[0] === pdf).toBe(true)
    const huge = new Uint8Array(51_000_000)
    huge.set([0x25, 0x50, 0x44, 0x46, 0x2d])
    for (const wrong of [new Uint8Array(10), 'JVBERi0=', null, huge]) expect(await say('print', { pdf: wrong })).toEqual(fault('input-invalid'))
    expect(printed).toHaveLength(1)
  })
})
