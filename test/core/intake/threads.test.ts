import { rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setEnvironmentData } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { root } from '../../../build/setup/places.mjs'
import { appliers } from '../../../electron/core/appliers.ts'
import { takeIn } from '../../../electron/core/intake/take-in.ts'
import { heed, REST } from '../../../electron/core/store/give-way.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import { bundled } from '../bundled.ts'
import { type Desk, openDesk, testFolder } from '../store-fixture.ts'

const spring = ['ansokningar-2023-1.csv', 'af-register-2023-1.csv', 'mv-beslut-2023-1.csv'].map(name => join(root, 'test', 'fixtures', '2023', name))
const read = (desk: Desk, assets: string) => takeIn({ ...desk.context, assets }, { intakeId: desk.intakeId, files: spring }, true)
const applications = ({ context: { store } }: Desk) => store.read.raw('SELECT * FROM application ORDER BY id')
const journal = ({ context: { store } }: Desk) => store.read.raw(`SELECT seq, application, kind, hex(content_hash), body FROM journal WHERE kind NOT LIKE 'file.%' ORDER BY seq`)

describe('the threads that read and evaluate', () => {
  let assets = ''
  beforeAll(async () => { assets = await bundled('reader', 'screener') })
  afterAll(() => rmSync(assets, { recursive: true, force: true }))

  it('leave the same tables and journal as the same work in one thread', async () => {
    const [alone, beside] = [openDesk(), openDesk()]
    const first = await read(alone, '')
    const second = await read(beside, assets)
    // So many that the evaluating thread is worth its start.
    expect(first.after.total).toBeGreaterThan(2000)
    expect({ ...second, seconds: 0 }).toEqual({ ...first, seconds: 0 })
    expect(applications(beside)).toEqual(applications(alone))
    expect(journal(beside)).toEqual(journal(alone))
    await expect(verifyJournal(beside.context, appliers)).resolves.toMatchObject({ cases: first.after.total })
    const again = await read(beside, assets)
    expect(again.files.map(({ counts }) => [counts.added, counts.changed])).toEqual([[0, 0], [0, 0], [0, 0]])
    expect(again.files.map(({ counts }) => counts.duplicates)).toEqual(first.files.map(({ counts }) => counts.added + counts.duplicates))
    expect(applications(beside)).toEqual(applications(alone))
  })
  it.each([['the threads', true], ['the one that writes', false]])('rest when the window is being answered: %s, while rows are read and while they are evaluated', async (_who, beside) => {
    const flag = new Int32Array(new SharedArrayBuffer(4))
    onTestFinished(() => {
      setEnvironmentData(REST, undefined)
      heed(new SharedArrayBuffer(4))
    })
    // Either those that are begun find it, or only the one that begins them does.
    if (!beside) heed(flag.buffer)
    setEnvironmentData(REST, beside ? flag.buffer : undefined)
    Atomics.store(flag, 0, 1)
    const rested: string[] = []
    const progress = (step: string, done: number) => {
      if (Atomics.load(flag, 0) === 0) rested.push(step)
      // Whoever waits in vain for being woken takes the request back.
      if (step !== 'bedömning' || done === 500) Atomics.store(flag, 0, 1)
    }
    const desk = openDesk()
    await takeIn({ ...desk.context, assets, progress }, { intakeId: desk.intakeId, files: spring }, true)
    expect(rested).toContain(basename(spring[0] ?? ''))
    expect(rested).toContain('bedömning')
    expect(Atomics.load(flag, 0)).toBe(0)
  })
  it('take nothing in when the evaluating one dies, and say nothing of anybody', async () => {
    const broken = testFolder()
    writeFileSync(join(broken, 'screener.cjs'), 'throw new Error("19900101-2389")')
    const desk = openDesk()
    const before = desk.counts()
    await expect(read(desk, broken)).rejects.toThrow(/^the evaluating thread has ended$/)
    expect(desk.counts()).toEqual(before)
    expect(desk.context.store.write.inTransaction).toBe(false)
    await expect(read(desk, assets)).resolves.toMatchObject({ files: [{ fault: null }, { fault: null }, { fault: null }] })
  })
  it('take nothing in when the evaluating one answers for fewer cases than it was asked about', async () => {
    const broken = testFolder()
    writeFileSync(join(broken, 'screener.cjs'), `const { parentPort } = require('node:worker_threads')
      parentPort.on('message', () => parentPort.postMessage({ proposed: [0] }))`)
    const desk = openDesk()
    const before = desk.counts()
    await expect(read(desk, broken)).rejects.toThrow(/^the evaluating thread has answered something else$/)
    expect(desk.counts()).toEqual(before)
  })
  it('leave nothing when somebody cancels while cases are evaluated', async () => {
    const desk = openDesk()
    const before = desk.counts()
    const stop = new AbortController()
    const context = { ...desk.context, assets, signal: stop.signal, progress: (step: string, done: number) => { if (step === 'bedömning' && done > 0) stop.abort() } }
    await expect(takeIn(context, { intakeId: desk.intakeId, files: spring }, true)).rejects.toMatchObject({ code: 'cancelled' })
    expect(desk.counts()).toEqual(before)
  })
})
