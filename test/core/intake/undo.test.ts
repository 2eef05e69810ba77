import { describe, expect, it } from 'vitest'
import { appliers } from '../../../electron/core/appliers.ts'
import { decide } from '../../../electron/core/decision/decide.ts'
import { listIntakes } from '../../../electron/core/intake/intakes.ts'
import { undoFile } from '../../../electron/core/intake/undo.ts'
import { establishLight } from '../../../electron/core/screening/work.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import { eventsOf } from '../events.ts'
import { decisionFor } from '../decision-input.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, idOf, permitRow, permits, portal, register, registerRow } from '../tables.ts'

const REASON = 'fel fil'
const people = (...numbers: number[]) => numbers.map(n => application(n))
const at = (desk: Desk, n: number) => ({ id: Number(desk.row(idOf(n))['id']), version: Number(desk.row(idOf(n))['version']) })
const fileId = (desk: Desk, name: string) => listIntakes(desk.context)[0]?.files.find(f => f.name === name)?.id ?? 0
const look = (desk: Desk, name: string) => undoFile(desk.context, { fileId: fileId(desk, name), reason: '' }, false)
async function undo(desk: Desk, name: string) {
  const { changes } = await look(desk, name)
  return undoFile(desk.context, { fileId: fileId(desk, name), reason: REASON, seen: changes.seen }, true)
}
/** What the cases are, without the numbers that grow with every entry of the journal. */
const cases = (desk: Desk) => desk.context.store.read.all<Record<string, string | number | null>>('SELECT * FROM application ORDER BY id').map(({ version: _version, ...rest }) => rest)
const extracts = (desk: Desk) => desk.context.store.read.raw('SELECT id, register_seq, permits_seq FROM application ORDER BY id')
async function filled(): Promise<Desk> {
  const desk = openDesk()
  await desk.take(desk.put('a.csv', portal(people(1, 2))), desk.put('r.csv', register([registerRow(1), registerRow(2)])), desk.put('m.csv', permits([permitRow(1), permitRow(2)])))
  return desk
}

describe('undoing a file', () => {
  it.each([
    ['b.csv', () => portal([application(1, { arbetslivserfarenhet_sverige_man: '40', efternamn: 'Ångström' }), ...people(2, 3)])],
    ['r2.csv', () => register([registerRow(1, { sokandekategori_kod: '14' }), registerRow(2, { skyddade_uppgifter: 'ja' })])],
    ['m2.csv', () => permits([permitRow(1, { giltigt_fran: '2022-06-01', giltigt_till: '2022-12-31' }), permitRow(2)])],
  ])('%s gives back exactly what was before it', async (name, content) => {
    const desk = await filled()
    const before = [cases(desk), extracts(desk)]
    await desk.take(desk.put(name, content()))
    expect([cases(desk), extracts(desk)]).not.toEqual(before)
    const report = await undo(desk, name)
    expect([cases(desk), extracts(desk)]).toEqual(before)
    expect(report.after.total).toBe(2)
    await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: 2 })
  })
  it('makes those missing again who were missing before it', async () => {
    const desk = await filled()
    const missing = () => desk.context.store.read.raw('SELECT application_id, (SELECT name FROM intake_file f WHERE f.id = vanished) FROM application WHERE vanished IS NOT NULL')
    await desk.take(desk.put('b.csv', portal(people(1))))
    expect(missing()).toEqual([[idOf(2), 'b.csv']])
    await desk.take(desk.put('c.csv', portal(people(1, 2))))
    expect(missing()).toEqual([])
    await undo(desk, 'c.csv')
    expect(missing()).toEqual([[idOf(2), 'b.csv']])
    await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: 2 })
    await undo(desk, 'b.csv')
    expect(missing()).toEqual([])
    await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: 2 })
  })
  it('makes nobody missing from a file that is undone itself', async () => {
    const desk = await filled()
    await desk.take(desk.put('b.csv', portal(people(1))))
    await desk.take(desk.put('c.csv', portal(people(1, 2))))
    await undo(desk, 'b.csv')
    await undo(desk, 'c.csv')
    expect(desk.context.store.read.raw('SELECT id FROM application WHERE vanished IS NOT NULL')).toEqual([])
    await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: 2 })
  })
  it('first shows what would become of it, and changes nothing by that', async () => {
    const desk = await filled()
    await desk.take(desk.put('b.csv', portal([application(1, { arbetslivserfarenhet_sverige_man: '40' }), ...people(2, 3)])))
    const before = [desk.counts(), cases(desk)]
    const report = await look(desk, 'b.csv')
    expect(report).toMatchObject({ removed: 1, restored: 1, laterFiles: [], changes: { lights: 1, list: [{ applicationId: idOf(1), from: 'red', to: 'green' }] } })
    expect([desk.counts(), cases(desk)]).toEqual(before)
    await expect(undoFile(desk.context, { fileId: fileId(desk, 'b.csv'), reason: REASON, seen: '' }, true)).rejects.toMatchObject({ code: 'intake-changes-unseen' })
    await expect(undoFile(desk.context, { fileId: fileId(desk, 'b.csv'), reason: ' ', seen: report.changes.seen }, true)).rejects.toMatchObject({ code: 'reason-missing' })
    expect([desk.counts(), cases(desk)]).toEqual(before)
  })
  it('is written with its reason, shown at the file and in the case, and can be done once', async () => {
    const desk = await filled()
    await desk.take(desk.put('b.csv', portal([application(1, { postort: 'Åmål' }), application(2)])))
    await undo(desk, 'b.csv')
    expect(listIntakes(desk.context)[0]?.files.find(f => f.name === 'b.csv')?.undone).toMatchObject({ by: 'Test Testsson', reason: REASON })
    expect(eventsOf(desk.context, at(desk, 1).id)[0]?.text).toBe('En inläst fil ångrades, och uppgifterna ur den gäller inte längre. Skäl: fel fil')
    await expect(look(desk, 'b.csv')).rejects.toMatchObject({ code: 'file-gone' })
    await expect(undoFile(desk.context, { fileId: 999, reason: REASON }, true)).rejects.toMatchObject({ code: 'file-gone' })
  })
  it('of the first file takes its cases away, what a later file changed stays with that file, and the number of a case is never used again', async () => {
    const desk = await filled()
    await desk.take(desk.put('b.csv', portal([application(1, { postort: 'Åmål' }), application(2)])))
    const gone = at(desk, 2).id
    expect(await look(desk, 'a.csv')).toMatchObject({ removed: 1, restored: 1, laterFiles: ['b.csv'] })
    await undo(desk, 'a.csv')
    expect(cases(desk).map(c => c['application_id'])).toEqual([idOf(1)])
    await desk.take(desk.put('c.csv', portal(people(1, 2, 3))))
    expect(Math.min(at(desk, 2).id, at(desk, 3).id)).toBeGreaterThan(gone)
    await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: 3 })
  })
  it('is refused when a decision rests on it, and nothing changes', async () => {
    const desk = await filled()
    establishLight(desk.context, at(desk, 1))
    await decide(desk.context, decisionFor(at(desk, 1)))
    const before = [desk.counts(), cases(desk)]
    for (const name of ['a.csv', 'r.csv', 'm.csv']) await expect(look(desk, name)).rejects.toMatchObject({ code: 'undo-decided', params: { count: 1 } })
    expect([desk.counts(), cases(desk)]).toEqual(before)
  })
  it('counts the established lights that go, and marks those that no longer rest on their facts', async () => {
    const desk = await filled()
    for (const n of [1, 2]) establishLight(desk.context, at(desk, n))
    expect(await look(desk, 'a.csv')).toMatchObject({ removed: 2, removedEstablished: 2 })
    const { changes } = await undo(desk, 'r.csv')
    expect(changes.list.map(c => c.unsettles)).toEqual([true, true])
    expect([desk.row(idOf(1))['changed'], desk.row(idOf(2))['changed']]).toEqual([1, 1])
  })
  it('that is cancelled leaves everything as it was', async () => {
    const desk = await filled()
    const before = [desk.counts(), cases(desk)]
    const stop = new AbortController()
    stop.abort()
    await expect(undoFile({ ...desk.context, signal: stop.signal }, { fileId: fileId(desk, 'm.csv'), reason: REASON }, true)).rejects.toMatchObject({ code: 'cancelled' })
    expect([desk.counts(), cases(desk)]).toEqual(before)
  })
})
