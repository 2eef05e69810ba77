import type { IsoDate } from '../../../shared/domain.ts'
import { dayNumber, fromDayNumber } from './dates.ts'
import { firstWorkingDay } from './holidays.ts'

const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The calendar day of a moment in Sweden, where the authority is, whatever time zone the computer has. */
export function swedishDay(moment: string): IsoDate {
  return swedish.format(new Date(moment))
}

/** The day that many days after another, or the first working day after that. */
export function workingDayAfter(day: IsoDate, days: number): IsoDate {
  return firstWorkingDay(fromDayNumber(dayNumber(day) + days))
}
