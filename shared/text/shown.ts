const HIDING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu
const LONGEST = 200

const written = (sign: string) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`

/** A name as it may be shown and kept: signs that break lines, hide, or turn the direction of text are written out. */
export function shownName(name: string): string {
  const safe = name.normalize('NFC').replace(HIDING, written)
  return safe.length <= LONGEST ? safe : `${safe.slice(0, LONGEST - 1)}…`
}

/** The same for a text that may have several lines. */
export const shownText = (text: string): string => text.replace(HIDING, sign => (sign === '\n' || sign === '\t' ? sign : written(sign)))
