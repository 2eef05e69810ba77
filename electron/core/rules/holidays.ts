import type { IsoDate } from '../../../shared/domain.ts'
import { dayNumber, fromDayNumber, isoDate } from './dates.ts'

/** Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm of 1876), as a day number. */
function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return dayNumber(isoDate(year, month, ((h + l - 7 * m + 114) % 31) + 1) ?? '')
}

const years = new Map<number, ReadonlySet<number>>()
/**
 * Day numbers in a year on which a time limit does not end though they may fall on a weekday: public holidays (1989:253 § 1) and the eves of
 * Midsummer, Christmas and New Year (1930:173 § 2).
 */
function daysOff(year: number): ReadonlySet<number> {
  const known = years.get(year)
  if (known) return known
  const day = (month: number, date: number) => dayNumber(isoDate(year, month, date) ?? '')
  const sunday = easter(year)
  const fixed = [day(1, 1), day(1, 6), day(5, 1), day(6, 6), day(12, 24), day(12, 25), day(12, 26), day(12, 31)]
  // Midsummer Day and All Saints' Day are Saturdays; of Midsummer its eve, the Friday before, counts as well.
  const midsummer = onOrAfter(day(6, 20), SATURDAY)
  const found = new Set([...fixed, sunday - 2, sunday + 1, sunday + 39, midsummer - 1])
  years.set(year, found)
  return found
}

const SUNDAY = 0
const SATURDAY = 6
// Day 0, 1 January 1970, was a Thursday.
const weekday = (day: number) => (((day + 4) % 7) + 7) % 7
const onOrAfter = (day: number, wanted: number) => day + ((wanted - weekday(day) + 7) % 7)

/** True where a time limit of law can end: no Saturday, Sunday, public holiday or eve that counts as one (1930:173 § 2). */
export function isWorkingDay(date: IsoDate): boolean {
  const day = dayNumber(date)
  return weekday(day) !== SUNDAY && weekday(day) !== SATURDAY && !daysOff(Number(date.slice(0, 4))).has(day)
}

/** The day itself or the next on which a time limit of law can end (1930:173 § 2). */
export function firstWorkingDay(date: IsoDate): IsoDate {
  let found = date
  while (!isWorkingDay(found)) found = fromDayNumber(dayNumber(found) + 1)
  return found
}
