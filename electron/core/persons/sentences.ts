import { numberRank } from '../cases/person-of.ts'
import { spoken } from '../cases/spoken.ts'
import { birthOf, type Likely } from './likely.ts'
import type { Likeness } from './names.ts'
import { pairWords as english } from './sentences.en.ts'
import { pairWords as swedish } from './sentences.sv.ts'

const words = () => (spoken() === 'en' ? english : swedish)

const partSentence = (part: string, likeness: Likeness): string | null => {
  switch (likeness) {
    case 'equal': return null
    case 'part': return words().part(part)
    case 'spelling': return words().spelling(part)
    case 'missing': return words().missing(part)
    case 'other': return null
  }
}

/** What two sides state of contact: supports a pair that the names have made, and never finds one. */
export type Contact = { email: string; phone: string; address: string }

const digits = (phone: string) => phone.replace(/\D/g, '').slice(-9)

/** What a pair rests on, as sentences; `literally` where the two write their names with the very same letters. */
export function restSentences({ a, b, match }: Likely, contacts: readonly [Contact, Contact] | null, literally = true): string[] {
  const say = words()
  const out = [say.sameBirth]
  const [rankA, rankB] = [numberRank(a), numberRank(b)]
  if (match.given === 'equal' && match.family === 'equal') out.push(match.rearranged ? say.sameRearranged : literally ? say.sameLiterally : say.sameNames)
  else {
    if (match.rearranged) out.push(say.swapped)
    if (match.given === 'equal') out.push(say.sameGiven)
    if (match.family === 'equal') out.push(say.sameFamily)
    for (const sentence of [partSentence(say.given, match.given), partSentence(say.family, match.family)]) if (sentence) out.push(sentence)
  }
  if (rankA !== rankB) {
    const [from, to] = rankA < rankB ? [rankA, rankB] : [rankB, rankA]
    out.push(say.changed(say.number[from], say.number[to]))
  } else if (rankA === 1) out.push(say.bothTemporary)
  if (contacts) {
    const [one, other] = contacts
    if (one.email !== '' && one.email.toLowerCase() === other.email.toLowerCase()) out.push(say.sameEmail)
    if (digits(one.phone).length >= 7 && digits(one.phone) === digits(other.phone)) out.push(say.samePhone)
  }
  return out
}

/** What speaks against a pair, as sentences. */
export function againstSentences({ a, b, match }: Likely): string[] {
  const say = words()
  const out: string[] = []
  if (numberRank(a) === 3 && numberRank(b) === 3) out.push(say.bothPersonal)
  if (match.given === 'spelling' || match.given === 'missing') out.push(say.twins)
  if (birthOf(a).slice(4) === '0101') out.push(say.january)
  return out
}

/** What is said of a pair where one person is protected: nothing that tells who it is. */
export const maskedSentence = (): string => words().masked
