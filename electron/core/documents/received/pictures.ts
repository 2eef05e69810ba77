import type { DocumentRefusal } from '../../../../shared/contract/documents.ts'

// A picture is held unpacked, four bytes a point, while it is shown.
const MOST_POINTS = 120_000_000
const MOST_SIDE = 30_000

const sized = (width: number, height: number): DocumentRefusal | null =>
  width === 0 || height === 0 ? 'broken' : width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_POINTS ? 'picture-too-large' : null

/** Whether a PNG is whole, from its first part to its last, and can be shown. */
export function lookAtPng(bytes: Buffer): DocumentRefusal | null {
  if (bytes.length < 45 || bytes.readUInt32BE(8) !== 13 || bytes.toString('latin1', 12, 16) !== 'IHDR') return 'broken'
  const size = sized(bytes.readUInt32BE(16), bytes.readUInt32BE(20))
  if (size) return size
  let data = false
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (type === 'IEND') return data ? null : 'broken'
    data ||= type === 'IDAT'
    at += 12 + length
  }
  return 'broken'
}

/** Whether a JPEG is whole: frame, picture data and an end after it. */
export function lookAtJpeg(bytes: Buffer): DocumentRefusal | null {
  let size: DocumentRefusal | null | undefined
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return 'broken'
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2) return 'broken'
    // A frame's header, of any coding: all SOF marks but those for tables and arithmetic.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      if (at + 9 > bytes.length) return 'broken'
      size = sized(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))
    }
    if (marker === 0xda) return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > at + length ? (size === undefined ? 'broken' : size) : 'broken'
    at += 2 + length
  }
  return 'broken'
}
