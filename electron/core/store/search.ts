const PLAIN = /^[!-~]*(?: [!-~]+)*$/
const marks = /[\u0300-\u036f]/g

/** Letters as a search sees them: small, without accents, å ä ö ø æ as a and o, đ ł ı and the like by their base letter. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text.toLowerCase().replace(/[øœ]/g, 'o').replace(/æ/g, 'a').replace(/đ|ð/g, 'd').replace(/ł/g, 'l').replace(/ı/g, 'i').replace(/ß/g, 'ss').normalize('NFD').replace(marks, '').replace(/\s+/g, ' ')
}

/** A key that sorts as a Swedish name list does: å ä ö after z, other accents as their base letter. */
export function sortKey(family: string, given: string): string {
  const key = (name: string) => foldText(name.normalize('NFC').toLowerCase().replace(/å/g, '{').replace(/[äæ]/g, '|').replace(/[öø]/g, '}')).replace(/[-'’]/g, ' ')
  return `${key(family)}\u0001${key(given)}`
}

/** What free text is looked for in: name both ways, identity number with and without hyphen, application id. Nothing else may be a search term. */
export function searchText(given: string, family: string, identity: string, applicationId: string): string {
  // Numbers have nothing to fold: only the names take the long way, and only those with more than plain letters.
  const number = identity.toLowerCase()
  const short = number.slice(2)
  return `${foldText(`${given} ${family} ${given}`.trim())} ${number} ${number.replace('-', '')} ${short} ${short.replace('-', '')} ${foldText(applicationId)}`
}

/** The words of a search, folded; each must be found. */
export function searchWords(text: string): string[] {
  return foldText(text).trim().split(' ').filter(Boolean).slice(0, 8)
}

const SEPARATORS = /[\s\-'’`´.,]+/u

/** The words of a name as they are compared and searched: folded, divided at spaces, hyphens and apostrophes. */
export const nameWords = (text: string): string[] => foldText(text.normalize('NFC')).split(SEPARATORS).filter(Boolean)
