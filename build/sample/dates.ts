/** Calendar dates as text (YYYY-MM-DD) and as whole days since 1970-01-01; no time zone, no clock. */

const DAYS_OF_400_YEARS = 146_097;
const DAYS_TO_1970 = 719_468;

/** Days of a month; month from 1. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01 by years that begin in March, so that the leap day comes last. */
function daysOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * DAYS_OF_400_YEARS + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - DAYS_TO_1970;
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
const text = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;

/** Days since 1970-01-01. Throws RangeError for what is not a date of the calendar. */
export function dayNumber(date: string): number {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
    throw new RangeError(`Provdata: "${date}" är inget datum (ÅÅÅÅ-MM-DD).`);
  }
  return daysOf(year, month, day);
}

/** The date of a day number. */
export function dateOf(dayNumber1970: number): string {
  const days = dayNumber1970 + DAYS_TO_1970;
  const era = Math.floor(days / DAYS_OF_400_YEARS);
  const dayOfEra = days - era * DAYS_OF_400_YEARS;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return text(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1);
}

/** A date a number of days later, or earlier if negative. */
export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days);
}

/** A date a number of calendar months later (negative: earlier); the day is clipped to the month's last. */
export function addMonths(date: string, months: number): string {
  const all = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(all / 12), (((all % 12) + 12) % 12) + 1];
  return text(year, month, Math.min(Number(date.slice(8, 10)), daysIn(year, month)));
}

/** A date a number of years later (negative: earlier); 29 February is clipped to the 28th. */
export function addYears(date: string, years: number): string {
  return addMonths(date, 12 * years);
}
