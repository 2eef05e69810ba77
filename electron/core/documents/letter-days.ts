import type { LetterLanguage } from '../../../shared/contract/requests.ts'
import type { IsoDate } from '../../../shared/domain.ts'
import { dayNumber } from '../rules/dates.ts'
import { longDate } from './swedish.ts'

const NBSP = '\u00A0'
// Day 0, 1 January 1970, was a Thursday.
const WEEKDAYS = {
  sv: ['torsdagen', 'fredagen', 'lördagen', 'söndagen', 'måndagen', 'tisdagen', 'onsdagen'],
  en: ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'],
}
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** A day in words, held together on one line: "4 december 2026", "4 December 2026". */
export function dayInWords(day: IsoDate, language: LetterLanguage): string {
  if (language === 'sv') return longDate(day)
  return [Number(day.slice(8, 10)), MONTHS[Number(day.slice(5, 7)) - 1] ?? '', day.slice(0, 4)].join(NBSP)
}

/** The same with its weekday, as it stands in a sentence: "fredagen den 4 december 2026", "Friday 4 December 2026". */
export function weekdayInWords(day: IsoDate, language: LetterLanguage): string {
  const weekday = WEEKDAYS[language][((dayNumber(day) % 7) + 7) % 7] ?? ''
  return language === 'sv' ? `${weekday} den${NBSP}${dayInWords(day, 'sv')}` : `${weekday}${NBSP}${dayInWords(day, 'en')}`
}
