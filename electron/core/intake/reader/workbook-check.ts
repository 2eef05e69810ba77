import { open as openFile, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Entry, open as openZip, type ZipFile } from 'yauzl'
import { Fault } from '../../../../shared/fault.ts'
import { sheetWatch } from './sheet-watch.ts'
import { LIMITS } from './sniff.ts'

const MOST_PARTS = 10_000
const LOCAL_HEADER = 30
const LOCAL_MARK = 0x0403_4b50

/**
 * Refuses a workbook that is broken, that lies about what is in it, or that would unpack or unfold to more than is taken, before its parser sees any of it.
 * Every part is unpacked once and counted: what its directory says is not believed. Throws Fault file-too-large, file-xlsx-too-large, file-xlsx-cell or file-xlsx-broken.
 */
export async function checkWorkbook(path: string, bytes: number): Promise<void> {
  const file = basename(path)
  if (bytes > LIMITS.xlsxBytes) throw new Fault('file-too-large', { file, megabytes: Math.ceil(bytes / 1e6), most: LIMITS.xlsxBytes / 1e6 })
  const handle = await openFile(path, 'r').catch(() => { throw new Fault('file-unreadable', { file }) })
  try {
    const zip = await directoryOf(path)
    try {
      const entries = await entriesOf(zip, file)
      await sameAsDirectory(handle, entries)
      for (const entry of entries) if (/\.xml(\.rels)?$/.test(entry.fileName)) await checkPart(zip, entry, file)
    } finally {
      zip.close()
    }
  } catch (error) {
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
      if (sum > 0 && entries.some(entry => entry.fileName === 'xl/workbook.xml')) resolve(entries)
      else reject(new Error('no workbook'))
    })
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      names.add(entry.fileName)
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

/** Unpacks a part and lets it go again. The archive's reader ends with an error where more comes out than was said. */
function checkPart(zip: ZipFile, entry: Entry, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) return reject(error ?? new Error('no stream'))
      const watch = /^xl\/worksheets\//.test(entry.fileName) ? sheetWatch(file) : null
      stream.on('error', reject).on('end', resolve).on('data', (piece: Buffer) => {
        try {
          watch?.(piece)
        } catch (fault) {
          stream.destroy()
          reject(fault instanceof Error ? fault : new Error('broken'))
        }
      })
    })
  })
}
