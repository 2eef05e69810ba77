import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { type Entry, getFileNameLowLevel, open as openZip, type ZipFile } from 'yauzl'
import { DOCUMENT_LIMITS, type DocumentRefusal } from '../../../../shared/contract/documents.ts'
import { Fault } from '../../../../shared/fault.ts'
import { leadsOut, segmentsOf, shownName } from './names.ts'
import type { Piece } from './pieces.ts'

const inflate = promisify(inflateRaw)
// A page that is all white packs far, a picture hardly at all; nothing honest of this size packs further.
const MOST_RATIO = 500
const RATIO_FROM = 2_000_000
const DEFLATED = 8

/**
 * The files of a ZIP by its directory, nothing unpacked yet. Nothing of it ever gets a path on the disk.
 * Throws Fault documents-archive-broken, documents-archive-locked, documents-too-many or documents-too-large.
 */
export async function openArchive(path: string): Promise<{ pieces: Piece[]; close(): void }> {
  const file = basename(path)
  const { size, mtimeMs } = await stat(path)
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    // Sizes are checked here, file by file: the library would give up the whole ZIP for one that lies.
    openZip(path, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false }, (error, opened) => (error ? reject(new Fault('documents-archive-broken', { file })) : resolve(opened)))
  })
  try {
    const entries = await directoryOf(zip, file)
    const packed = entries.reduce((sum, e) => sum + e.compressedSize, 0)
    // Files that lie in the same bytes: only a bomb is packed so.
    if (packed > size) throw new Fault('documents-archive-broken', { file })
    if (entries.reduce((sum, e) => sum + e.uncompressedSize, 0) > DOCUMENT_LIMITS.totalBytes) throw new Fault('documents-too-large', { file, most: DOCUMENT_LIMITS.totalBytes / 1e6 })
    const from = shownName(file)
    const unchanged = async () => {
      const now = await stat(path).catch(() => null)
      return now !== null && now.size === size && now.mtimeMs === mtimeMs
    }
    const pieces = entries.map((entry): Piece => {
      const name = nameOf(entry)
      const refusal = refusalOf(entry, name)
      return {
        from, segments: segmentsOf(name), size: entry.uncompressedSize, refusal,
        read: async () => refusal ?? ((await unchanged()) ? unpack(zip, entry) : 'changed'),
      }
    })
    return { pieces: pieces.filter(p => p.segments.length > 0), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

function directoryOf(zip: ZipFile, file: string): Promise<Entry[]> {
  if (zip.entryCount > DOCUMENT_LIMITS.files * 2) throw new Fault('documents-too-many', { most: DOCUMENT_LIMITS.files })
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      if (!isFolder(entry)) entries.push(entry)
      if (entries.length > DOCUMENT_LIMITS.files) reject(new Fault('documents-too-many', { most: DOCUMENT_LIMITS.files }))
      else zip.readEntry()
    })
    zip.on('error', (error: Error) => reject(new Fault(error.message.includes('strong encryption') ? 'documents-archive-locked' : 'documents-archive-broken', { file })))
    zip.on('end', () => resolve(entries))
    zip.readEntry()
  })
}

/** A folder has no bytes and a name that ends so; a file that is called like one is not passed over. */
const isFolder = (entry: Entry) => entry.uncompressedSize === 0 && (entry.fileNameRaw.at(-1) === 0x2f || entry.fileNameRaw.at(-1) === 0x5c)

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A name as it was meant: some systems write UTF-8 without saying so. The strict reading keeps backslashes, which must be seen to be refused. */
function nameOf(entry: Entry): string {
  try {
    if (entry.fileNameRaw.some(byte => byte > 127)) return utf8.decode(entry.fileNameRaw)
  } catch {
    // Then it is in the old character set of ZIP files.
  }
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
}

function refusalOf(entry: Entry, name: string): DocumentRefusal | null {
  if (leadsOut(name)) return 'unsafe-name'
  // The upper half holds the file's kind where the ZIP was made on Unix.
  const kind = (entry.externalFileAttributes >>> 28) & 0xf
  if (entry.versionMadeBy >>> 8 === 3 && kind === 0xa) return 'link'
  if (entry.isEncrypted()) return 'locked'
  if (entry.uncompressedSize === 0) return 'empty'
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== DEFLATED) return 'method'
  if (entry.uncompressedSize > RATIO_FROM && entry.uncompressedSize > entry.compressedSize * MOST_RATIO) return 'bomb'
  if (entry.uncompressedSize > DOCUMENT_LIMITS.fileBytes || entry.compressedSize > DOCUMENT_LIMITS.fileBytes) return 'too-large'
  return null
}

/** Unpacks one file in memory: never more than its directory says, and all of what it says. */
async function unpack(zip: ZipFile, entry: Entry): Promise<Buffer | DocumentRefusal> {
  const packed = await rawBytes(zip, entry).catch(() => null)
  if (packed?.length !== entry.compressedSize) return 'broken'
  try {
    const bytes = entry.compressionMethod === DEFLATED ? await inflate(packed, { maxOutputLength: entry.uncompressedSize }) : packed
    return bytes.length === entry.uncompressedSize && crc32(bytes) === entry.crc32 ? bytes : 'broken'
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken'
  }
}

function rawBytes(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, { decodeFileData: false }, (error, stream) => {
      if (error) return reject(error)
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => void parts.push(part))
      stream.on('error', reject)
      stream.on('end', () => resolve(Buffer.concat(parts)))
    })
  })
}
