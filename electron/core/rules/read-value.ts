import type { FactScalar } from '../../../shared/domain.ts'
import { countryCode } from './countries.ts'
import { isoDate } from './dates.ts'
import type { FactDef } from './values.ts'

/** Columns that are read in a way of their own. */
export type ColumnKind = 'identity' | 'postal-code' | undefined
type Read = (text: string) => FactScalar | undefined

/** Reads a date as YYYY-MM-DD, YYYYMMDD or DD/MM/YYYY. */
export function readDate(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3])) ?? undefined
  const dayFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  return dayFirst ? isoDate(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1])) ?? undefined : undefined
}

const YES = new Set(['ja', 'yes', 'x'])
const NO = new Set(['nej', 'no'])
const readBoolean: Read = text => {
  const word = text.toLowerCase()
  return YES.has(word) ? true : NO.has(word) ? false : undefined
}

const readNumber: Read = text => {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(/%$/, '').replace(',', '.')
  return /^\d{1,9}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined
}

function wordReader(values: Record<string, string>): Read {
  const words = new Map(Object.keys(values).map(v => [v.toLowerCase(), v]))
  const yes = words.get('ja')
  const no = words.get('nej')
  return text => {
    const word = text.toLowerCase()
    return words.get(word) ?? (yes !== undefined && YES.has(word) ? yes : no !== undefined && NO.has(word) ? no : undefined)
  }
}

function textReader(fact: FactDef, as: ColumnKind): Read {
  const pattern = fact.pattern === undefined ? null : new RegExp(`^(?:${fact.pattern})$`)
  const shape = fact.spelling === 'upper' ? (t: string) => t.toUpperCase() : fact.spelling === 'lower' ? (t: string) => t.toLowerCase() : as === 'postal-code' ? postalCode : (t: string) => t
  return text => {
    const value = shape(text)
    return pattern && !pattern.test(value) ? undefined : value
  }
}

/** Five digits without space; a zero that a number format hid is put back. */
const postalCode = (text: string) => {
  const digits = text.replace(/\s/g, '')
  return /^\d{4}$/.test(digits) ? `0${digits}` : digits
}

/** The way a fact's value is read from what a person or a file wrote; undefined when it is no such value. */
export function valueReader(fact: FactDef, as?: ColumnKind): Read {
  switch (fact.type) {
    case 'date': return readDate
    case 'number': return readNumber
    case 'boolean': return readBoolean
    case 'country': return text => countryCode(text) ?? undefined
    case 'word': return wordReader(fact.values ?? {})
    case 'text': return textReader(fact, as)
  }
}
