import countries from 'i18n-iso-countries'
import { describe, expect, it } from 'vitest'
import { programmeOf } from '../../../electron/core/programmes/programmes.ts'
import { countryCode, countryName, countryOptions } from '../../../electron/core/rules/countries.ts'
import { readDate, valueReader } from '../../../electron/core/rules/read-value.ts'
import type { FactDef } from '../../../electron/core/rules/values.ts'
import { BORDERLINE, EUROPE, OUTSIDE_EUROPE, SWEDEN } from '../../../build/sample/countries.ts'
import { openDesk } from '../store-fixture.ts'
import { application, idOf, PORTAL } from '../tables.ts'
import writeXlsxFile, { type Cell } from 'write-excel-file/node'

const set = programmeOf('jobbspranget').on('2023-01-20')
const fact = (id: string): FactDef => {
  const found = set.factById.get(id)
  if (!found) throw new Error(id)
  return found
}

describe('dates', () => {
  it.each([['2023-01-05', '2023-01-05'], ['20230105', '2023-01-05'], ['05/01/2023', '2023-01-05'], ['5/1/2023', '2023-01-05'], ['29/02/2024', '2024-02-29'], ['2000-02-29', '2000-02-29']])('”%s” is %s', (text, date) => expect(readDate(text)).toBe(date))
  it.each(['', '2023-02-29', '1900-02-29', '2023-13-01', '13/13/2023', '31/04/2023', '2023-00-10', '2023-01-00', '20230230', '2023', '2023-1-5', '05-01-2023', '5.1.2023', '2023/01/05', '05/01/23', '0023-01-05', '2023-01-05T00:00', '45000', '5 januari 2023'])('”%s” is unreadable', text => expect(readDate(text)).toBeUndefined())
})

describe('numbers', () => {
  const read = valueReader(fact('activity.studyPercent'))
  it.each([['0', 0], ['12', 12], ['007', 7], ['1 200', 1200], ['1\u00a0200', 1200], ['37,5', 37.5], ['37.5', 37.5], ['50%', 50], ['50 %', 50]])('”%s” is %d', (text, n) => expect(read(text)).toBe(n))
  it.each(['-1', '1e3', 'tolv', '12 mån', '1.200,5', '1,2,3', '0x10', 'NaN', '%', '٣'])('”%s” is unreadable', text => expect(read(text)).toBeUndefined())
})

describe('words', () => {
  it.each(['ja', 'Ja', 'JA', 'yes', 'YES', 'x', 'X'])('”%s” is yes', word => {
    expect(valueReader(fact('decision.attached'))(word)).toBe(true)
    expect(valueReader(fact('work.right'))(word)).toBe('ja')
    expect(valueReader(fact('consent.scope'))(word)).toBe('ja')
  })
  it.each(['nej', 'Nej', 'NEJ', 'no', 'No'])('”%s” is no', word => {
    expect(valueReader(fact('decision.attached'))(word)).toBe(false)
    expect(valueReader(fact('work.right'))(word)).toBe('nej')
  })
  it.each(['j', 'n', '1', '0', 'true', 'jaa', 'ja!'])('”%s” is neither', word => expect(valueReader(fact('decision.attached'))(word)).toBeUndefined())
  it('literal words are known in any case and stored in one spelling', () => {
    expect(valueReader(fact('permit.kind'))('tut-FLYKTING')).toBe('TUT-flykting')
    expect(valueReader(fact('language.english'))('b2')).toBe('B2')
    expect(valueReader(fact('registration.status'))('EJ INSKRIVEN')).toBe('Ej inskriven')
    expect(valueReader(fact('education.field'))('311X')).toBe('311x')
    expect(valueReader(fact('permit.classCode'))('x12')).toBe('X12')
    for (const name of ['constructor', 'toString', '__proto__']) expect(valueReader(fact('permit.kind'))(name)).toBeUndefined()
  })
  it('codes are taken literally, never as patterns', () => {
    const field = valueReader(fact('education.field'))
    expect(['311x', '3111', '31', '311xx', 'x11', '3 11'].map(f => field(f))).toEqual(['311x', undefined, undefined, undefined, undefined, undefined])
  })
})

describe('countries', () => {
  const all = Object.keys(countries.getAlpha2Codes())
  it('are known by Swedish name, English name and alpha-2, every one of them', () => {
    const wrong = all.flatMap(code => [...countries.getNames('sv', { select: 'all' })[code] ?? [], ...countries.getNames('en', { select: 'all' })[code] ?? [], code, code.toLowerCase()].filter(name => countryCode(name) !== code).map(name => `${name}: ${countryCode(name)}, not ${code}`))
    // ”Congo” is a name of both states of that name; neither is in Europe.
    expect(wrong).toEqual(['Congo: CG, not CD'])
    expect(all.length).toBeGreaterThan(240)
  })
  it('of the sample data are known by every form', () => {
    for (const { sv, en, code } of [...OUTSIDE_EUROPE, ...BORDERLINE, ...EUROPE, SWEDEN]) expect([sv, en, code, ` ${sv.toUpperCase()} `].map(countryCode)).toEqual([code, code, code, code])
  })
  it.each([['Sovjetunionen', 'SUHH'], ['Jugoslavien', 'YUCS'], ['Tjeckoslovakien', 'CSHH'], ['DDR', 'DDDE'], ['Serbien och Montenegro', 'CSXX'], ['Kosovo', 'XK'], ['XK', 'XK'], ['Syria', 'SY'], ['Moldova', 'MD'], ['Iran', 'IR'], ['Côte d’Ivoire', 'CI'], ['USA', 'US'], ['Storbritannien', 'GB'], ['Bosnien  och\u00a0Hercegovina', 'BA'], ['Tu\u0308rkiye', 'TR'], ['Hongkong', 'HK'], ['Saudiarabien', 'SA'], ['Kap Verde', 'CV'], ['Burma', 'MM']])('”%s” is %s', (name, code) => expect(countryCode(name)).toBe(code))
  it.each(['', 'Narnia', 'ZZ', 'XX', 'EU', '??', 'constructor', 'Okänt'])('”%s” is no country', name => expect(countryCode(name)).toBeNull())
  it('have a Swedish name each, sorted as a Swede sorts', () => {
    expect(all.filter(code => countryName(code) === code)).toEqual([])
    const labels = countryOptions().map(o => o.label)
    expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b, 'sv')))
    expect(labels.indexOf('Åland')).toBeGreaterThan(labels.indexOf('Zimbabwe'))
    expect(new Set(countryOptions().map(o => o.value)).size).toBe(labels.length)
  })
  it('that the rules name are countries that can be read', () => {
    const named = ['europe', 'borderCountries'].flatMap(p => [set.data.parameters[p]?.value ?? []].flat())
    expect(named.filter(code => typeof code !== 'string' || countryCode(code) !== code)).toEqual([])
    expect(named).toHaveLength(new Set(named).size)
  })
})

describe('a workbook', () => {
  it('gives date cells as their day whatever the time zone, numbers in full, texts as they are and yes and no', async () => {
    const desk = openDesk()
    const special = { inkom_datum: { value: new Date(Date.UTC(2023, 0, 5)), type: Date, format: 'yyyy-mm-dd' }, giltigt_till: { value: new Date(Date.UTC(2023, 6, 5)), type: Date, format: 'dd/mm/yyyy' }, beslut_bifogat: { value: true, type: Boolean }, arbete_tim_vecka: { value: 37.5, type: Number }, postnummer: { value: 1000, type: Number } } as const
    const row = application(1)
    const cells: Cell[] = PORTAL.map(c => (c in special ? special[c as keyof typeof special] : row[c] ? { value: row[c] ?? '', type: String } : null))
    const number = '850101238'
    const { luhn } = await import('../../../electron/core/intake/reader/identity.ts')
    const identity = { value: Number(`19${number}${luhn(number)}`), type: Number }
    cells[PORTAL.indexOf('personnummer')] = identity
    const path = desk.put('a.xlsx', await writeXlsxFile([PORTAL.map(c => ({ value: c, type: String })), cells]).toBuffer())
    const report = await desk.take(path)
    expect(report.files[0]).toMatchObject({ fault: null, counts: { added: 1, refused: 0, warnings: 0 } })
    const body = JSON.parse(String(desk.context.store.read.value(`SELECT body FROM journal WHERE kind = 'application.added'`))) as { cells: unknown[] }
    const stored = (column: string) => body.cells[PORTAL.indexOf(column)]
    expect(['inkom_datum', 'giltigt_till', 'beslut_bifogat', 'arbete_tim_vecka', 'postnummer'].map(stored)).toEqual(['2023-01-05', '2023-07-05', true, 37.5, '01000'])
    expect(desk.row(idOf(1))['identity']).toBe(`19${number.slice(0, 6)}-238${luhn(number)}`)
  })
})
