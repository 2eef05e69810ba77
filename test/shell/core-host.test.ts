import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Changed } from '../../shared/contract/bridge.ts'
import type { OperationName } from '../../shared/contract/operations.ts'
import { unseal } from '../../shared/contract/wire.ts'
import { createCoreHost, type CoreHost } from '../../electron/shell/core-host.ts'

let folder = ''
let host: CoreHost
let defects: string[] = []
let locked = 0
let changes: Changed[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'arbetare-'))
  buildSync({ entryPoints: ['test/shell/fixture-worker.ts'], outfile: join(folder, 'worker.cjs'), bundle: true, platform: 'node', format: 'cjs', target: 'node20' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  defects = []
  changes = []
  locked = 0
  host = createCoreHost(join(folder, 'worker.cjs'), { folder, assets: folder }, {
    onChanged: change => void changes.push(change),
    onLocked: () => (locked += 1),
    onDefect: (kind, where) => `nr ${defects.push(`${kind}: ${where}`)}`,
  })
  host.start()
})
afterEach(() => {
  delete process.env['FIXTURE_DEAD']
  return host.close(2_000)
})

const call = async (...asked: Parameters<CoreHost['call']>) => unseal(await host.call(...asked))
const list = (text = '') => call('screening.list', { intakeId: 1, text })
const unlock = () => call('store.unlock', { profile: 'work', passphrase: 'x' })
const key = Array<number>(32).fill(9)

it('lets the writer answer until a store is open, then the reader reads and the writer writes', async () => {
  expect(await call('store.status', {})).toMatchObject({ value: { role: 'writer', key: null } })
  expect(host.isOpen()).toBe(false)
  expect(await unlock()).toMatchObject({ ok: true })
  expect(host.isOpen()).toBe(true)
  for (const name of ['store.status', 'screening.list', 'documents.form'] satisfies OperationName[]) expect(await call(name, {})).toMatchObject({ value: { role: 'reader', key, by: 5 } })
  for (const name of ['intake.create', 'journal.verify', 'screening.establish'] satisfies OperationName[]) expect(await call(name, {})).toMatchObject({ value: { role: 'writer', key } })
})

it('answers reads while a long write runs, tells its progress, and cancels it', async () => {
  await unlock()
  const stop = new AbortController()
  const steps: number[] = []
  const long = call('store.createSample', {}, { signal: stop.signal, onProgress: (_step, done) => void steps.push(done) })
  await vi.waitFor(() => expect(steps.length).toBeGreaterThan(1), 30_000)
  expect(host.isBusy()).toBe(true)
  expect(await list()).toMatchObject({ ok: true })
  stop.abort()
  expect(await long).toEqual({ ok: false, fault: { code: 'cancelled', params: {} } })
  expect(host.isBusy()).toBe(false)
  expect(steps[0]).toBe(0)
})

it('asks what takes long to rest while a read is answered or something was pressed, and at no other time', async () => {
  await unlock()
  host.makeRoom()
  await list('slow')
  const stop = new AbortController()
  const steps: string[] = []
  const long = call('intake.takeIn', {}, { signal: stop.signal, onProgress: step => void steps.push(step) })
  const working = () => vi.waitFor(() => expect(steps.at(-1)).toBe('rader'), 30_000)
  await working()
  expect(steps).not.toContain('vilar')
  for (const ask of [() => list('slow'), async () => host.makeRoom()]) {
    steps.length = 0
    await vi.waitFor(async () => {
      await ask()
      expect(steps).toContain('vilar')
    }, 30_000)
    await working()
  }
  stop.abort()
  await long
})

it('does not begin what was cancelled before it began', async () => {
  expect(await call('intake.list', {}, { signal: AbortSignal.abort() })).toEqual({ ok: false, fault: { code: 'cancelled', params: {} } })
})

it('locks in both workers, leaving no core of the open store behind', async () => {
  await unlock()
  await host.lock()
  expect([host.isOpen(), locked]).toEqual([false, 1])
  expect(await list()).toMatchObject({ value: { role: 'writer', key: null } })
  await unlock()
  expect(await list()).toMatchObject({ value: { role: 'reader', cores: 2 + 1 } })
})

it('locks at once though something long is running, and only tells it once', async () => {
  await unlock()
  const long = call('store.createSample', {})
  const slow = call('journal.verify', { text: 'wait' })
  await host.lock()
  expect(await long).toMatchObject({ ok: false })
  expect([host.isOpen(), locked]).toEqual([false, 1])
  await host.lock()
  expect(locked).toBe(1)
  await host.close(500)
  expect(await slow).toMatchObject({ ok: false })
})

it('stays as it was when unlocking fails', async () => {
  expect(await call('store.unlock', { profile: 'work', text: 'wrong' })).toMatchObject({ fault: { code: 'passphrase-wrong' } })
  expect(host.isOpen()).toBe(false)
  await unlock()
  await call('store.unlock', { profile: 'work', text: 'wrong' })
  expect(host.isOpen()).toBe(true)
  expect(await list()).toMatchObject({ value: { role: 'reader', key } })
})

it('closes the store by force when the lock is refused', async () => {
  await unlock()
  await call('store.lock', { text: 'wrong' })
  expect([host.isOpen(), locked]).toEqual([false, 1])
  expect(await call('intake.create', {})).toMatchObject({ value: { key: null } })
})

it.each(['exit', 'crash'])('answers every waiting call when the writer dies (%s), starts it again and counts as locked', async way => {
  await unlock()
  const waiting = call('intake.create', { text: 'wait' })
  const fatal = await call('intake.update', { text: way })
  expect(fatal).toMatchObject({ ok: false, fault: { code: 'internal' } })
  expect(await waiting).toMatchObject({ ok: false, fault: { code: 'internal', params: {} } })
  expect([host.isOpen(), locked]).toEqual([false, 1])
  expect(await call('intake.create', {})).toMatchObject({ value: { role: 'writer', key: null } })
  expect(await list()).toMatchObject({ value: { role: 'writer', key: null } })
  expect(defects.join(' ')).not.toMatch(/Anna|1990/)
  expect(await unlock()).toMatchObject({ ok: true })
  expect(await list()).toMatchObject({ value: { role: 'reader', key } })
})

it('answers when the reader dies, keeps the store open and gives it to the new reader', async () => {
  await unlock()
  const waiting = list('wait')
  expect(await list('exit')).toMatchObject({ fault: { code: 'internal' } })
  expect(await waiting).toMatchObject({ fault: { code: 'internal' } })
  expect([host.isOpen(), locked]).toEqual([true, 0])
  await vi.waitFor(async () => expect(await list()).toMatchObject({ value: { role: 'reader', key } }), 30_000)
})

it.each(['reader', 'writer'])('does not try for ever with a %s that cannot start, and never hangs', async dead => {
  process.env['FIXTURE_DEAD'] = dead
  const other = createCoreHost(join(folder, 'worker.cjs'), { folder, assets: folder }, { onChanged() {}, onLocked() {}, onDefect: kind => `nr ${defects.push(kind)}` })
  other.start()
  const result = unseal(await other.call('store.unlock', { profile: 'work' }))
  if (dead === 'writer') expect(result).toMatchObject({ fault: { code: 'internal' } })
  else expect(unseal(await other.call('screening.list', {}))).toMatchObject({ value: { role: 'writer', key } })
  expect(unseal(await other.call('intake.create', {}))).toMatchObject({ ok: dead === 'reader' })
  expect(defects.length).toBeLessThan(8)
  await other.close(500)
})

it.each([['throw', 'RangeError: screening.list'], ['untellable', 'TypeError: screening.list']])('turns a defect of the core (%s) into a number and keeps its words to itself', async (text, noted) => {
  expect(await list(text)).toEqual({ ok: false, fault: { code: 'internal', params: { incident: 'nr 1' } } })
  expect(defects).toEqual([noted])
})

it('sends bytes without the memory they share with others', async () => {
  const result = await list('pool')
  expect(result.ok && result.value instanceof Uint8Array && result.value.buffer.byteLength).toBe(4)
})

it('passes on what has changed', async () => {
  await list('change')
  expect(changes).toEqual([{ what: 'cases', caseId: 4 }])
})

it('answers everything as cancelled once it is closed', async () => {
  const waiting = list('wait')
  await host.close(300)
  expect(await waiting).toMatchObject({ fault: { code: 'cancelled' } })
  expect(await list()).toMatchObject({ fault: { code: 'cancelled' } })
})
