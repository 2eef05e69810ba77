import { describe, expect, it } from 'vitest'
import { rowReason } from '../../../shared/text/words.sv.ts'
import { withWrongCheckDigit } from '../../../build/sample/identity.ts'
import { openDesk } from '../store-fixture.ts'
import { application, type Cells, idOf, numberOf, permitRow, permits, portal, PORTAL, register, registerRow } from '../tables.ts'

const line = (row: Cells) => PORTAL.map(c => row[c] ?? '').join(';')

describe('rows that are refused', () => {
  const bad: [string, string, string, string | undefined][] = [
    ['no consent', line(application(2, { samtycke: 'nej' })), 'no-consent', 'samtycke'],
    ['no consent in capitals', line(application(2, { samtycke: 'NEJ' })), 'no-consent', 'samtycke'],
    ['no consent in English', line(application(2, { samtycke: 'no' })), 'no-consent', 'samtycke'],
    ['consent not answered', line(application(2, { samtycke: '' })), 'no-consent', 'samtycke'],
    ['consent of spaces', line(application(2, { samtycke: '  ' })), 'no-consent', 'samtycke'],
    ['no identity number', line(application(2, { personnummer: '' })), 'identity-missing', 'personnummer'],
    ['a wrong check digit', line(application(2, { personnummer: withWrongCheckDigit(numberOf(2), 0) })), 'identity-check-digit', 'personnummer'],
    ['a number that is no number', line(application(2, { personnummer: 'okänt' })), 'identity-invalid', 'personnummer'],
    ['no application id', line(application(2, { ansoknings_id: '' })), 'application-id-missing', 'ansoknings_id'],
    ['another intake', line(application(2, { intag: '2023-2' })), 'other-intake', 'intag'],
    ['no intake', line(application(2, { intag: '' })), 'other-intake', 'intag'],
    ['too few cells', line(application(2)).split(';').slice(0, -2).join(';'), 'too-few-cells', undefined],
    ['too many cells', `${line(application(2))};x;y`, 'too-many-cells', undefined],
    ['a NUL byte', line(application(2, { kommentar: 'a\u0000b' })), 'nul-byte', undefined],
    ['a cell over 1 MB', line(application(2, { kommentar: 'å'.repeat(1_000_001) })), 'cell-too-large', undefined],
  ]
  it.each(bad)('%s: nothing of the row is kept, it is counted and named by record', async (_name, text, code, column) => {
    const desk = openDesk()
    const lines = portal([application(1), application(3)]).trimEnd().split('\r\n')
    const path = desk.put('ansokningar.csv', `${[lines[0], lines[1], text, lines[2]].join('\r\n')}\r\n`)
    const report = await desk.take(path)
    expect(report.files[0]?.fault).toBeNull()
    expect(report.files[0]?.counts).toMatchObject({ records: 3, added: 2, refused: 1 })
    const refusals = desk.problems.filter(p => p.outcome === 'refused')
    expect(refusals.map(p => [p.record, p.code, p.column])).toEqual([[3, code, column]])
    expect(refusals.map(p => rowReason(p.code)).join()).toMatch(/[a-zåäö]/)
    expect(desk.context.store.read.all('SELECT application_id FROM application').map(r => r['application_id'])).toEqual([idOf(1), idOf(3)])
    expect(desk.context.store.read.value('SELECT count(*) FROM journal WHERE instr(body, ?)', idOf(2))).toBe(0)
  })

  it('counts records and not lines when cells hold line breaks', async () => {
    const desk = openDesk()
    const rows = [application(1, { kommentar: 'rad ett\nrad två\n\nrad fyra' }), application(2, { samtycke: 'nej' })]
    await desk.take(desk.put('a.csv', portal(rows)))
    expect(desk.problems.map(p => p.record)).toEqual([3])
  })

  it('takes the cell of exactly 1 MB', async () => {
    const desk = openDesk()
    const report = await desk.take(desk.put('a.csv', portal([application(1, { kommentar: 'x'.repeat(1_000_000) })])))
    expect(report.files[0]?.counts).toMatchObject({ added: 1, refused: 0 })
  })
})

describe('rows that are taken in with a warning', () => {
  const full = async (change: Cells, registerChange: Cells = {}) => {
    const desk = openDesk()
    const report = await desk.take(
      desk.put('a.csv', portal([application(1, change)])), desk.put('r.csv', register([registerRow(1, registerChange)])), desk.put('m.csv', permits([permitRow(1, { giltigt_till: '', arbetsratt: '' })])),
    )
    return { desk, warnings: desk.problems.map(p => `${p.code} ${p.column}`), rules: String(desk.row(idOf(1))['rules']), report }
  }
  it('leaves a wholly green person green', async () => {
    expect(await full({})).toMatchObject({ warnings: [], rules: '' })
  })
  it.each([
    ['giltigt_till', '2023-02-30', 'JO-07:orange'], ['fodelsedatum', '1990', 'JO-18:orange'], ['fodelseland', 'Narnia', 'JO-05:orange'],
    ['arbetslivserfarenhet_sverige_man', 'några', 'JO-14:orange'], ['engelska', 'flytande', 'JO-15:orange'], ['uppehallstillstand', 'grönt kort', 'JO-10:orange'],
    ['arbetsratt', 'kanske', 'JO-09:orange'], ['beslut_bifogat', 'på väg', 'JO-11:orange'], ['samtycke', 'kanske', 'JO-02:orange'],
    ['tidigare_jobbspranget', 'vet ej', 'JO-21:orange'], ['arbete_tim_vecka', 'halvtid', 'JO-23:orange'], ['utbildningsniva_sun', '54', 'JO-12:orange'],
    ['utbildningsinriktning_sun', '521aa', 'JO-13:orange'], ['underlag_utbildning', 'intyg', 'JO-12:orange'], ['forlangning_ansokt', 'igår', 'JO-08:orange'],
  ])('a column that a rule uses, %s = ”%s”: the fact is unknown and the rule orange', async (column, cell, rule) => {
    const { warnings, rules } = await full({ [column]: cell })
    expect(warnings).toEqual([`unreadable-used ${column}`])
    expect(rules).toBe(rule)
  })
  it.each([['arbetssokande_status', 'Vilande', 'JO-03:orange'], ['sokandekategori_kod', 'elva', 'JO-04:orange'], ['plan_fornyad', '2023-13-01', 'JO-17:orange'], ['behov_bedomt', '?', 'JO-16:orange']])('the register’s %s = ”%s” likewise', async (column, cell, rule) => {
    const { warnings, rules } = await full({}, { [column]: cell })
    expect(warnings).toEqual([`unreadable-used ${column}`])
    expect(rules).toBe(rule)
  })
  it.each([['samtycke_datum', 'igår', 'unreadable-date'], ['medborgarskap', 'Narnia', 'unreadable-country'], ['kon', 'X', 'unreadable-word'], ['mottagningsbevis', 'kanske', 'unreadable-word']])('a column that no rule uses, %s = ”%s”: the cell is left out', async (column, cell, code) => {
    const { desk, warnings, rules } = await full({ [column]: cell })
    expect(warnings).toEqual([`${code} ${column}`])
    expect(rules).toBe('')
    expect(desk.context.store.read.value(`SELECT count(*) FROM journal WHERE kind = 'application.added' AND instr(body, ?)`, `"${cell}"`)).toBe(0)
  })
  it('an unreadable cell in the register hides the value of the application: someone must look', async () => {
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal([application(1)])), desk.put('m.csv', permits([permitRow(1, { giltigt_till: 'oklart' })])))
    expect(String(desk.row(idOf(1))['rules'])).toContain('JO-07:orange')
  })
})
