import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Encoding } from '../../../../shared/contract/views.ts'
import { Fault } from '../../../../shared/fault.ts'
import type { TextEncoding } from '../../../../shared/tables.ts'

export const LIMITS = { fileBytes: 2_000_000_000, xlsxBytes: 60_000_000, xlsxUnpackedBytes: 400_000_000, recordCharacters: 32_000_000 } as const

const startsWith = (bytes: Uint8Array, ...magic: number[]) => magic.every((b, i) => bytes[i] === b)
const PICTURES_AND_ARCHIVES: number[][] = [
  [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x25, 0x50, 0x44, 0x46], [0x49, 0x49, 0x2a, 0x00], [0x4d, 0x4d, 0x00, 0x2a],
  [0x52, 0x49, 0x46, 0x46], [0x1f, 0x8b], [0x37, 0x7a, 0xbc, 0xaf], [0x42, 0x4d], [0x7f, 0x45, 0x4c, 0x46], [0x4d, 0x5a],
]

/** Finds out what a file is by its content, never by its name: encoding and size. A text is read in the encoding that is given, if one is. Throws Fault when it is no table. */
export async function sniff(path: string, given?: TextEncoding): Promise<{ encoding: Encoding; bytes: number; modified: number }> {
  const file = basename(path)
  const info = await stat(path).catch(() => null)
  if (!info) throw new Fault('file-missing', { file })
  if (!info.isFile()) throw new Fault('file-unreadable', { file })
  if (info.size === 0) throw new Fault('file-empty', { file })
  if (info.size > LIMITS.fileBytes) throw new Fault('file-too-large', { file, megabytes: Math.ceil(info.size / 1e6), most: LIMITS.fileBytes / 1e6 })
  const handle = await open(path, 'r').catch(() => { throw new Fault('file-unreadable', { file }) })
  try {
    const head = new Uint8Array(Math.min(65_536, info.size))
    const { bytesRead } = await handle.read(head, 0, head.length, 0)
    const start = head.subarray(0, bytesRead)
    const found = { bytes: info.size, modified: info.mtimeMs }
    if (startsWith(start, 0x50, 0x4b)) return { encoding: 'xlsx', ...found }
    // Password-protected workbooks (and the old .xls) are OLE containers.
    if (startsWith(start, 0xd0, 0xcf, 0x11, 0xe0)) throw (await isEncryptedWorkbook(handle, info.size)) ? new Fault('file-xlsx-locked', { file }) : new Fault('file-not-text', { file, found: 'xls' })
    if (PICTURES_AND_ARCHIVES.some(magic => startsWith(start, ...magic))) throw new Fault('file-not-text', { file })
    if (startsWith(start, 0xff, 0xfe)) return { encoding: given ?? 'utf-16', ...found }
    if (startsWith(start, 0xfe, 0xff)) return { encoding: given ?? 'utf-16be', ...found }
    // UTF-16 without its mark is half NUL bytes; it is read when somebody says that it is that.
    if (given === 'utf-16' || given === 'utf-16be') return { encoding: given, ...found }
    if (start.filter(b => b < 9 || (b > 13 && b < 32)).length > start.length / 50 + 2) throw new Fault('file-not-text', { file })
    if (given !== undefined) return { encoding: given, ...found }
    if (startsWith(start, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8-bom', ...found }
    return { encoding: (await isUtf8(handle, info.size)) ? 'utf-8' : 'windows-1252', ...found }
  } finally {
    await handle.close()
  }
}

type Handle = Awaited<ReturnType<typeof open>>

/** The directory of an OLE container may lie anywhere in it, often at its end. */
async function isEncryptedWorkbook(handle: Handle, size: number): Promise<boolean> {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  const chunk = Buffer.alloc(1 << 20)
  for (let at = 0; at < size; at += chunk.length - name.length) {
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, at)
    if (chunk.subarray(0, bytesRead).includes(name)) return true
    if (bytesRead < chunk.length) break
  }
  return false
}

/** The whole file is looked at: one letter in the last row decides. */
async function isUtf8(handle: Handle, size: number): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const chunk = new Uint8Array(Math.min(1 << 20, size))
  try {
    for (let at = 0; ; ) {
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, at)
      decoder.decode(chunk.subarray(0, bytesRead), { stream: bytesRead > 0 })
      if (bytesRead === 0) return true
      at += bytesRead
    }
  } catch {
    return false
  }
}
