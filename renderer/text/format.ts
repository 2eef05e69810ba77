import { inLanguage } from './language.ts'

const locale = inLanguage({ sv: 'sv-SE', en: 'en-GB' })
const numbers = new Intl.NumberFormat(locale)
const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })

/** A count as text, e.g. 20 412 in Swedish and 20,412 in English. */
export function count(n: number): string {
  return numbers.format(n)
}

/** A number with at most one decimal, e.g. 1,5 in Swedish. */
export function decimal(n: number): string {
  return tenths.format(n)
}

/** One or many: `many(1, 'post', 'poster')` gives "1 post". */
export function many(n: number, one: string, several: string): string {
  return `${count(n)} ${n === 1 ? one : several}`
}

/** A text as the beginning of a line: labels of facts are written small so that they fit inside sentences. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1)
}

/** A reference to law whose parts stay on one line: the number with its paragraph sign, the chapter with its number. */
export function unbroken(law: string): string {
  return law.replace(/(\d) (?=[a-z]\b|§|kap\.)/g, '$1\u00a0').replace(/\b([a-z]) (?=§)/g, '$1\u00a0').replace(/\b(sections?|chapter|articles?|artikel) (?=\d)/g, '$1\u00a0')
}

const pad = (n: number) => String(n).padStart(2, '0')

/** A moment (ISO with zone) as local day and minute, e.g. 2026-11-21 14:05; what cannot be read is shown as it is. The same in both languages. */
export function moment(iso: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return iso
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return `${day(at)} ${pad(at.getHours())}:${pad(at.getMinutes())}`
}

/** The calendar day of a moment where the user sits, as YYYY-MM-DD. */
export function day(at: Date): string {
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
}

/** A size as text, e.g. 12,4 MB in Swedish. */
export function megabytes(bytes: number): string {
  return `${decimal(bytes / 1_000_000)} MB`
}
