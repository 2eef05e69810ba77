import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Identity, luhn, readIdentity } from '../../../electron/core/intake/reader/identity.ts'
import { coordinationNumber, personnummer, temporaryNumber, withWrongCheckDigit } from '../../../build/sample/identity.ts'
import { identityNumber } from '../../build/sample/oracle-cells.ts'
import { openDesk } from '../store-fixture.ts'
import { application, idOf, portal } from '../tables.ts'

const on = '2023-01-20'
const read = (cell: string, date = on): Identity => {
  const found = readIdentity(cell, date)
  if (typeof found === 'string') throw new Error(`${cell}: ${found}`)
  return found
}
const full = personnummer('1985-03-05', '238')
const ten = full.slice(2)

describe('a personnummer', () => {
  it.each([full, full.replace('-', ''), ten, ten.replace('-', ''), ` ${full} `, full.replace('-', ' - '), `${full.slice(0, 8)} ${full.slice(9)}`, `\u00a0${ten}\u00a0`, full.replace('-', '\u00a0-'), full.replace('-', '–'), full.replace('-', '‐'), full.replace('-', '−'), `\ufeff${full}`])('”%s” is read', cell => {
    expect(read(cell)).toEqual({ number: full, kind: 'personnummer', birthDate: '1985-03-05', restoredZero: false })
  })
  it('has the latest century that makes the person sixteen on the evaluation date', () => {
    const century = (birth: string, date: string) => read(personnummer(birth, '238').slice(2), date).birthDate
    expect(century('2007-01-20', '2023-01-20')).toBe('2007-01-20')
    expect(century('1907-01-21', '2023-01-20')).toBe('1907-01-21')
    expect(century('2007-01-21', '2023-01-21')).toBe('2007-01-21')
    expect(century('1923-01-20', '2023-01-20')).toBe('1923-01-20')
    expect(century('2008-02-29', '2024-02-29')).toBe('2008-02-29')
    expect(century('1908-02-29', '2024-02-28')).toBe('1908-02-29')
  })
  it('with plus is of a person in the hundredth year or older', () => {
    const plus = (birth: string) => personnummer(birth, '238').slice(2).replace('-', '+')
    expect(read(plus('1921-05-05')).number).toBe(personnummer('1921-05-05', '238'))
    expect(read(plus('1907-05-05')).birthDate).toBe('1907-05-05')
  })
  it('that lost its first zero in a numeric cell gets it back with a warning', async () => {
    const young = personnummer('2004-03-05', '238').slice(2).replace('-', '')
    expect(read(young.slice(1))).toMatchObject({ number: personnummer('2004-03-05', '238'), restoredZero: true })
    const desk = openDesk()
    await desk.take(desk.put('a.csv', portal([application(1, { personnummer: young.slice(1) })])))
    expect(desk.problems).toMatchObject([{ code: 'leading-zero-restored', outcome: 'warning', record: 2, column: 'personnummer' }])
    expect(desk.row(idOf(1))['identity']).toBe(personnummer('2004-03-05', '238'))
  })
  it('that two zeros were lost from is refused, not guessed', () => {
    expect(readIdentity(personnummer('2000-03-05', '238').slice(4).replace('-', ''), on)).toBe('identity-invalid')
  })
})

describe('other numbers', () => {
  it('coordination numbers have day + 60, in every form', () => {
    const number = coordinationNumber('1985-03-05', '238')
    expect(number.slice(6, 8)).toBe('65')
    for (const cell of [number, number.replace('-', ''), number.slice(2), number.slice(2).replace('-', '')]) expect(read(cell)).toEqual({ number, kind: 'samordningsnummer', birthDate: '1985-03-05', restoredZero: false })
  })
  it('temporary numbers have no check digit', () => {
    for (const tail of ['T123', 'TF12']) {
      const number = temporaryNumber('1985-03-05', tail)
      for (const cell of [number, number.toLowerCase(), number.replace('-', ''), ` ${number} `]) expect(read(cell)).toMatchObject({ number, kind: 'temporary', birthDate: '1985-03-05' })
    }
  })
  it.each([['', 'identity-missing'], [' \u00a0 ', 'identity-missing'], [withWrongCheckDigit(full, 0), 'identity-check-digit'], [withWrongCheckDigit(ten, 3), 'identity-check-digit'], ['19850230-T123', 'identity-invalid'], ['19850305-TFX1', 'identity-invalid'], ['19850305-T12', 'identity-invalid'], ['850305-T123', 'identity-invalid'], ['19850305', 'identity-invalid'], ['8503052380123', 'identity-invalid'], ['abc', 'identity-invalid'], ['1985-03-05-2380', 'identity-invalid'], ['1,98503E+11', 'identity-invalid']])('”%s” is refused as %s', (cell, fault) => {
    expect(readIdentity(cell, on)).toBe(fault)
  })
  it('a day that no month has is refused though the check digit holds', () => {
    for (const date of ['850230', '851332', '850060', '850399']) expect(readIdentity(`19${date}-238${luhn(`${date}238`)}`, on)).toBe('identity-invalid')
  })
})

describe('any number', () => {
  const birth = fc.date({ min: new Date('1925-01-01'), max: new Date('2006-12-31'), noInvalidDate: true }).map(d => d.toISOString().slice(0, 10))
  const spaced = (text: string, at: number) => `${text.slice(0, at % text.length)} ${text.slice(at % text.length)}`
  it('comes out the same from all its forms, as the second reader says', () => {
    fc.assert(fc.property(birth, fc.constantFrom('238', '239'), fc.nat(20), fc.boolean(), (date, serial, at, coordination) => {
      const number = coordination ? coordinationNumber(date, serial) : personnummer(date, serial)
      for (const cell of [number, number.replace('-', ''), number.slice(2), number.slice(2).replace('-', ''), spaced(number, at)]) {
        expect(read(cell)).toMatchObject({ number, birthDate: date })
        expect(identityNumber(cell, on)).toBe(number)
      }
    }), { numRuns: 300 })
  })
  it('with one digit changed is never read as another person', () => {
    fc.assert(fc.property(birth, fc.integer({ min: 2, max: 11 }), fc.integer({ min: 1, max: 9 }), (date, place, step) => {
      const digits = [...personnummer(date, '238').replace('-', '')]
      digits[place] = String((Number(digits[place]) + step) % 10)
      expect(typeof readIdentity(digits.join(''), on)).toBe('string')
    }), { numRuns: 300 })
  })
  it('is never an error, whatever is written', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789-+ TF') })), text => {
      const found = readIdentity(text, on)
      if (typeof found !== 'string') expect(found.number).toMatch(/^\d{8}-(\d{4}|T\d{3}|TF\d{2})$/)
    }), { numRuns: 1000 })
  })
})
