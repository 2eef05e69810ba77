import { numberRank } from '../cases/person-of.ts'
import { birthOf, type Likely } from './likely.ts'
import type { Likeness } from './names.ts'

const NUMBER: Record<1 | 2 | 3, string> = { 1: 'ett tillfälligt nummer', 2: 'ett samordningsnummer', 3: 'ett personnummer' }

const partSentence = (part: string, likeness: Likeness): string | null => {
  switch (likeness) {
    case 'equal': return null
    case 'part': return `${part}: den ena ansökan har fler namn än den andra, annars är de lika.`
    case 'spelling': return `${part}: nästan samma stavning.`
    case 'missing': return `${part} saknas i den ena ansökan.`
    case 'other': return null
  }
}

/** What two sides state of contact: supports a pair that the names have made, and never finds one. */
export type Contact = { email: string; phone: string; address: string }

const digits = (phone: string) => phone.replace(/\D/g, '').slice(-9)

/** What a pair rests on, as Swedish sentences; `literally` where the two write their names with the very same letters. */
export function restSentences({ a, b, match }: Likely, contacts: readonly [Contact, Contact] | null, literally = true): string[] {
  const out = ['Samma födelsedatum enligt numren.']
  const [rankA, rankB] = [numberRank(a), numberRank(b)]
  if (match.given === 'equal' && match.family === 'equal') out.push(match.rearranged ? 'Samma namn, men för- och efternamn står i annan ordning.' : literally ? 'Samma för- och efternamn.' : 'Samma för- och efternamn, om man bortser från accenter, bindestreck och stora bokstäver.')
  else {
    if (match.rearranged) out.push('För- och efternamn kan ha bytt plats.')
    if (match.given === 'equal') out.push('Samma förnamn.')
    if (match.family === 'equal') out.push('Samma efternamn.')
    for (const sentence of [partSentence('Förnamn', match.given), partSentence('Efternamn', match.family)]) if (sentence) out.push(sentence)
  }
  if (rankA !== rankB) {
    const [from, to] = rankA < rankB ? [rankA, rankB] : [rankB, rankA]
    out.push(`Den ena ansökan har ${NUMBER[from]} och den andra ${NUMBER[to]}: numret kan ha bytts.`)
  } else if (rankA === 1) out.push('Båda har tillfälliga nummer, som en person kan få flera av.')
  if (contacts) {
    const [one, other] = contacts
    if (one.email !== '' && one.email.toLowerCase() === other.email.toLowerCase()) out.push('Samma e-postadress i båda ansökningarna.')
    if (digits(one.phone).length >= 7 && digits(one.phone) === digits(other.phone)) out.push('Samma telefonnummer i båda ansökningarna.')
  }
  return out
}

/** What speaks against a pair, as Swedish sentences. */
export function againstSentences({ a, b, match }: Likely): string[] {
  const out: string[] = []
  if (numberRank(a) === 3 && numberRank(b) === 3) out.push('Båda har personnummer, och en person har bara ett. Är det samma person är något av numren fel.')
  if (match.given === 'spelling' || match.given === 'missing') out.push('Tvillingar har samma födelsedatum och efternamn, och kan ha liknande förnamn.')
  if (birthOf(a).slice(4) === '0101') out.push('Den 1 januari skrivs ofta när födelsedagen inte är känd. Många har därför det datumet.')
  return out
}

/** What is said of a pair where one person is protected: nothing that tells who it is. */
export const MASKED_SENTENCE = 'Paret bygger på födelsedatum och namn. En av personerna har skyddade personuppgifter: öppna ärendena, med skäl, för att jämföra.'
