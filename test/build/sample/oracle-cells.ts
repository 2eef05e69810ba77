/** How the oracle reads single cells; written from the file description, without any of the product's code. */
import countries from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import swedish from 'i18n-iso-countries/langs/sv.json' with { type: 'json' };

countries.registerLocale(english);
countries.registerLocale(swedish);

const GONE = ['Jugoslavien', 'Tjeckoslovakien', 'DDR', 'Serbien och Montenegro', 'Sovjetunionen'];

/** Usual names that the country library does not know. */
const ALSO: Record<string, string> = { syria: 'SY', moldova: 'MD', moldavien: 'MD' };

/** The trimmed text of a cell; empty for an absent column. */
export function cell(row: Record<string, string>, column: string): string {
  return (row[column] ?? '').trim();
}

/** True for a yes-word, false for a no-word, undefined for anything else. */
export function yesNo(word: string | undefined): boolean | undefined {
  if (word === undefined) return undefined;
  if (['ja', 'yes', 'x'].includes(word.toLowerCase())) return true;
  return ['nej', 'no'].includes(word.toLowerCase()) ? false : undefined;
}

/** A date as YYYY-MM-DD from one of three ways to write it; undefined when it is none. */
export function dateOfCell(text: string): string | undefined {
  const iso = text.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$2-$1').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return undefined;
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? iso : undefined;
}

/** A whole number, undefined for anything else. */
export function numberOfCell(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Alpha-2 code or the name of a state that is gone; undefined when no country. */
export function country(text: string): string | undefined {
  const gone = GONE.find((name) => name.toLowerCase() === text.toLowerCase());
  if (gone !== undefined) return gone;
  if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase() === 'XK' || countries.isValid(text) ? text.toUpperCase() : undefined;
  return ALSO[text.toLowerCase()] ?? countries.getAlpha2Code(text, 'sv') ?? countries.getAlpha2Code(text, 'en');
}

/** Twelve digits (or a temporary number) from any way to write an identity number; undefined when it is none. */
export function identityNumber(text: string, evaluationDate: string): string | undefined {
  const bare = text.replace(/\s/g, '');
  const temporary = /^(\d{8})-?(T\d{3}|TF\d{2})$/.exec(bare);
  if (temporary) return `${temporary[1]}-${temporary[2]}`;
  if (/^\d{9}$|^\d{11}$/.test(bare)) return identityNumber(`0${bare}`, evaluationDate);
  const parts = /^(\d\d)?(\d{6})([-+]?)(\d{4})$/.exec(bare);
  if (!parts) return undefined;
  const [, written, date = '', sign, tail = ''] = parts;
  if (!luhnHolds(date + tail)) return undefined;
  if (written !== undefined) return `${written}${date}-${tail}`;
  return `${sign === '+' ? centuryPast100(date, evaluationDate) : latestCentury(date, evaluationDate)}${date}-${tail}`;
}

/** The birth date that an identity number holds. */
export function identityBirth(text: string, evaluationDate: string): string | undefined {
  const number = identityNumber(text, evaluationDate);
  if (number === undefined) return undefined;
  const day = Number(number.slice(6, 8));
  return `${number.slice(0, 4)}-${number.slice(4, 6)}-${String(day > 60 ? day - 60 : day).padStart(2, '0')}`;
}

/** Whole years of age on a date. */
export function ageOn(birth: string, date: string): number {
  return Number(date.slice(0, 4)) - Number(birth.slice(0, 4)) - (date.slice(5) < birth.slice(5) ? 1 : 0);
}

/** The same day of another month; clipped to the month's last day. */
export function addMonthsClipped(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const all = year * 12 + month - 1 + months;
  const y = Math.floor(all / 12);
  const m = (all % 12) + 1;
  return `${y}-${String(m).padStart(2, '0')}-${String(Math.min(day, daysIn(y, m))).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function luhnHolds(ten: string): boolean {
  const sum = [...ten].map(Number).reduce((all, digit, i) => all + (i % 2 === 0 ? Math.floor((digit * 2) / 10) + ((digit * 2) % 10) : digit), 0);
  return sum % 10 === 0;
}

/** The plus sign is written from the year in which a person turns a hundred. */
function centuryPast100(sixDigits: string, evaluationDate: string): number {
  const hundred = Number(evaluationDate.slice(0, 4)) - 100;
  return Math.floor(hundred / 100) - (Number(sixDigits.slice(0, 2)) > hundred % 100 ? 1 : 0);
}

/** The latest century in which someone with these six digits is at least sixteen. */
function latestCentury(sixDigits: string, evaluationDate: string): number {
  const day = Number(sixDigits.slice(4));
  const rest = `${sixDigits.slice(0, 2)}-${sixDigits.slice(2, 4)}-${String(day > 60 ? day - 60 : day).padStart(2, '0')}`;
  let century = Number(evaluationDate.slice(0, 2));
  while (ageOn(`${century}${rest}`, evaluationDate) < 16) century--;
  return century;
}
