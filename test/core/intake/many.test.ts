import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../build/setup/places.mjs'
import { appliers } from '../../../electron/core/appliers.ts'
import { takeIn } from '../../../electron/core/intake/take-in.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, permitRow, permits, portal, register, registerRow } from '../tables.ts'

const spring = ['ansokningar-2023-1.csv', 'af-register-2023-1.csv', 'mv-beslut-2023-1.csv'].map(name => join(root, 'test', 'fixtures', '2023', name))
const people = (...numbers: number[]) => numbers.map(n => application(n))
const read = (desk: Desk, mostHeld: number, ...files: string[]) => takeIn(desk.context, { intakeId: desk.intakeId, files, mostHeld }, true)
const tables = ({ context: { store } }: Desk) => ['application', 'intake_file'].map(table => store.read.all<Record<string, string | number | null>>(`SELECT * FROM ${table} ORDER BY id`).map(({ at: _at, ...row }) => row))
const journal = ({ context: { store } }: Desk) => store.read.raw('SELECT seq, application, kind, hex(content_hash) FROM journal ORDER BY seq')

describe('more cases than memory holds', () => {
  it.each([0, 1, 1500, 2400])('give the same tables, journal and report as held ones do (%i held)', async most => {
    const [held, asked] = [openDesk(), openDesk()]
    const first = await read(held, 1e9, ...spring)
    const second = await read(asked, most, ...spring)
    expect({ ...second, seconds: 0 }).toEqual({ ...first, seconds: 0 })
    expect([tables(asked), journal(asked)]).toEqual([tables(held), journal(held)])
    const again = await read(asked, most, ...spring)
    expect(again.files.map(f => [f.counts.added, f.counts.changed, f.fault])).toEqual([[0, 0, null], [0, 0, null], [0, 0, null]])
    await expect(verifyJournal(asked.context, appliers)).resolves.toMatchObject({ cases: first.after.total })
  })
  it('keep what earlier files brought when the file that was too much for memory turns out to be broken', async () => {
    const desk = openDesk()
    // More than the reader sends at a time, so that rows had come before it broke.
    const more = portal(people(...Array.from({ length: 1100 }, (_, i) => i + 4)))
    const broken = `${more}JS;"`
    const report = await read(desk, 4, desk.put('a.csv', portal(people(1, 2, 3))), desk.put('b.csv', broken), desk.put('r.csv', register([registerRow(1), registerRow(4)])), desk.put('m.csv', permits([permitRow(1)])))
    expect(report.files.map(f => [f.counts.added, f.fault?.code ?? null])).toEqual([[3, null], [0, 'file-unterminated-quote'], [1, null], [1, null]])
    expect(report.after.total).toBe(3)
    await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: 3 })
    await read(desk, 4, desk.put('b.csv', more))
    expect(new Set(desk.context.store.read.raw('SELECT id FROM application').map(([id]) => id)).size).toBe(1103)
    await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: 1103 })
  })
  it('change, go missing and come back as held ones do', async () => {
    const report = async (most: number) => {
      const desk = openDesk()
      await read(desk, most, desk.put('a.csv', portal(people(1, 2, 3, 4))), desk.put('r.csv', register([1, 2, 3, 4].map(n => registerRow(n)))))
      const changed = await read(desk, most, desk.put('b.csv', portal([application(1, { arbetslivserfarenhet_sverige_man: '40' }), ...people(2, 5)])), desk.put('r2.csv', register([registerRow(2, { sokandekategori_kod: '14' })])))
      const back = await read(desk, most, desk.put('c.csv', portal(people(1, 2, 3, 4, 5))))
      return [changed.changes, changed.moved, back.changes, back.moved, tables(desk)]
    }
    expect(await report(2)).toEqual(await report(1e9))
  })
})
