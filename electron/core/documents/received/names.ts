export { shownName } from '../../../../shared/text/shown.ts'

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
