import type { IsoDate } from '../../../shared/domain.ts'

/** Calendar arithmetic on YYYY-MM-DD strings: no clock, no time zone. Such strings compare in calendar order as they are. */
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days in a month (1-12) of a year. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0)
}

const pad = (n: number, width: number) => String(n).padStart(width, '0')

/** The ISO date of a year, month and day, or null when there is no such day. Years 1000-9999. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (!(year >= 1000 && year <= 9999) || !(month >= 1 && month <= 12) || !(day >= 1 && day <= daysInMonth(year, month))) return null
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** True for a real calendar date written YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return m !== null && isoDate(Number(m[1]), Number(m[2]), Number(m[3])) !== null
}

const parts = (date: IsoDate) => [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))] as const

/** A calendar duration: whole months and whole days, either may be negative. */
export type Duration = { months: number; days: number }

/** Reads an ISO 8601 duration of years, months, weeks and days (P6M, P1Y2M, -P1D), or null. */
export function parseDuration(text: string): Duration | null {
  const m = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text)
  if (!m || (m[2] ?? m[3] ?? m[4] ?? m[5]) === undefined) return null
  const sign = m[1] === '-' ? -1 : 1
  const n = (i: number) => Number(m[i] ?? 0)
  return { months: sign * (n(2) * 12 + n(3)) || 0, days: sign * (n(4) * 7 + n(5)) || 0 }
}

/** The date a duration later; months first with the month's end clipped (31 January + 1 month = 28 February), then days. */
export function addDuration(date: IsoDate, duration: Duration, sign: 1 | -1 = 1): IsoDate {
  const [y, m, d] = parts(date)
  const monthIndex = y * 12 + (m - 1) + sign * duration.months
  const year = Math.floor(monthIndex / 12)
  const month = (monthIndex % 12 + 12) % 12 + 1
  const clipped = `${pad(year, 4)}-${pad(month, 2)}-${pad(Math.min(d, daysInMonth(year, month)), 2)}`
  return duration.days === 0 ? clipped : fromDayNumber(dayNumber(clipped) + sign * duration.days)
}

/** Whole years from one date to another, as ages are counted: the birthday itself completes the year. */
export function fullYears(from: IsoDate, to: IsoDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) >= from.slice(5) ? years : years - 1
}

/** Days since 1970-01-01. */
export function dayNumber(date: IsoDate): number {
  const [y, m, d] = parts(date)
  return Math.round(Date.UTC(y, m - 1, d) / 86_400_000)
}

/** The date of a day number. */
export function fromDayNumber(day: number): IsoDate {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}
