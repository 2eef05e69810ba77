import { lstat, opendir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { DOCUMENT_LIMITS } from '../../../../shared/contract/documents.ts'
import { Fault } from '../../../../shared/fault.ts'
import { shownName } from './names.ts'
import type { Piece } from './pieces.ts'
import { readWhole } from './whole-file.ts'

const DEEPEST = 16

/** The files of a folder and the folders in it, in order of name. Links are told and never followed. Throws Fault documents-too-many or file-unreadable. */
export async function piecesOfFolder(root: string): Promise<Piece[]> {
  const from = shownName(basename(root))
  const pieces: Piece[] = []
  const refused = (segments: string[], refusal: Piece['refusal']) => pieces.push({ from, segments, size: 0, refusal, read: () => Promise.resolve(refusal ?? 'unreadable') })
  const walk = async (folder: string, above: string[]): Promise<void> => {
    const entries: { name: string; path: string }[] = []
    try {
      for await (const entry of await opendir(folder)) {
        entries.push({ name: entry.name, path: join(folder, entry.name) })
        if (pieces.length + entries.length > DOCUMENT_LIMITS.files) throw new Fault('documents-too-many', { most: DOCUMENT_LIMITS.files })
      }
    } catch (error) {
      if (error instanceof Fault) throw error
      if (above.length === 0) throw new Fault('file-unreadable', { file: from })
      refused(above, 'unreadable')
      return
    }
    for (const { name, path } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const segments = [...above, name]
      const info = await lstat(path).catch(() => null)
      if (!info) refused(segments, 'unreadable')
      else if (info.isSymbolicLink()) refused(segments, 'link')
      else if (info.isDirectory()) {
        if (segments.length >= DEEPEST) refused(segments, 'deep')
        else await walk(path, segments)
      } else if (!info.isFile()) refused(segments, 'special')
      else pieces.push({ from, segments, size: info.size, refusal: info.size > DOCUMENT_LIMITS.fileBytes ? 'too-large' : null, read: () => readWhole(path, false) })
      if (pieces.length > DOCUMENT_LIMITS.files) throw new Fault('documents-too-many', { most: DOCUMENT_LIMITS.files })
    }
  }
  await walk(root, [])
  return pieces
}
