import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstWorkingDay, isWorkingDay } from '../../../electron/core/rules/holidays.ts'
import { type Given, truth, value } from './scope.ts'

const FALSE = 0
const UNKNOWN = 1
const TRUE = 2

describe('if', () => {
  it.each<[Given, number]>([
    [{ 'b.one': true, 'b.two': true, 'b.three': false }, TRUE], [{ 'b.one': false, 'b.two': true, 'b.three': false }, FALSE],
    [{ 'b.two': true, 'b.three': true }, TRUE], [{ 'b.two': false, 'b.three': false }, FALSE], [{ 'b.two': true, 'b.three': false }, UNKNOWN],
    [{ 'b.one': true, 'b.three': true }, UNKNOWN], [{ 'b.one': false, 'b.three': true }, TRUE],
  ])('chooses, and knows the answer when both branches agree: %j', (given, wanted) => {
    expect(truth('if b.one then b.two else b.three', given)).toBe(wanted)
  })
  it('chooses values too', () => {
    expect(value('if n.one > 3 then 10 else 20', { 'n.one': 4 })).toBe(10)
    expect(value('if n.one > 3 then 10 else 20', { 'n.one': 3 })).toBe(20)
    expect(value('if n.one > 3 then 10 else 20')).toBe(undefined)
    expect(value('if n.one > 3 then 10 else 10')).toBe(10)
    expect(truth('n.two >= (if n.one > 3 then 10 else 20)', { 'n.one': 4, 'n.two': 15 })).toBe(TRUE)
  })
})

describe('some and every', () => {
  it.each<[string, Given, number]>([
    ['some x in l.colours satisfies x = "röd"', { 'l.colours': ['grön', 'röd'] }, TRUE], ['some x in l.colours satisfies x = "röd"', { 'l.colours': ['grön'] }, FALSE],
    ['some x in l.colours satisfies x = "röd"', { 'l.colours': [] }, FALSE], ['some x in l.colours satisfies x = "röd"', { 'l.colours': null }, FALSE], ['some x in l.colours satisfies x = "röd"', {}, UNKNOWN],
    ['every x in l.colours satisfies x = "röd"', { 'l.colours': [] }, TRUE], ['every x in l.colours satisfies x = "röd"', { 'l.colours': ['röd', 'grön'] }, FALSE], ['every x in l.colours satisfies x = "röd"', {}, UNKNOWN],
    ['every x in parameters.colours satisfies (x in l.colours)', { 'l.colours': ['röd'] }, TRUE], ['every x in parameters.colours satisfies (x in l.colours)', { 'l.colours': ['grön'] }, FALSE], ['every x in parameters.colours satisfies (x in l.colours)', {}, UNKNOWN],
    ['some x in [n.one, n.two] satisfies x > 3', { 'n.one': 5 }, TRUE], ['some x in [n.one, n.two] satisfies x > 3', { 'n.one': 1 }, UNKNOWN], ['every x in [n.one, n.two] satisfies x > 3', { 'n.one': 1 }, FALSE],
    ['some x in [1, 2] satisfies (some y in [2, 3] satisfies x = y)', {}, TRUE], ['every x in [1, 2] satisfies (some y in [2, 3] satisfies x = y)', {}, FALSE],
    ['"röd" in l.colours', { 'l.colours': ['röd'] }, TRUE], ['"röd" in l.colours', { 'l.colours': null }, FALSE], ['w.colour in l.colours', { 'l.colours': ['röd'] }, UNKNOWN],
  ])('%s of %j', (text, given, wanted) => {
    expect(truth(text, given)).toBe(wanted)
  })
  it('are long "or" and "and" of the same conditions', () => {
    const number = fc.constantFrom(undefined, null, 1, 2, 3, 4)
    fc.assert(fc.property(number, number, fc.constantFrom('=', '!=', '<', '>='), (a, b, op) => {
      const given = { 'n.one': a, 'n.two': b }
      expect(truth(`some x in [n.one, n.two] satisfies x ${op} 3`, given)).toBe(truth(`n.one ${op} 3 or n.two ${op} 3`, given))
      expect(truth(`every x in [n.one, n.two] satisfies x ${op} 3`, given)).toBe(truth(`n.one ${op} 3 and n.two ${op} 3`, given))
    }))
  })
  it('counts', () => {
    expect(value('count(l.colours)', { 'l.colours': ['röd', 'grön'] })).toBe(2)
    expect(value('count(l.colours)', { 'l.colours': null })).toBe(0)
    expect(value('count(l.colours)')).toBe(undefined)
    expect(truth('count([1, 2, 3]) = 3')).toBe(TRUE)
  })
})

describe('lengths of time', () => {
  it('between two dates are days', () => {
    const given = { 'd.one': '2024-03-01', 'd.two': '2024-02-01' }
    expect(truth('d.one - d.two = @"P29D"', given)).toBe(TRUE)
    expect(truth('d.one - d.two > @"P29D"', given)).toBe(FALSE)
    expect(truth('d.one - d.two >= @"P4W"', given)).toBe(TRUE)
    expect(truth('d.one - d.two > @"P1D"', { 'd.one': '2024-03-01' })).toBe(UNKNOWN)
    expect(truth('d.one - d.two > @"P1D"', { 'd.one': '2024-03-01', 'd.two': null })).toBe(FALSE)
  })
})

describe('the first working day', () => {
  it.each([
    ['2025-12-23', '2025-12-23', 'the day before the eve'], ['2025-12-24', '2025-12-29', 'Christmas Eve, two holidays and a weekend'], ['2025-12-31', '2026-01-02', "New Year's Eve and Day"],
    ['2026-01-05', '2026-01-05', 'the eve of Epiphany is a working day'], ['2026-01-06', '2026-01-07', 'Epiphany'], ['2025-04-18', '2025-04-22', 'Good Friday to Easter Monday'], ['2024-05-09', '2024-05-10', 'Ascension Day'],
    ['2025-06-06', '2025-06-09', 'the National Day on a Friday'], ['2025-06-20', '2025-06-23', 'Midsummer Eve'], ['2024-06-21', '2024-06-24', 'Midsummer Eve on another date'], ['2025-05-01', '2025-05-02', 'the first of May'],
    ['2025-11-01', '2025-11-03', "All Saints' Day is a Saturday"], ['2024-02-24', '2024-02-26', 'a Saturday'], ['2024-02-29', '2024-02-29', 'a leap day'],
  ])('from %s is %s: %s', (from, wanted) => {
    expect(firstWorkingDay(from)).toBe(wanted)
    expect(value('first working day(d.one)', { 'd.one': from })).toBe(wanted)
  })
  it('knows Easter of every year that the table of the church gives', () => {
    const easterMondays = { 2020: '04-13', 2021: '04-05', 2022: '04-18', 2023: '04-10', 2024: '04-01', 2025: '04-21', 2026: '04-06', 2027: '03-29', 2028: '04-17', 2029: '04-02', 2030: '04-22', 2035: '03-26', 2038: '04-26' }
    for (const [year, day] of Object.entries(easterMondays)) expect(isWorkingDay(`${year}-${day}`), `${year}-${day}`).toBe(false)
  })
  it('is never earlier, at most six days later, and itself a working day', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }), date => {
      const from = date.toISOString().slice(0, 10)
      const found = firstWorkingDay(from)
      const days = (Date.parse(found) - Date.parse(from)) / 86_400_000
      expect(days).toBeGreaterThanOrEqual(0)
      expect(days).toBeLessThanOrEqual(6)
      expect(isWorkingDay(found)).toBe(true)
    }))
  })
  it('of an unknown day is unknown', () => {
    expect(value('first working day(d.one)')).toBe(undefined)
    expect(value('first working day(d.one)', { 'd.one': null })).toBe(null)
  })
})
