import { describe, expect, it } from 'vitest'
import { appliers } from '../../../electron/core/appliers.ts'
import { inspectFiles, planFor } from '../../../electron/core/intake/inspect.ts'
import { forgetSender, knownSenders, rememberMapping } from '../../../electron/core/intake/mapping.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, csv, idOf, numberOf, portal, PORTAL } from '../tables.ts'
import { columns, english, ENGLISH, factOf, inspect, take } from './english.ts'

describe('a sender whose columns are remembered', () => {
  const remember = async (desk: Desk, path: string, sender = 'Högskolan i Väst') => {
    const file = await inspect(desk, { file: path })
    return rememberMapping(desk.context, { intakeId: desk.intakeId, sender, kind: 'applications', headers: file.columns.map(c => c.header), columns: file.columns.map(c => c.fact) })
  }
  it('is known again by the header, also in another order and with new columns', async () => {
    const desk = openDesk()
    const first = desk.put('e.csv', csv([...columns, 'x'], [application(1)], { header: [...Object.values(ENGLISH).slice(0, -1), 'Kom', 'y'] }))
    const file = await inspect(desk, { file: first })
    expect(factOf(file, 'Kom')).toBeNull()
    const headers = file.columns.map(c => c.header)
    rememberMapping(desk.context, { intakeId: desk.intakeId, sender: 'Portalen', kind: 'applications', headers, columns: file.columns.map(c => (c.header === 'Kom' ? 'application.received' : c.fact)) })
    expect(await inspect(desk, { file: first })).toMatchObject({ state: 'remembered', sender: 'Portalen' })
    const turned = [...columns].reverse()
    const later = await inspect(desk, { file: desk.put('f.csv', csv([...turned, 'ny'], [application(1)], { header: [...turned.map(c => headers[columns.indexOf(c)] ?? ''), 'Ny'] })) })
    expect(later).toMatchObject({ state: 'guessed', sender: 'Portalen' })
    expect(factOf(later, 'Kom')).toBe('application.received')
    expect((await inspectFiles(desk.context, { intakeId: desk.intakeId, plans: [{ file: first }] })).senders).toEqual(['Portalen'])
  })
  it('counts also for headers that the program knows, but only when the whole header is the sender’s', async () => {
    const desk = openDesk()
    const path = desk.put('p.csv', portal([application(1)]))
    const swap = (fact: string | null) => (fact === 'comment' ? null : fact)
    rememberMapping(desk.context, { intakeId: desk.intakeId, sender: 'Portalen', kind: 'applications', headers: [...PORTAL], columns: (await inspect(desk, { file: path })).columns.map(c => swap(c.fact)) })
    expect(await inspect(desk, { file: path })).toMatchObject({ state: 'remembered', sender: 'Portalen' })
    expect(planFor(path, await inspect(desk, { file: path }))?.columns?.[PORTAL.indexOf('kommentar')]).toBeNull()
    expect(await inspect(desk, { file: desk.put('q.csv', csv([...PORTAL, 'ny'], [application(1)])) })).toMatchObject({ state: 'known', sender: null })
  })
  it('is journalled, replaced by what is remembered next, proven by the journal, and holds no value of any file', async () => {
    const desk = openDesk()
    const path = desk.put('e.csv', english([application(1)]))
    await remember(desk, path)
    await remember(desk, path, 'HÖGSKOLAN i väst'.replace('Ö', 'ö'))
    expect(knownSenders(desk.context, { intakeId: desk.intakeId })).toHaveLength(1)
    const bodies = desk.context.store.read.all<{ body: string }>(`SELECT body FROM journal WHERE kind = 'mapping.remembered'`).map(r => r.body).join()
    expect(bodies).toContain('Personal identity number')
    for (const value of [numberOf(1), idOf(1), 'Öberg', 'Syrien']) expect(bodies).not.toContain(value)
    await expect(verifyJournal(desk.context, appliers)).resolves.toMatchObject({ cases: 0 })
    desk.context.store.write.run(`UPDATE mapping SET columns = '[]'`)
    await expect(verifyJournal(desk.context, appliers)).rejects.toMatchObject({ code: 'journal-broken', params: { table: 'mapping' } })
  })
  it('is forgotten when somebody says so, by the journal too, and the next file is guessed anew', async () => {
    const desk = openDesk()
    const path = desk.put('e.csv', english([application(1)]))
    await remember(desk, path)
    await remember(desk, path, 'Portalen')
    expect(() => forgetSender(desk.context, { intakeId: desk.intakeId, sender: 'Någon annan' })).toThrow('sender-gone')
    expect(forgetSender(desk.context, { intakeId: desk.intakeId, sender: 'Högskolan i Väst' })).toMatchObject([{ sender: 'Portalen' }])
    expect(await inspect(desk, { file: path })).toMatchObject({ state: 'remembered', sender: 'Portalen' })
    expect(forgetSender(desk.context, { intakeId: desk.intakeId, sender: 'portalen' })).toEqual([])
    expect(await inspect(desk, { file: path })).toMatchObject({ state: 'guessed', sender: null })
    expect((await verifyJournal(desk.context, appliers)).entries).toBeGreaterThan(0)
  })
  it('is not remembered when the header is a row of values, or wrong', async () => {
    const desk = openDesk()
    const fields = { intakeId: desk.intakeId, sender: 'X', kind: 'applications' as const }
    for (const header of [numberOf(1), '900101-2389', 'a@b.se', '2023-01-05', '070-1740605', 'x'.repeat(130)]) {
      expect(() => rememberMapping(desk.context, { ...fields, headers: [header], columns: [null] }), header).toThrow('mapping-header')
    }
    expect(() => rememberMapping(desk.context, { ...fields, headers: ['a', 'b'], columns: ['comment', 'comment'] })).toThrow('file-plan-twice')
    expect(() => rememberMapping(desk.context, { ...fields, headers: ['a'], columns: ['registration.status'] })).toThrow('fact-unknown')
    expect(desk.context.store.read.value('SELECT count(*) FROM mapping')).toBe(0)
  })
})

describe('a file without a column for the intake', () => {
  const without = PORTAL.filter(c => c !== 'intag')
  const file = (desk: Desk) => desk.put('utan.csv', csv(without, [application(1), application(2)]))
  it('is refused as long as nobody has said which intake its rows belong to', async () => {
    const desk = openDesk()
    const path = file(desk)
    expect((await desk.take(path)).files[0]?.fault).toMatchObject({ code: 'file-column-missing', params: { column: 'intag' } })
    expect(await inspect(desk, { file: path })).toMatchObject({ state: 'incomplete', missing: ['application.intake'] })
  })
  it('is taken when somebody says it of all rows; receipt and journal tell, and the same rows with the column are the same rows', async () => {
    const desk = openDesk()
    const path = file(desk)
    expect(await inspect(desk, { file: path, allOfIntake: true })).toMatchObject({ missing: [], state: 'guessed' })
    const report = await take(desk, { file: path, allOfIntake: true })
    expect(report.files[0]).toMatchObject({ fault: null, allOfIntake: true, counts: { added: 2, refused: 0 } })
    const [opened] = desk.context.store.read.all<{ body: string }>(`SELECT body FROM journal WHERE kind = 'file.opened' ORDER BY seq DESC LIMIT 1`)
    expect(JSON.parse(opened?.body ?? '{}')).toMatchObject({ allOfIntake: true })
    const again = await desk.take(desk.put('med.csv', portal([application(1), application(2)])))
    expect(again.files[0]).toMatchObject({ allOfIntake: false, counts: { duplicates: 2, changed: 0 } })
    expect((await verifyJournal(desk.context, appliers)).cases).toBe(2)
  })
  it('is taken with columns that somebody chose', async () => {
    const desk = openDesk()
    const path = desk.put('e.csv', csv(columns.filter(c => c !== 'intag'), [application(1)], { header: Object.entries(ENGLISH).filter(([c]) => c !== 'intag').map(([, h]) => h) }))
    const seen = await inspect(desk, { file: path, allOfIntake: true, kind: 'applications' })
    const plan = { ...planFor(path, seen), file: path, allOfIntake: true } as const
    expect((await take(desk, plan)).files[0]).toMatchObject({ fault: null, counts: { added: 1 } })
  })
  it('says nothing where a column does: rows of another intake are still refused', async () => {
    const desk = openDesk()
    const report = await take(desk, { file: desk.put('a.csv', portal([application(1), application(2, { intag: '2019-1' })])), allOfIntake: true })
    expect(report.files[0]).toMatchObject({ allOfIntake: false, counts: { added: 1, refused: 1 } })
  })
})
