import { describe, expect, it } from 'vitest'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import { appliers } from '../../../electron/core/appliers.ts'
import { openDesk } from '../store-fixture.ts'
import { application, idOf, numberOf, permitRow, permits, portal, register, registerRow } from '../tables.ts'

const rotations = <T>(items: readonly T[]): T[][] => items.map((_, i) => [...items.slice(i), ...items.slice(0, i)]).flatMap(r => [r, [...r].reverse()])
/** Everything but the two entries that say that a file was read. */
const stored = (desk: ReturnType<typeof openDesk>) => ({ ...desk.counts(), journal: Number(desk.context.store.read.value(`SELECT count(*) FROM journal WHERE kind NOT LIKE 'file.%'`)), intake_file: 0 })
const verified = (desk: ReturnType<typeof openDesk>) => verifyJournal(desk.context, appliers)

describe('the same application again', () => {
  it('written in another way is a duplicate and changes nothing', async () => {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal([application(1, { klassningskod: 'X1' })])))
    const before = stored(desk)
    const other = application(1, { personnummer: ` ${numberOf(1).replace('-', '').slice(2)}`, inkom_datum: '05/01/2023', samtycke: 'JA', fodelseland: 'SY', medborgarskap: 'Syria', giltigt_till: '20250101', beslut_bifogat: 'x', klassningskod: 'x1', engelska: 'b2', tidigare_jobbspranget: '', arbete_tim_vecka: '', forsta_beslut_bifogat: 'nej', efternamn: ' Öberg ' })
    const report = await desk.take(desk.put('b.csv', portal([other])))
    expect(report.files[0]?.counts).toMatchObject({ duplicates: 1, added: 0, changed: 0 })
    expect(stored(desk)).toEqual(before)
  })
  it('in one file is a duplicate too', async () => {
    const desk = openDesk()
    const report = await desk.take(desk.put('a.csv', portal([application(1), application(2), application(1, { samtycke: 'Yes' })])))
    expect(report.files[0]?.counts).toMatchObject({ records: 3, added: 2, duplicates: 1, changed: 0 })
  })
  it('with other content is a change, and the old word stays in the journal', async () => {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal([application(1), application(2)])))
    const report = await desk.take(desk.put('b.csv', portal([application(1, { efternamn: 'Ny', fodelseland: 'Tyskland' }), application(2)])))
    expect(report.files[0]?.counts).toMatchObject({ changed: 1, duplicates: 1, added: 0 })
    expect(report.moved).toEqual([{ from: 'orange', to: 'red', count: 1 }])
    expect(desk.row(idOf(1))).toMatchObject({ family_name: 'Ny', proposed: 2 })
    expect(desk.context.store.read.all('SELECT kind FROM journal WHERE application = 1 ORDER BY seq').map(r => r['kind'])).toEqual(['application.added', 'application.changed'])
    await verified(desk)
  })
  it('a change of the identity number finds the other person’s extracts at their next reading', async () => {
    const desk = openDesk()
    const extract = desk.put('r.csv', register([registerRow(1), registerRow(2, { arbetssokande_status: 'Avaktualiserad' })]))
    await desk.take(desk.put('a.csv', portal([application(1)])), extract)
    await desk.take(desk.put('b.csv', portal([application(1, { personnummer: numberOf(2) })])), extract)
    expect(desk.row(idOf(1))['rules']).toContain('JO-03:rod')
    await verified(desk)
  })
})

describe('the same extracts again', () => {
  const three = [registerRow(1, { inskrivningsdatum: '2021-01-01', arbetssokande_status: 'Avaktualiserad' }), registerRow(1, { inskrivningsdatum: '2022-06-01' }), registerRow(1, { inskrivningsdatum: '2020-01-01', arbetssokande_status: 'Ej inskriven' })]
  const decisions = [permitRow(1, { giltigt_fran: '2020-01-01', giltigt_till: '2021-01-01' }), permitRow(1, { giltigt_fran: '2022-01-01', giltigt_till: '2025-01-01' }), permitRow(1, { giltigt_fran: '2021-01-01', giltigt_till: '2022-01-01' })]
  it.each(rotations([0, 1, 2]))('rows in the order %i %i %i: the latest counts, and the second reading changes nothing', async (...order) => {
    const desk = openDesk()
    const pick = <T>(rows: T[]) => order.map(i => rows[i] ?? {})
    const files = [desk.put('a.csv', portal([application(1)])), desk.put('r.csv', register(pick(three))), desk.put('m.csv', permits(pick(decisions)))]
    await desk.take(...files)
    expect(desk.row(idOf(1))['rules']).toBe('')
    const before = stored(desk)
    const again = await desk.take(...files)
    expect(again.files.map(f => [f.counts.added, f.counts.changed, f.counts.duplicates])).toEqual([[0, 0, 1], [0, 0, 3], [0, 0, 3]])
    expect(again.moved).toEqual([])
    expect(stored(desk)).toEqual(before)
    for (const other of rotations([0, 1, 2])) {
      await desk.take(desk.put('r.csv', register(other.map(i => three[i] ?? {}))), desk.put('m.csv', permits(other.map(i => decisions[i] ?? {}))))
      expect(stored(desk)).toEqual(before)
    }
    await verified(desk)
  })
  it('a later decision replaces the earlier, an earlier alone in a file is what the agency says now', async () => {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal([application(1)])), desk.put('r.csv', register([registerRow(1)])), desk.put('m.csv', permits([decisions[1] ?? {}])))
    const report = await desk.take(desk.put('m2.csv', permits([permitRow(1, { giltigt_fran: '2023-01-01', giltigt_till: '2023-05-01' })])))
    expect(report.files[0]?.counts).toMatchObject({ changed: 1 })
    expect(desk.row(idOf(1))['rules']).toBe('JO-07:orange')
  })
  it('of two earlier decisions alone in a file the later counts, in either order', async () => {
    for (const order of [[0, 2], [2, 0]]) {
      const desk = openDesk()
      await desk.take(desk.put('a.csv', portal([application(1)])), desk.put('r.csv', register([registerRow(1)])), desk.put('m.csv', permits([decisions[1] ?? {}])))
      const report = await desk.take(desk.put('m2.csv', permits(order.map(i => decisions[i] ?? {}))))
      expect(report.files[0]?.counts).toMatchObject({ changed: 1, duplicates: 1 })
      const body = String(desk.context.store.read.value(`SELECT j.body FROM application a JOIN journal j ON j.seq = a.permits_seq`))
      expect(body).toContain('2021-01-01')
    }
  })
  it('rows without an application are counted and not stored', async () => {
    const desk = openDesk()
    const report = await desk.take(desk.put('a.csv', portal([application(1)])), desk.put('r.csv', register([registerRow(1), registerRow(7), registerRow(8)])), desk.put('m.csv', permits([permitRow(9)])))
    expect(report.files.map(f => f.counts.unmatched)).toEqual([0, 2, 1])
    expect(desk.counts()).toMatchObject({ extract: 1 })
    for (const n of [7, 8, 9]) expect(desk.context.store.read.value('SELECT count(*) FROM journal WHERE instr(body, ?)', numberOf(n))).toBe(0)
  })
  it('two applications of one person get the same row', async () => {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal([application(1), application(2, { personnummer: numberOf(1) })])), desk.put('r.csv', register([registerRow(1)])))
    expect(desk.counts()).toMatchObject({ extract: 2 })
    const again = await desk.take(desk.put('r.csv', register([registerRow(1)])))
    expect(again.files[0]?.counts).toMatchObject({ duplicates: 1, changed: 0, added: 0 })
    await verified(desk)
  })
  it('an application that comes after the extract waits until it is read again', async () => {
    const desk = openDesk()
    const extract = desk.put('r.csv', register([registerRow(1), registerRow(2)]))
    await desk.take(desk.put('a.csv', portal([application(1)])), extract)
    await desk.take(desk.put('b.csv', portal([application(2)])))
    expect(desk.row(idOf(2))['rules']).toContain('JO-03:orange')
    await desk.take(extract)
    expect(desk.row(idOf(2))['rules']).not.toContain('JO-03')
    await verified(desk)
  })
  it('an empty cell of the register does not hide the application’s value', async () => {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal([application(1)])), desk.put('r.csv', register([registerRow(1)])), desk.put('m.csv', permits([permitRow(1, { giltigt_till: '', arbetsratt: '' })])))
    expect(desk.row(idOf(1))['rules']).toBe('')
  })
  it('files in any order are read applications first', async () => {
    for (const order of rotations(['a', 'r', 'm'])) {
      const desk = openDesk()
      const paths: Record<string, string> = { a: desk.put('a.csv', portal([application(1)])), r: desk.put('r.csv', register([registerRow(1)])), m: desk.put('m.csv', permits([permitRow(1)])) }
      const report = await desk.take(...order.map(o => paths[o] ?? ''))
      expect(report.files.map(f => [f.kind, f.fault])).toEqual([['applications', null], ['register', null], ['permits', null]])
      expect(desk.row(idOf(1))['rules']).toBe('')
    }
  })
  it('a protected person is taken in and marked; the intake tells whether that was checked', async () => {
    const { listIntakes } = await import('../../../electron/core/intake/intakes.ts')
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal([application(1)])))
    expect(listIntakes(desk.context)[0]?.protectionChecked).toBe(false)
    await desk.take(desk.put('r.csv', register([registerRow(1, { skyddade_uppgifter: 'ja' })])))
    expect(listIntakes(desk.context)[0]?.protectionChecked).toBe(true)
    expect(desk.row(idOf(1))['protected']).toBe(1)
    await verified(desk)
  })
})

describe('several files at once', () => {
  const many = Array.from({ length: 2000 }, (_, i) => application(i))
  it('of which one breaks far down: what it had added and changed is forgotten, and the others stand', async () => {
    const desk = openDesk()
    const good = desk.put('a.csv', portal([application(1), application(2)]))
    const broken = desk.put('b.csv', portal([application(1, { efternamn: 'Ny' }), ...many.slice(2), application(2000, { efternamn: '@' })]).replace(';@;', ';"@;'))
    const report = await desk.take(good, broken, desk.put('r.csv', register([registerRow(1), registerRow(7)])))
    expect(report.files.map(f => [f.fault?.code ?? null, f.counts.added, f.counts.unmatched])).toEqual([[null, 2, 0], ['file-unterminated-quote', 0, 0], [null, 1, 1]])
    expect(desk.counts()).toMatchObject({ application: 2, extract: 1, intake_file: 2 })
    expect(desk.row(idOf(1))).toMatchObject({ id: 1, family_name: 'Öberg' })
    await verified(desk)
    const next = await desk.take(desk.put('c.csv', portal(many)))
    expect(next.files[0]?.counts).toMatchObject({ added: 1998, duplicates: 2 })
    await verified(desk)
  })
  it('more of them than are held open, in any order', async () => {
    const desk = openDesk()
    const named = ['m', 'r2', 'a2', 'r', 'a'] as const
    const content = {
      a: portal([application(1), application(2)]), a2: portal([application(2, { efternamn: 'Ny' }), application(3)]),
      r: register([registerRow(1)]), r2: register([registerRow(2), registerRow(3)]), m: permits([permitRow(1), permitRow(2), permitRow(3)]),
    }
    const report = await desk.take(...named.map(name => desk.put(`${name}.csv`, content[name])))
    expect(report.files.map(f => [f.name, f.fault, f.counts.added, f.counts.changed])).toEqual([['a2.csv', null, 2, 0], ['a.csv', null, 1, 1], ['r2.csv', null, 2, 0], ['r.csv', null, 1, 0], ['m.csv', null, 3, 0]])
    for (const n of [1, 2, 3]) expect(desk.row(idOf(n))).toMatchObject({ rules: '', family_name: 'Öberg' })
    await verified(desk)
  })
})
