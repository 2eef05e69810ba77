import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portalCsv } from '../../../build/sample/csv.ts'
import { INTAKES } from '../../../build/sample/intake.ts'
import { sampleRows } from '../../../build/sample/rows.ts'
import { appliers } from '../../../electron/core/appliers.ts'
import { takeIn } from '../../../electron/core/intake/take-in.ts'
import { parseKeyFile, unlockWithPassphrase } from '../../../electron/core/store/keys.ts'
import { openStore } from '../../../electron/core/store/store.ts'
import { storePaths } from '../../../electron/core/store/paths.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import { Fault } from '../../../shared/fault.ts'
import { type BundledCli, bundleCli, finished } from '../bundled.ts'
import { openDesk, testFolder } from '../store-fixture.ts'
import { application, portal, register, registerRow } from '../tables.ts'

const many = Array.from({ length: 3000 }, (_, i) => application(i))

describe('a cancelled reading', () => {
  it.each([1, 2, 4])('at progress %i leaves nothing, and the same files can be read afterwards', async at => {
    const desk = openDesk()
    const files = [desk.put('a.csv', portal(many)), desk.put('r.csv', register(many.map((_, i) => registerRow(i))))]
    const before = desk.counts()
    const stop = new AbortController()
    let steps = 0
    const context = { ...desk.context, signal: stop.signal, progress: () => { if (++steps === at) stop.abort() } }
    await expect(takeIn(context, { intakeId: desk.intakeId, files }, true)).rejects.toMatchObject({ code: 'cancelled' })
    expect(desk.counts()).toEqual(before)
    expect(desk.context.store.write.inTransaction).toBe(false)
    const report = await desk.take(...files)
    expect(report.files.map(f => f.counts.added)).toEqual([3000, 3000])
    await verifyJournal(desk.context, appliers)
  })
  it('before it began leaves nothing', async () => {
    const desk = openDesk()
    const before = desk.counts()
    await expect(takeIn({ ...desk.context, signal: AbortSignal.abort() }, { intakeId: desk.intakeId, files: [desk.put('a.csv', portal(many))] }, true)).rejects.toBeInstanceOf(Fault)
    expect(desk.counts()).toEqual(before)
  })
  it('while one file is read another reading is refused with a sentence, and the first goes on', async () => {
    const desk = openDesk()
    const path = desk.put('a.csv', portal(many))
    const first = desk.take(path)
    await pause(5)
    const second = takeIn(desk.context, { intakeId: desk.intakeId, files: [path] }, true)
    await expect(second).rejects.toMatchObject({ code: 'store-busy' })
    expect((await first).files[0]?.counts.added).toBe(3000)
  })
})

describe('a process that is killed while it reads 50,000 rows', () => {
  let cli: BundledCli
  beforeAll(async () => { cli = await bundleCli() })
  afterAll(() => cli.remove())
  const passphrase = 'fyra ord räcker länge'
  const size = 50_000

  it('leaves nothing or all, and the store opens again and verifies', async () => {
    const quiet = openDesk()
    const folder = testFolder()
    const file = join(folder, 'stor.csv')
    const fd = openSync(file, 'w')
    for (const piece of portalCsv(sampleRows({ ...INTAKES['2023-1'], size, serials: 'bench' }).applications())) writeSync(fd, piece)
    closeSync(fd)
    const root = join(folder, 'lager')
    const place = storePaths(root, 'work')
    const args = ['screen', '--programme', 'jobbspranget', '--intake', '2023-1', '--applications', file, '--out', join(folder, 'ut'), '--store', root]
    const wal = () => (existsSync(`${place.database}-wal`) ? statSync(`${place.database}-wal`).size : 0)
    // While rows are read, while cases are screened, in the middle of the commit, and wherever chance has it.
    const chance = Array.from({ length: 4 }, () => Math.round(200 + Math.random() * 6000))
    let files = 0
    for (const moment of ['early', 'late', 'commit', ...chance] as const) {
      const child = cli.start(args, { SPRANGBRADA_PASSPHRASE: passphrase })
      const ended = finished(child)
      const began = performance.now()
      for (;;) {
        await pause(moment === 'commit' ? 1 : 20)
        const ms = performance.now() - began
        if (moment === 'early' && wal() > 0 && ms > 900) break
        if (moment === 'late' && ms > 2000) break
        if (typeof moment === 'number' && ms > moment) break
        if (moment === 'commit' && wal() > 2_000_000) break
        if (child.exitCode !== null || ms > 60_000) break
      }
      child.kill('SIGKILL')
      await ended
      const { key } = await unlockWithPassphrase(parseKeyFile(readFileSync(place.key, 'utf8')), passphrase)
      const store = openStore(root, 'work', key, { appliers })
      try {
        const cases = Number(store.read.value('SELECT count(*) FROM application'))
        expect([0, size], `killed ${String(moment)}`).toContain(cases)
        const read = Number(store.read.value('SELECT count(*) FROM intake_file WHERE counts IS NOT NULL'))
        // Where chance comes late the whole file has been read, and the next child reads it once more.
        expect([files, files + 1]).toContain(read)
        expect(read > 0).toBe(cases > 0)
        files = read
        if (cases === 0) expect(store.read.value(`SELECT count(*) FROM journal WHERE application IS NOT NULL`)).toBe(0)
        const { context } = quiet
        expect((await verifyJournal({ ...context, store }, appliers)).cases).toBe(cases)
      } finally {
        store.close()
      }
    }
    const small = join(folder, 'liten.csv')
    writeFileSync(small, portal([application(1)]))
    const last = await finished(cli.start(args.map(a => (a === file ? small : a)), { SPRANGBRADA_PASSPHRASE: passphrase }))
    expect(last.code).toBe(0)
    expect(JSON.parse(last.out)).toMatchObject({ rows: 1 })
  }, 180_000)
})
