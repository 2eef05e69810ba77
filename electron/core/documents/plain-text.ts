import { Fault } from '../../../shared/fault.ts'

const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFE00-\uFE0F\uFEFF]/gu
const LONGEST_UNBROKEN = 24
const LISTED_CHARACTERS = 12

/**
 * A text as it can be set: composed (NFC), without marks that show nothing but can turn or hide what stands beside them
 * (direction marks, zero-width characters), with one kind of line break and no empty space at its ends.
 */
export function plainText(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n').replace(/\t/g, ' ')
    .replace(/[^\S\n\u00A0\u202F]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n').trim()
}

/** The same as one line, for names, numbers and addresses. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s*\n\s*/g, ' ')
}

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || /\p{Cs}|\p{Cn}|\p{Co}|\p{Mn}/u.test(character) ? name : `${character} (${name})`
}

/**
 * @throws Fault `form-glyph` with `field` (its Swedish name), `path` and `characters`, when the fonts lack a character.
 * Nothing else of the text is told.
 */
export function requireGlyphs(text: string, path: string, field: string, covered: (codePoint: number) => boolean): void {
  const missing = new Set([...text].filter(character => character !== '\n' && !covered(character.codePointAt(0) ?? 0)))
  if (missing.size === 0) return
  const listed = [...missing].slice(0, LISTED_CHARACTERS).map(shown).join(', ')
  throw new Fault('form-glyph', { field, path, characters: missing.size > LISTED_CHARACTERS ? `${listed} …` : listed })
}

/** Places to break (U+200B) in words too long for a column; the setting program hyphenates ordinary words itself. */
export function breakable(text: string): string {
  return text.replace(new RegExp(`[^\\s\\u00A0]{${LONGEST_UNBROKEN + 8},}`, 'gu'), word =>
    ([...word].map((character, index) => (index > 0 && index % LONGEST_UNBROKEN === 0 ? `\u200B${character}` : character)).join('')))
}
