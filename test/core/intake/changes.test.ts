import { describe, expect, it } from 'vitest'
import type { TakeInReport } from '../../../shared/contract/views.ts'
import { Fault } from '../../../shared/fault.ts'
import { appliers } from '../../../electron/core/appliers.ts'
import { takeIn } from '../../../electron/core/intake/take-in.ts'
import { listIntakes } from '../../../electron/core/intake/intakes.ts'
import { establishLight } from '../../../electron/core/screening/work.ts'
import { listApplicants } from '../../../electron/core/screening/list.ts'
import { caseView } from '../../../electron/core/screening/case-view.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import { listQuery } from '../../../shared/contract/operations.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, type Cells, idOf, permitRow, permits, portal, register, registerRow } from '../tables.ts'

const people = (...numbers: number[]) => numbers.map(n => application(n))
async function filled(): Promise<Desk> {
  const desk = openDesk()
  await desk.take(desk.put('a.csv', portal(people(1, 2, 3))), desk.put('r.csv', register([1, 2, 3].map(n => registerRow(n)))), desk.put('m.csv', permits([1, 2, 3].map(n => permitRow(n)))))
  return desk
}
const look = (desk: Desk, ...files: string[]) => takeIn(desk.context, { intakeId: desk.intakeId, files }, false)
const keep = (desk: Desk, seen: string | null, ...files: string[]) => takeIn(desk.context, { intakeId: desk.intakeId, files, seen }, true)
const id = (desk: Desk, n: number) => Number(desk.row(idOf(n))['id'])
const only = (desk: Desk, what: 'vanished' | 'changed') => listApplicants(desk.context, listQuery.parse({ intakeId: desk.intakeId, only: what })).rows.map(r => r.applicationId)
const change = (n: number, cells: Cells) => application(n, cells)

describe('a file that comes again', () => {
  it('shows old and new field by field with the source, light-changing cases first', async () => {
    const desk = await filled()
    const file = desk.put('b.csv', portal([change(1, { postort: 'Örnsköldsvik' }), change(2, { arbetslivserfarenhet_sverige_man: '40', efternamn: 'Ö’Brien "Nguyễn"' }), application(3)]))
    const { changes, files } = await look(desk, file)
    expect(files[0]?.counts).toMatchObject({ added: 0, changed: 2, duplicates: 1 })
    expect(changes).toMatchObject({ cases: 2, lights: 1, vanished: { count: 0 }, returned: 0 })
    expect(changes.list.map(c => [c.applicationId, c.from, c.to])).toEqual([[idOf(2), 'green', 'red'], [idOf(1), 'green', 'green']])
    expect(changes.list[0]?.fields.map(f => [f.fact, f.source, f.before, f.after])).toEqual([
      ['person.familyName', 'application', 'Öberg', 'Ö’Brien "Nguyễn"'], ['experience.swedishMonths', 'application', '0 månader', '40 månader'],
    ])
    expect(changes.list[1]?.fields).toMatchObject([{ before: 'Provstad', after: 'Örnsköldsvik' }])
    expect(desk.row(idOf(2))['proposed']).toBe(0)
  })
  it('is kept only when the changes of lights have been seen as they are now', async () => {
    const desk = await filled()
    const file = desk.put('b.csv', portal([change(2, { arbetslivserfarenhet_sverige_man: '40' }), ...people(1, 3)]))
    const before = desk.counts()
    const seen = (await look(desk, file)).changes.seen
    for (const wrong of [null, '', 'x', 'f'.repeat(64)]) {
      await expect(keep(desk, wrong, file)).rejects.toMatchObject({ code: 'intake-changes-unseen', params: { count: 1 } })
      expect(desk.counts()).toEqual(before)
    }
    const other = desk.put('c.csv', portal([change(1, { arbetslivserfarenhet_sverige_man: '40' }), ...people(2, 3)]))
    await expect(keep(desk, seen, other)).rejects.toBeInstanceOf(Fault)
    await keep(desk, seen, file)
    expect(desk.row(idOf(2))['proposed']).toBe(2)
    await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: 3 })
  })
  it('that changes no light needs no look', async () => {
    const desk = await filled()
    await keep(desk, null, desk.put('b.csv', portal([change(1, { postort: 'Åmål' }), ...people(2, 3, 4)])))
    expect(desk.row(idOf(4))['proposed']).toBe(1)
  })
  it('tells that an established light no longer rests on its facts although the light is the same', async () => {
    const desk = await filled()
    establishLight(desk.context, { id: id(desk, 1), version: Number(desk.row(idOf(1))['version']) })
    const { changes } = await look(desk, desk.put('b.csv', portal([change(1, { utbildningsniva_sun: '556' }), ...people(2, 3)])))
    expect(changes).toMatchObject({ lights: 1, list: [{ applicationId: idOf(1), from: 'green', to: 'green', unsettles: true }] })
  })
  it('with extracts that come late: tells whose light they change, and by which fact', async () => {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal(people(1, 2))))
    const { changes, moved } = await look(desk, desk.put('r.csv', register([registerRow(1), registerRow(2, { sokandekategori_kod: '14' })])), desk.put('m.csv', permits([permitRow(1), permitRow(2)])))
    expect(changes.list.map(c => [c.applicationId, c.from, c.to])).toEqual([[idOf(1), 'orange', 'green'], [idOf(2), 'orange', 'red']])
    expect(changes.list[1]?.fields).toContainEqual(expect.objectContaining({ fact: 'registration.category', source: 'register', before: 'tomt' }))
    expect(moved).toEqual(expect.arrayContaining([{ from: 'orange', to: 'green', count: 1 }, { from: 'orange', to: 'red', count: 1 }]))
  })
  it('never shows the name or the fields of a protected person', async () => {
    const desk = await filled()
    await desk.take(desk.put('r2.csv', register([1, 2, 3].map(n => registerRow(n, n === 2 ? { skyddade_uppgifter: 'ja' } : {})))))
    const { changes } = await look(desk, desk.put('b.csv', portal([change(2, { arbetslivserfarenhet_sverige_man: '40' }), application(1)])))
    expect(changes.list).toMatchObject([{ applicationId: idOf(2), protected: true, name: '', fields: [] }])
    expect(JSON.stringify(changes)).not.toContain('Öberg")')
  })
})

describe('a row that now says no to consent', () => {
  it('is not kept and changes nothing, but is told of the stored case, which is not called missing', async () => {
    const desk = await filled()
    const report = await desk.take(desk.put('b.csv', portal([change(2, { samtycke: 'nej', postort: 'Åmål' }), application(1), application(3), change(9, { samtycke: 'nej' })])))
    expect(report.changes).toMatchObject({ cases: 0, vanished: { count: 0 }, refusing: { count: 1, list: [{ applicationId: idOf(2), name: 'Åsa Öberg', light: 'green' }] } })
    expect(desk.context.store.read.value("SELECT count(*) FROM journal WHERE body LIKE '%Åmål%'")).toBe(0)
  })
})

describe('an application that the portal no longer has', () => {
  const vanished = (report: TakeInReport) => report.changes.vanished.list.map(c => c.applicationId)
  it('is told, marked, found in the list, and unmarked when it is there again', async () => {
    const desk = await filled()
    expect(vanished(await look(desk, desk.put('b.csv', portal(people(1, 3)))))).toEqual([idOf(2)])
    expect(only(desk, 'vanished')).toEqual([])
    await desk.take(desk.put('b.csv', portal(people(1, 3))))
    expect(only(desk, 'vanished')).toEqual([idOf(2)])
    expect(caseView(desk.context.store, id(desk, 2)).vanishedFrom).toBe('b.csv')
    const again = await desk.take(desk.put('c.csv', portal(people(1, 2, 3))))
    expect([again.changes.returned, only(desk, 'vanished')]).toEqual([1, []])
    await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: 3 })
  })
  it('is not said of a file that holds additions only, of an extract, or beside a file that could not be read', async () => {
    const desk = await filled()
    expect(vanished(await look(desk, desk.put('b.csv', portal(people(4, 5)))))).toEqual([])
    expect(vanished(await look(desk, desk.put('r2.csv', register([registerRow(1)]))))).toEqual([])
    expect(vanished(await look(desk, desk.put('c.csv', portal(people(1))), desk.put('d.csv', 'nonsens')))).toEqual([])
  })
  it('is told once, not at every reading', async () => {
    const desk = await filled()
    await desk.take(desk.put('b.csv', portal(people(1, 3))))
    expect(vanished(await look(desk, desk.put('c.csv', portal(people(1, 3, 4)))))).toEqual([])
    expect(listIntakes(desk.context)[0]?.files).toHaveLength(4)
  })
})
