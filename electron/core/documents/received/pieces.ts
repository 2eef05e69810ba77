import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DocumentRefusal } from '../../../../shared/contract/documents.ts'
import { Fault } from '../../../../shared/fault.ts'
import { openArchive } from './archive.ts'
import { piecesOfFolder } from './folder.ts'
import { isSystemFile } from './names.ts'
import { readWhole } from './whole-file.ts'

/** One file as it was found, not yet read. */
export type Piece = {
  /** The ZIP or folder it lies in; empty for a file chosen by itself. */
  from: string
  /** Its path there, the file's own name last. */
  segments: string[]
  /** Bytes as they are told; what is read is counted all the same. */
  size: number
  /** Why it is not even read. */
  refusal: DocumentRefusal | null
  read(): Promise<Buffer | DocumentRefusal>
}
export type Source = { pieces: Piece[]; ignored: number; close(): void }

/** What was chosen by a person: a ZIP, a folder or a single file, found out by what it is. Throws Fault when it cannot be opened at all. */
export async function openSource(path: string): Promise<Source> {
  const file = basename(path)
  const info = await stat(path).catch(() => { throw new Fault('file-missing', { file }) })
  if (info.isDirectory()) return withoutSystemFiles(await piecesOfFolder(path), () => undefined)
  if (!info.isFile()) throw new Fault('file-unreadable', { file })
  if (info.size === 0) throw new Fault('file-empty', { file })
  if (await startsAsZip(path)) {
    const { pieces, close } = await openArchive(path)
    // A document of an office program is packed as a ZIP: it is one file, not a box of them.
    if (pieces.some(p => p.segments.join('/') === '[Content_Types].xml')) {
      close()
      return { pieces: [single(path, info.size, 'type-office')], ignored: 0, close: () => undefined }
    }
    return withoutSystemFiles(pieces, close)
  }
  return { pieces: [single(path, info.size, null)], ignored: 0, close: () => undefined }
}

function withoutSystemFiles(pieces: Piece[], close: () => void): Source {
  const own = pieces.filter(p => !isSystemFile(p.segments))
  return { pieces: own, ignored: pieces.length - own.length, close }
}

const single = (path: string, size: number, refusal: DocumentRefusal | null): Piece => ({ from: '', segments: [basename(path)], size, refusal, read: () => readWhole(path) })

async function startsAsZip(path: string): Promise<boolean> {
  const handle = await open(path, 'r').catch(() => { throw new Fault('file-unreadable', { file: basename(path) }) })
  try {
    const head = Buffer.alloc(4)
    await handle.read(head, 0, 4, 0)
    return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)
  } finally {
    await handle.close()
  }
}
