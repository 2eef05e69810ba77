import type { Reader } from '../store/database.ts'
import type { Found } from './find.ts'
import { intakesNewestFirst } from './read-words.ts'

/** Shorter beginnings would list a whole month of births, or an intake. */
const LEAST_IDENTITY = 6
const LEAST_APPLICATION = 3
/** Sorts after every sign that a number is written with. */
const AFTER = '\uffff'

/** Cases by application id: the whole of it, however protected the person is, or its beginning among those who are not. */
export function byApplication(db: Reader, text: string, limit: number): Found {
  const hits: Found['hits'] = []
  const written = [...new Set([text, text.toUpperCase(), text.toLowerCase()])]
  const seen = new Set<number>()
  const take = (rows: unknown[][], match: 'exact' | 'prefix') => {
    for (const [id] of rows) {
      if (seen.has(Number(id))) continue
      seen.add(Number(id))
      hits.push({ id: Number(id), match })
    }
  }
  const intakes = intakesNewestFirst(db)
  for (const intake of intakes) for (const form of written) take(db.raw('SELECT id FROM application WHERE intake = ? AND application_id = ?', intake, form), 'exact')
  if (text.length >= LEAST_APPLICATION) {
    for (const intake of intakes) {
      for (const form of written) {
        if (hits.length > limit) break
        take(db.raw(`SELECT id FROM application WHERE intake = ? AND application_id > ? AND application_id < ? AND protected = 0 ORDER BY application_id LIMIT ?`, intake, form, form + AFTER, limit + 1), 'prefix')
      }
    }
  }
  return { hits: hits.slice(0, limit), more: hits.length > limit }
}

/** An identity number in any writing as the store writes it, whole or its beginning; null when the text is no such number. Ten figures may be of either century. */
export function identityForms(text: string): string[] | null {
  const plain = text.toUpperCase().replace(/[\s+–-]+/g, '')
  if (!/^\d{6,8}(?:TF|T)?\d{0,4}$/.test(plain) || plain.length < LEAST_IDENTITY || plain.length > 12) return null
  const written = (full: string) => (full.length > 8 ? `${full.slice(0, 8)}-${full.slice(8)}` : full)
  // Six to ten figures may lack the century; eight may also be a whole day of birth.
  const short = /^\d{6}(?:$|[\dT][\dTF]{0,3}$)/.test(plain) && isDay(plain.slice(2, 6)) ? ['19', '20'].map(century => written(century + plain)) : []
  const long = /^(?:19|20)/.test(plain) ? [written(plain)] : []
  const forms = [...long, ...short]
  return forms.length > 0 ? forms : null
}

/** Month and day; a samordningsnummer adds sixty to the day. */
function isDay(text: string): boolean {
  const day = Number(text.slice(2)) % 60
  return Number(text.slice(0, 2)) >= 1 && Number(text.slice(0, 2)) <= 12 && day >= 1 && day <= 31
}

/** Cases of people who are not protected by identity number. */
export function byIdentity(db: Reader, text: string, limit: number): Found {
  const forms = identityForms(text)
  const hits: Found['hits'] = []
  if (forms === null) return { hits, more: false }
  const intakes = intakesNewestFirst(db)
  for (const form of forms) {
    for (const intake of intakes) {
      if (hits.length > limit) break
      const rows = db.raw('SELECT id, identity FROM application WHERE intake = ? AND protected = 0 AND identity >= ? AND identity < ? ORDER BY identity, id LIMIT ?', intake, form, form + AFTER, limit + 1)
      for (const [id, identity] of rows) hits.push({ id: Number(id), match: identity === form ? 'exact' : 'prefix' })
    }
  }
  hits.sort((a, b) => Number(a.match !== 'exact') - Number(b.match !== 'exact'))
  return { hits: hits.slice(0, limit), more: hits.length > limit }
}
