const HIDING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu
const LONGEST = 200

/** A name as it may be shown and kept: signs that break lines, hide, or turn the direction of text are written out. */
export function shownName(name: string): string {
  const safe = name.normalize('NFC').replace(HIDING, sign => `\\u{${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`)
  return safe.length <= LONGEST ? safe : `${safe.slice(0, LONGEST - 1)}…`
}

/** The parts of a path inside a ZIP or folder. */
export const segmentsOf = (path: string): string[] => path.replaceAll('\\', '/').split('/').filter(part => part !== '' && part !== '.')

/** Whether a path would lead out of where it is unpacked: upwards, from the root, to a drive. Nothing is ever unpacked to disk; who writes such a name means harm. */
export const leadsOut = (path: string): boolean => /^[\\/]|^[A-Za-z]:|\0/.test(path) || path.split(/[\\/]/).includes('..')

/** What systems lay beside people's files. */
export function isSystemFile(segments: readonly string[]): boolean {
  const leaf = segments.at(-1)?.toLowerCase() ?? ''
  return segments[0] === '__MACOSX' || leaf === '.ds_store' || leaf === 'thumbs.db' || leaf === 'desktop.ini'
}

/** Words without marks and case, for finding the same name however it was written. */
export const folded = (text: string): string => text.normalize('NFC').toLowerCase()
