import { DOCUMENT_KINDS, type DocumentKind } from '../../../../shared/contract/documents.ts'

// "mottagningsbevis" is no degree, and a decision on a permit is a decision.
const SIGNS: [DocumentKind, RegExp][] = [
  ['decision', /beslut|decision|bifall|avslag/],
  ['degree-certificate', /examen|examina|diplom|degree|certificate|kursbevis|uhr|utlatande|universitet|hogskol|betyg/],
  ['permit-card', /uppehallstillstand|uppehallskort|ut-?kort|tillstand|permit|residence|(?:^|[^a-z])(?:ut|put|tut)(?:[^a-z]|$)/],
]

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** What kind of document a name, or the word of a list, speaks of; null when neither says. */
export function guessKind(text: string): DocumentKind | null {
  const word = plain(text)
  return DOCUMENT_KINDS.find(kind => kind === word) ?? (word === 'annan' || word === 'ovrigt' || word === 'annat' ? 'other' : SIGNS.find(([, sign]) => sign.test(word))?.[0] ?? null)
}
