import { inflateSync } from 'node:zlib'
import type { DocumentRemark } from '../../../../shared/contract/documents.ts'

export type PdfLook = { broken: boolean; pages: number | null; remarks: DocumentRemark[] }
const MOST_PAGES = 100_000
const AROUND = 400
const MOST_STREAMS = 200
const STREAM_BYTES = 4_000_000

/**
 * What can be said of a PDF without interpreting it: whether its end is there, how many pages it counts itself, whether it is locked and
 * whether it carries anything active. Nothing in it is ever run, here or in the window.
 */
export function lookAtPdf(bytes: Buffer): PdfLook {
  const end = bytes.subarray(Math.max(0, bytes.length - 4096)).toString('latin1')
  const broken = !end.includes('%%EOF') || !end.includes('startxref')
  const locked = has(bytes, /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/g, '/Encrypt')
  const unpacked = locked ? [] : objectStreams(bytes)
  const all = [bytes, ...unpacked]
  const active = all.some(part => ['/JavaScript', '/JS', '/Launch', '/EmbeddedFile', '/RichMedia', '/XFA'].some(name => has(part, new RegExp(`${name}\\b`, 'g'), name)))
  const remarks: DocumentRemark[] = [...(locked ? (['pdf-locked'] as const) : []), ...(active ? (['pdf-active'] as const) : [])]
  return { broken, pages: locked ? null : pagesIn(all), remarks }
}

/** Whether a pattern stands somewhere; `name` is its beginning, which is looked for first, so that the time never grows with what a file makes of it. */
function has(bytes: Buffer, pattern: RegExp, name: string): boolean {
  for (let at = bytes.indexOf(name, 0, 'latin1'), tries = 0; at >= 0 && tries < 1000; at = bytes.indexOf(name, at + 1, 'latin1'), tries++) {
    pattern.lastIndex = 0
    if (pattern.exec(bytes.toString('latin1', at, at + 60))?.index === 0) return true
  }
  return false
}

/** The largest count of a page tree: that of its root. */
function pagesIn(parts: readonly Buffer[]): number | null {
  let most: number | null = null
  for (const part of parts) {
    for (let at = part.indexOf('/Pages', 0, 'latin1'), tries = 0; at >= 0 && tries < 5000; at = part.indexOf('/Pages', at + 1, 'latin1'), tries++) {
      if (!/\/Type\s*$/.test(part.toString('latin1', Math.max(0, at - 12), at))) continue
      const before = part.toString('latin1', Math.max(0, at - AROUND), at)
      const after = part.toString('latin1', at, at + AROUND)
      // The count stands in the same dictionary, before or after its type.
      const near = /^[^>]*?\/Count\s+(\d{1,6})\b/.exec(after) ?? /\/Count\s+(\d{1,6})\b[^<>]*$/.exec(before) ?? /\/Count\s+(\d{1,6})\b/.exec(after.split(/\bendobj\b/)[0] ?? '')
      const count = near ? Number(near[1]) : 0
      if (count > 0 && count <= MOST_PAGES) most = Math.max(most ?? 0, count)
    }
  }
  return most
}

/** The packed objects of a newer PDF, as far as they are small; the rest of the file need not be unpacked to be counted. */
function objectStreams(bytes: Buffer): Buffer[] {
  const out: Buffer[] = []
  for (let at = bytes.indexOf('/ObjStm', 0, 'latin1'), tries = 0; at >= 0 && tries < MOST_STREAMS; at = bytes.indexOf('/ObjStm', at + 1, 'latin1'), tries++) {
    const start = bytes.indexOf('stream', at, 'latin1')
    const end = start < 0 ? -1 : bytes.indexOf('endstream', start, 'latin1')
    if (start < 0 || end < 0 || start - at > 1000) continue
    const from = start + 6 + (bytes[start + 6] === 13 ? 2 : 1)
    try {
      out.push(inflateSync(bytes.subarray(from, end), { maxOutputLength: STREAM_BYTES }))
    } catch {
      // Packed in some other way: then the window counts the pages.
    }
  }
  return out
}
