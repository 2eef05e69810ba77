import type { DocumentRefusal, DocumentRemark, DocumentType } from '../../../../shared/contract/documents.ts'
import { lookAtPdf } from './pdf.ts'
import { lookAtJpeg, lookAtPng } from './pictures.ts'

export type Content = { type: DocumentType; pages: number | null; remarks: DocumentRemark[] }

const starts = (bytes: Buffer, ...magic: number[]) => magic.every((byte, i) => bytes[i] === byte)
const HEIF = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif'])

/** What a file is, by its content and never by its name; or why it is not taken. */
export function contentOf(bytes: Buffer): Content | DocumentRefusal {
  if (bytes.length === 0) return 'empty'
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return lookAtPng(bytes) ?? { type: 'png', pages: 1, remarks: [] }
  if (starts(bytes, 0xff, 0xd8, 0xff)) return lookAtJpeg(bytes) ?? { type: 'jpeg', pages: 1, remarks: [] }
  const head = bytes.toString('latin1', 0, 1024)
  if (head.includes('%PDF-')) {
    const { broken, pages, remarks } = lookAtPdf(bytes)
    return broken ? 'broken' : { type: 'pdf', pages, remarks }
  }
  return foreign(bytes, head)
}

function foreign(bytes: Buffer, head: string): DocumentRefusal {
  if (head.slice(4, 8) === 'ftyp') return HEIF.has(head.slice(8, 12)) ? 'type-heic' : 'type-other'
  if (starts(bytes, 0x49, 0x49, 0x2a, 0) || starts(bytes, 0x4d, 0x4d, 0, 0x2a)) return 'type-tiff'
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0) || head.startsWith('{\\rtf')) return 'type-office'
  if (starts(bytes, 0x50, 0x4b)) return isOffice(bytes) ? 'type-office' : 'type-archive'
  if (starts(bytes, 0x37, 0x7a, 0xbc, 0xaf) || head.startsWith('Rar!') || starts(bytes, 0x1f, 0x8b)) return 'type-archive'
  if (head.startsWith('GIF8') || head.startsWith('BM') || (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP')) return 'type-picture'
  return isText(bytes) ? 'type-text' : 'type-other'
}

/** A packed document of an office program names its parts in the directory at its end, and often first of all. */
const isOffice = (bytes: Buffer) => bytes.includes('[Content_Types].xml') || bytes.subarray(0, 200).includes('mimetypeapplication/vnd.oasis')

/** Whether bytes are a text that a person could have written. */
export function isText(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 65_536)
  return start.every(byte => byte >= 32 || byte === 9 || byte === 10 || byte === 13)
}
