import type { IsoDate } from '../../../../shared/domain.ts'
import { fullYears, isoDate } from '../../rules/dates.ts'

export type Identity = { number: string; kind: 'personnummer' | 'samordningsnummer' | 'temporary'; birthDate: IsoDate; restoredZero: boolean }
export type IdentityFault = 'identity-missing' | 'identity-check-digit' | 'identity-invalid'

/**
 * Reads an identity number as people and Excel write them: 10 or 12 digits with or without hyphen, stray spaces, a lost leading zero,
 * `+` for a hundred years and more, coordination numbers (day + 60) and temporary numbers (YYYYMMDD-T###, -TF##, no check digit).
 * The century of ten digits is the latest that makes the person at least 16 on the evaluation date. Gives YYYYMMDD-NNNN.
 */
export function readIdentity(cell: string, evaluationDate: IsoDate): Identity | IdentityFault {
  const text = cell.replace(/[\s\u00a0\u200b\ufeff]/g, '').replace(/[\u2010-\u2015\u2212]/g, '-').toUpperCase()
  if (text === '') return 'identity-missing'
  const temporary = /^(\d{4})(\d{2})(\d{2})-?(T\d{3}|TF\d{2})$/.exec(text)
  if (temporary) {
    const born = isoDate(Number(temporary[1]), Number(temporary[2]), Number(temporary[3]))
    return born ? { number: `${born.replaceAll('-', '')}-${temporary[4]}`, kind: 'temporary', birthDate: born, restoredZero: false } : 'identity-invalid'
  }
  const bare = /^(\d{9}|\d{11})$/.test(text)
  const m = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)(\d{3})(\d)$/.exec(bare ? `0${text}` : text)
  if (!m) return 'identity-invalid'
  const [, century, yy = '', mm = '', dd = '', sign = '', serial = '', check = ''] = m
  if (luhn(yy + mm + dd + serial) !== Number(check)) return 'identity-check-digit'
  const day = Number(dd)
  const coordination = day > 60
  const calendarDay = coordination ? day - 60 : day
  const year = century === undefined ? centuryOf(Number(yy), Number(mm), calendarDay, sign === '+', evaluationDate) : Number(century + yy)
  const born = year === null ? null : isoDate(year, Number(mm), calendarDay)
  if (!born) return 'identity-invalid'
  return { number: `${born.slice(0, 4)}${mm}${dd}-${serial}${check}`, kind: coordination ? 'samordningsnummer' : 'personnummer', birthDate: born, restoredZero: bare }
}

function centuryOf(yy: number, month: number, day: number, plus: boolean, on: IsoDate): number | null {
  const thisYear = Number(on.slice(0, 4))
  const latest = Math.floor(thisYear / 100) * 100 + yy
  // `+` is written from the year in which the person turns a hundred (FOL 18 §).
  if (plus) return [latest - 100, latest - 200].find(year => thisYear - year >= 100) ?? null
  return [latest, latest - 100].find(year => {
    const born = isoDate(year, month, day)
    return born !== null && born <= on && fullYears(born, on) >= 16
  }) ?? null
}

/** The control digit of nine digits (modulus 10). */
export function luhn(nine: string): number {
  let sum = 0
  for (let i = 0; i < nine.length; i++) {
    const n = (nine.charCodeAt(i) - 48) * (i % 2 === 0 ? 2 : 1)
    sum += n > 9 ? n - 9 : n
  }
  return (10 - (sum % 10)) % 10
}
