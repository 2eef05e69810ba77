import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import type { FilePlan } from '../../../shared/contract/intake.ts'
import { planFor } from '../../../electron/core/intake/inspect.ts'
import { saveProblems, showProblems } from '../../../electron/core/intake/problems.ts'
import { understandFile } from '../../../electron/core/intake/understand.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, csv, idOf, numberOf, portal, PORTAL, register, registerRow } from '../tables.ts'
import { columns, english, ENGLISH, factOf, inspect, planned, take } from './english.ts'

describe('a file as the program takes it by itself', () => {
  it('is known, and needs no plan', async () => {
    const desk = openDesk()
    const file = await inspect(desk, { file: desk.put('a.csv', portal([application(1), application(2)])) })
    expect(file).toMatchObject({ state: 'known', fault: null, kind: 'applications', separator: ';', headerRow: 1, missing: [], encoding: 'utf-8' })
    expect(file.columns.every(c => c.basis === 'exact')).toBe(true)
    expect(file.rows.map(r => r.row)).toEqual([1, 2, 3])
  })
  it('that is no table comes back with why', async () => {
    const desk = openDesk()
    expect(await inspect(desk, { file: desk.put('a.csv', '') })).toMatchObject({ state: 'broken', fault: { code: 'file-empty' } })
    expect(await inspect(desk, { file: join(desk.folder, 'borta.csv') })).toMatchObject({ state: 'broken', fault: { code: 'file-missing' } })
  })
})

describe('a file with headers of its own', () => {
  it.each([';', ',', '\t', '|'])('separated by ”%s” is guessed and taken in with the same content as the portal’s own', async separator => {
    const desk = openDesk()
    const rows = [application(1), application(2, { fornamn: 'Ngọc; "N|o", x' })]
    const plan = await planned(desk, desk.put('e.csv', english(rows, separator)))
    expect(plan).toMatchObject({ kind: 'applications', separator, headerRow: 1 })
    const report = await take(desk, plan)
    expect(report.files[0]).toMatchObject({ fault: null, kind: 'applications', counts: { added: 2, refused: 0, warnings: 0 }, unusedColumns: ['Företag'] })
    expect(desk.row(idOf(2))['given_name']).toBe('Ngọc; "N|o", x')
    const again = await desk.take(desk.put('p.csv', csv(columns, rows)))
    expect(again.files[0]?.counts).toMatchObject({ duplicates: 2, changed: 0 })
  })
  it('is refused without a plan, as it always was', async () => {
    const desk = openDesk()
    const path = desk.put('e.csv', english([application(1)]))
    expect((await desk.take(path)).files[0]?.fault?.code).toBe('file-no-known-column')
    expect(await inspect(desk, { file: path })).toMatchObject({ state: 'guessed', fault: { code: 'file-no-known-column' } })
  })
  it('below title lines is found, changed by the user, and counted from its header', async () => {
    const desk = openDesk()
    const path = desk.put('t.csv', english([application(1), application(2, { personnummer: '19900101-0000' })], ';', 'Export från portalen\r\n\r\nUttag 2023-01-09;Sekretess\r\n'))
    const file = await inspect(desk, { file: path })
    expect(file).toMatchObject({ headerRow: 3, state: 'guessed', kind: 'applications' })
    expect((await inspect(desk, { file: path, headerRow: 4 })).columns[0]?.header).toBe(idOf(1))
    const report = await take(desk, await planned(desk, path))
    expect(report.files[0]?.counts).toMatchObject({ records: 2, added: 1, refused: 1 })
    expect(desk.problems).toMatchObject([{ record: 3, code: 'identity-check-digit', column: 'Personal identity number' }])
  })
  it('tells the record of a broken quote from the header', async () => {
    const desk = openDesk()
    const path = desk.put('t.csv', `Titel\r\n${english([application(1), application(2, { fornamn: 'SLUT' })]).replace('SLUT', '"SLUT')}`)
    const report = await take(desk, { file: path, kind: 'applications', separator: ';', headerRow: 2, encoding: 'utf-8', columns: { 0: 'application.id', 1: 'application.intake', 2: 'identity.number', 5: 'consent.scope' } })
    expect(report.files[0]?.fault).toMatchObject({ code: 'file-unterminated-quote', params: { record: 3 } })
    expect(desk.counts()).toMatchObject({ application: 0, intake_file: 0 })
  })
  it('lacking a needed column is told, by name and not half', async () => {
    const desk = openDesk()
    const path = desk.put('e.csv', csv(['a', 'personnummer'], [{ a: '1', personnummer: numberOf(1) }], { header: ['Application no', 'Pnr'] }))
    const file = await inspect(desk, { file: path, kind: 'applications' })
    expect(file).toMatchObject({ state: 'incomplete', missing: ['application.intake', 'consent.scope'] })
    const plan = planFor(path, file)
    expect((await take(desk, plan ?? { file: path })).files[0]?.fault).toMatchObject({ code: 'file-column-missing', params: { column: 'intag' } })
  })
  it('with two columns on one fact, a fact of no such file, or another header than was shown is refused', async () => {
    const desk = openDesk()
    const path = desk.put('e.csv', english([application(1)]))
    const plan = await planned(desk, path)
    const fault = async (change: Partial<FilePlan>) => (await take(desk, { ...plan, ...change })).files[0]?.fault
    expect(await fault({ columns: { ...plan.columns, 12: 'person.givenName' } })).toMatchObject({ code: 'file-plan-twice', params: { fact: 'fornamn', first: 'First name', second: 'Företag' } })
    expect(await fault({ columns: { ...plan.columns, 12: 'registration.status' } })).toMatchObject({ code: 'fact-unknown' })
    expect(await fault({ columns: { ...plan.columns, 40: 'contact.city' } })).toMatchObject({ code: 'file-changed' })
    writeFileSync(path, english([application(1)]).replace('First name;Last name', 'Last name;First name'))
    expect(await fault({})).toMatchObject({ code: 'file-changed' })
    expect(desk.counts()).toMatchObject({ application: 0, journal: desk.counts()['journal'] })
  })
  it('with a column twice can be read when somebody says which one counts', async () => {
    const desk = openDesk()
    const header = [...PORTAL, 'fornamn']
    const path = desk.put('d.csv', csv([...PORTAL, 'andra'], [application(1, { andra: 'Östen' })], { header }))
    expect((await desk.take(path)).files[0]?.fault?.code).toBe('file-duplicate-header')
    const file = await inspect(desk, { file: path })
    expect(file.columns.filter(c => c.fact === 'person.givenName')).toHaveLength(1)
    const plan = await planned(desk, path)
    await take(desk, { ...plan, columns: { ...plan.columns, [PORTAL.indexOf('fornamn')]: null, [PORTAL.length]: 'person.givenName' } })
    expect(desk.row(idOf(1))['given_name']).toBe('Östen')
  })
  it('whose numbers stand under a name that says nothing is guessed by its values', async () => {
    const desk = openDesk()
    const path = desk.put('r.csv', csv(['status', 'nr', 'datum'], [1, 2, 3].map(n => ({ status: 'Aktuell', nr: numberOf(n), datum: '2022-01-01' })), { header: ['Sökandestatus', 'Nr', 'Inskriven från'] }))
    const file = await inspect(desk, { file: path })
    expect(file).toMatchObject({ kind: 'register', state: 'guessed' })
    expect(file.columns.map(c => [c.fact, c.basis])).toEqual([['registration.status', 'synonym'], ['identity.number', 'values'], ['registration.date', 'synonym']])
  })
})

describe('encodings that a person may choose', () => {
  it('UTF-16 in both byte orders is found by its mark', async () => {
    const desk = openDesk()
    const text = portal([application(1, { fornamn: 'Nguyễn' })])
    const report = await desk.take(desk.put('be.csv', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()))
    expect(report.files[0]).toMatchObject({ encoding: 'utf-16be', fault: null, counts: { added: 1 } })
    expect(desk.row(idOf(1))['given_name']).toBe('Nguyễn')
  })
  it('what is chosen is what is read', async () => {
    const desk = openDesk()
    const path = desk.put('a.csv', Buffer.from(portal([application(1, { fornamn: 'Åsa' })]), 'latin1'))
    expect((await inspect(desk, { file: path })).encoding).toBe('windows-1252')
    const wrong = await inspect(desk, { file: path, encoding: 'utf-8' })
    expect(wrong.rows[1]?.cells.join()).toContain('\ufffd')
  })
})

describe('a workbook with several sheets', () => {
  const book = async (desk: Desk) => {
    const sheet = (rows: string[][]) => rows.map(row => row.map(value => (value === '' ? null : { value, type: String })))
    const data = [['Portalens uttag'], ['2023-01-09', 'Version 2'], [...PORTAL], ...[application(1), application(2, { kommentar: '' })].map(r => PORTAL.map(c => r[c] ?? ''))]
    return desk.put('b.xlsx', await writeXlsxFile([{ sheet: 'Läs mig', data: sheet([['Så här används filen']]) }, { sheet: 'Ansökningar & mer', data: sheet(data) }]).toBuffer())
  }
  it('is looked at sheet by sheet, and read below its title lines', async () => {
    const desk = openDesk()
    const path = await book(desk)
    const first = await inspect(desk, { file: path })
    expect(first).toMatchObject({ sheets: ['Läs mig', 'Ansökningar & mer'], sheet: 'Läs mig', state: 'incomplete' })
    const second = await inspect(desk, { file: path, sheet: 'Ansökningar & mer' })
    expect(second).toMatchObject({ sheet: 'Ansökningar & mer', headerRow: 3, kind: 'applications', missing: [] })
    const report = await take(desk, planFor(path, second) ?? { file: path })
    expect(report.files[0]).toMatchObject({ fault: null, sheet: 'Ansökningar & mer', counts: { records: 2, added: 2, refused: 0 } })
  })
  it('without the sheet that was chosen is refused', async () => {
    const desk = openDesk()
    expect((await take(desk, { file: await book(desk), sheet: 'Borta' })).files[0]?.fault).toMatchObject({ code: 'file-sheet-missing', params: { sheet: 'Borta' } })
  })
})

describe('the first rows as they will be understood', () => {
  it('show values in words, what is unreadable, what an empty cell means, and refusals', async () => {
    const desk = openDesk()
    const path = desk.put('e.csv', english([application(1, { fodelseland: 'Syria', giltigt_till: 'snart', engelska: '' }), application(2, { samtycke: 'nej' })]))
    const seen = await understandFile(desk.context, { intakeId: desk.intakeId, plan: await planned(desk, path) })
    const cell = (row: number, fact: string) => seen.rows[row]?.cells[seen.facts.findIndex(f => f.fact === fact)]
    expect(cell(0, 'birth.country')).toEqual({ text: 'Syria', state: 'known', display: 'Syrien' })
    expect(cell(0, 'permit.validTo')).toMatchObject({ text: 'snart', state: 'unreadable' })
    expect(cell(0, 'language.english')).toMatchObject({ text: '', state: 'unknown' })
    expect(seen.rows[1]).toMatchObject({ record: 3, refused: { code: 'no-consent', column: 'Consent given' } })
    expect(cell(1, 'person.givenName')).toMatchObject({ text: 'Åsa', state: 'unknown' })
    expect(desk.counts()).toMatchObject({ application: 0 })
  })
  it('are no more than the first ones, however long the file is', async () => {
    const desk = openDesk()
    const path = desk.put('p.csv', portal(Array.from({ length: 3000 }, (_, i) => application(i))))
    const seen = await understandFile(desk.context, { intakeId: desk.intakeId, plan: { file: path } })
    expect(seen.rows).toHaveLength(20)
  })
})

describe('protected persons', () => {
  it('are shown nowhere before they are read, and are in no saved list', async () => {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal([application(1), application(2)])), desk.put('r.csv', register([registerRow(1, { skyddade_uppgifter: 'ja' })])))
    const path = desk.put('b.csv', portal([application(1, { inkom_datum: 'fel' }), application(2, { inkom_datum: 'fel' })]))
    const file = await inspect(desk, { file: path })
    expect(file.rows.map(r => r.masked)).toEqual([false, true, false])
    expect(JSON.stringify(file)).not.toContain(numberOf(1))
    const seen = await understandFile(desk.context, { intakeId: desk.intakeId, plan: { file: path } })
    expect(seen.rows.map(r => [r.masked, r.cells.length > 0])).toEqual([[true, false], [false, true]])
    const shown = await showProblems(desk.context, { intakeId: desk.intakeId, plan: { file: path }, code: 'unreadable-date', column: 'inkom_datum', limit: 10 })
    expect(shown.map(p => [p.masked, p.text])).toEqual([[true, null], [false, 'fel']])
    const out = join(desk.folder, 'ut.csv')
    expect(await saveProblems(desk.context, { intakeId: desk.intakeId, plan: { file: path }, path: out, only: 'all' })).toMatchObject({ rows: 1, leftOut: 1 })
    expect(readFileSync(out, 'utf8')).not.toContain(numberOf(1))
    const marked = await inspect(desk, { file: desk.put('r2.csv', register([registerRow(5, { skyddade_uppgifter: 'ja' }), registerRow(6)])) })
    expect(marked.rows.map(r => r.masked)).toEqual([false, true, false])
  })
})

describe('the saved problem list', () => {
  it('has the file’s own columns with the reason last, runs nothing, and can be read again', async () => {
    const desk = openDesk()
    const path = desk.put('e.csv', english([application(1), application(2, { giltigt_till: '=1+1', fornamn: '@SUM(A1)' }), application(3, { samtycke: 'nej', efternamn: '+46' }), application(4)]).replace(/\r\n$/, ';för mycket\r\n'))
    const plan = await planned(desk, path)
    const out = join(desk.folder, 'problem.csv')
    expect(await saveProblems(desk.context, { intakeId: desk.intakeId, plan, path: out, only: 'all' })).toEqual({ name: 'problem.csv', rows: 3, leftOut: 0 })
    const lines = readFileSync(out, 'utf8').split('\r\n')
    expect(lines[0]).toBe(`\ufeff${[...Object.values(ENGLISH), 'Företag', 'orsak'].join(';')}`)
    expect(lines[1]).toContain(`;'@SUM(A1);`)
    expect(lines[1]).toMatch(/;'=1\+1;.*;"post 3; anmärkning: Valid until: värdet kunde inte läsas/)
    expect(lines[2]).toMatch(/;'\+46;.*post 4; avvisad: Consent given: inget samtycke/)
    expect(lines[3]).toMatch(/post 5; avvisad: för många celler";för mycket$/)
    expect(await saveProblems(desk.context, { intakeId: desk.intakeId, plan, path: out, only: 'refused' })).toMatchObject({ rows: 2 })
    const mendedRows = await inspect(desk, { file: out })
    expect(mendedRows).toMatchObject({ kind: 'applications', missing: [] })
    expect(factOf(mendedRows, 'orsak')).toBeNull()
    expect(readdirSync(desk.folder).filter(f => f.endsWith('.tmp'))).toEqual([])
  })
  it('is written whole or not at all', async () => {
    const desk = openDesk()
    const path = desk.put('e.csv', english([application(1, { samtycke: 'nej' })]))
    const plan = await planned(desk, path)
    await expect(saveProblems(desk.context, { intakeId: desk.intakeId, plan, path: join(desk.folder, 'finns', 'inte.csv'), only: 'all' })).rejects.toMatchObject({ code: 'write-failed' })
    const { mtime } = statSync(path)
    writeFileSync(path, `${english([application(1, { samtycke: 'nej' })])}"`)
    utimesSync(path, mtime, mtime)
    await expect(saveProblems(desk.context, { intakeId: desk.intakeId, plan, path: join(desk.folder, 'ut.csv'), only: 'all' })).rejects.toMatchObject({ code: 'file-unterminated-quote' })
    expect(readdirSync(desk.folder).filter(f => f === 'ut.csv' || f.endsWith('.tmp'))).toEqual([])
  })
  it('shows each problem of a kind with the cell’s own text', async () => {
    const desk = openDesk()
    const path = desk.put('p.csv', portal([application(1, { giltigt_till: 'snart' }), application(2, { personnummer: '19900101-0000' }), application(3, { giltigt_till: 'sen höst' })]))
    const show = (code: string, column?: string, limit = 10) => showProblems(desk.context, { intakeId: desk.intakeId, plan: { file: path }, code, ...(column ? { column } : {}), limit })
    expect(await show('unreadable-used', 'giltigt_till')).toMatchObject([{ record: 2, text: 'snart' }, { record: 4, text: 'sen höst', applicationId: idOf(3) }])
    expect(await show('identity-check-digit', 'personnummer')).toMatchObject([{ record: 3, text: '19900101-0000' }])
    expect(await show('unreadable-used', 'giltigt_till', 1)).toHaveLength(1)
    expect(desk.counts()).toMatchObject({ application: 0 })
  })
})
