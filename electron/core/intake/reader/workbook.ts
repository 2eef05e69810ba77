import { open as openFile, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { crc32 } from 'node:zlib'
import { type Entry, open as openZip, type ZipFile } from 'yauzl'
import { Fault } from '../../../../shared/fault.ts'
import { LIMITS } from './sniff.ts'

const MOST_PARTS = 10_000
const LOCAL_HEADER = 30
const LOCAL_MARK = 0x0403_4b50

/** An open workbook: its parts by name (letter case does not matter), each as text in pieces. */
export type Workbook = { has(part: string): boolean; part(name: string): AsyncGenerator<string, void> }

/**
 * Opens a workbook for `work` and closes it again. Refuses one that is broken, that lies about what is in it, or that would unpack to
 * more than is taken, before any part of it is read. Throws Fault file-too-large, file-unreadable, file-xlsx-too-large or file-xlsx-broken.
 */
export async function withWorkbook<T>(path: string, bytes: number, work: (workbook: Workbook) => Promise<T>): Promise<T> {
  const file = basename(path)
  if (bytes > LIMITS.xlsxBytes) throw new Fault('file-too-large', { file, megabytes: Math.ceil(bytes / 1e6), most: LIMITS.xlsxBytes / 1e6 })
  const { zip, entries } = await opened(path, file)
  const parts = new Map(entries.map(entry => [partName(entry.fileName), entry]))
  try {
    return await work({
      has: name => parts.has(partName(name)),
      part: async function* (name) {
        const entry = parts.get(partName(name))
        if (!entry) throw new Error('no such part')
        yield* unpacked(zip, entry)
      },
    })
  } finally {
    zip.close()
  }
}

const partName = (name: string) => name.replace(/^\//, '').toLowerCase()

async function opened(path: string, file: string): Promise<{ zip: ZipFile; entries: Entry[] }> {
  const handle = await openFile(path, 'r').catch(() => { throw new Fault('file-unreadable', { file }) })
  let zip: ZipFile | null = null
  try {
    zip = await directoryOf(path)
    const entries = await entriesOf(zip, file)
    await sameAsDirectory(handle, entries)
    return { zip, entries }
  } catch (error) {
    zip?.close()
    throw error instanceof Fault ? error : new Fault('file-xlsx-broken', { file })
  } finally {
    await handle.close()
  }
}

function directoryOf(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => openZip(path, { lazyEntries: true, autoClose: false }, (error, zip) => (zip ? resolve(zip) : reject(error ?? new Error('no archive')))))
}

/** The entries that the directory names, within the limits. */
function entriesOf(zip: ZipFile, file: string): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    const names = new Set<string>()
    let sum = 0
    zip.on('error', reject)
    zip.on('end', () => {
      if (sum > 0 && names.has('xl/workbook.xml')) resolve(entries)
      else reject(new Error('no workbook'))
    })
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      names.add(partName(entry.fileName))
      sum += entry.uncompressedSize
      if (sum > LIMITS.xlsxUnpackedBytes) reject(new Fault('file-xlsx-too-large', { file, megabytes: Math.ceil(sum / 1e6), most: LIMITS.xlsxUnpackedBytes / 1e6 }))
      else if (entries.length > MOST_PARTS || names.size < entries.length) reject(new Error('too many parts, or one of them twice'))
      else zip.readEntry()
    })
    zip.readEntry()
  })
}

/** One that reads from the front sees the same parts as one that reads the directory: they lie one after the other from the first byte, each under its own name and size. */
async function sameAsDirectory(handle: FileHandle, entries: readonly Entry[]): Promise<void> {
  const header = Buffer.alloc(LOCAL_HEADER)
  let at = 0
  for (const entry of [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    const start = entry.relativeOffsetOfLocalHeader
    // After a part whose size was not known when it was begun stand at most 24 bytes that tell it.
    if (start < at || start > at + 24) throw new Error('something lies between the parts')
    await handle.read(header, 0, LOCAL_HEADER, start)
    const name = Buffer.alloc(header.readUInt16LE(26))
    await handle.read(name, 0, name.length, start + LOCAL_HEADER)
    const told = (header.readUInt16LE(6) & 8) === 0
    if (header.readUInt32LE(0) !== LOCAL_MARK || header.readUInt16LE(8) !== entry.compressionMethod || name.toString('utf8') !== entry.fileName) throw new Error('a part is not what the directory says')
    if (told && (differs(header.readUInt32LE(18), entry.compressedSize) || differs(header.readUInt32LE(22), entry.uncompressedSize))) throw new Error('a part is not as large as the directory says')
    at = start + LOCAL_HEADER + name.length + header.readUInt16LE(28) + entry.compressedSize
  }
}

/** A size that does not fit in its field stands elsewhere. */
const differs = (written: number, size: number) => written !== size && written !== 0xffff_ffff

/** A part's text, unpacked piece by piece. Throws when it is not what the directory says: the archive's reader watches its size, the sum its content. */
async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<string, void> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => zip.openReadStream(entry, (error, found) => (found ? resolve(found) : reject(error ?? new Error('no stream')))))
  const decoder = new TextDecoder('utf-8')
  let sum = 0
  for await (const piece of stream) {
    sum = crc32(piece, sum)
    yield decoder.decode(piece as Buffer, { stream: true })
  }
  if (sum !== entry.crc32) throw new Error('a part is not what was packed')
  yield decoder.decode()
}
