import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** A small PDF with these pages, each with its line of text; `more` goes into its catalogue. */
export function pdf(lines: readonly string[], more = ''): Buffer {
  const objects = [`<< /Type /Catalog /Pages 2 0 R ${more} >>`, `<< /Type /Pages /Kids [${lines.map((_, i) => `${4 + i * 2} 0 R`).join(' ')}] /Count ${lines.length} >>`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
  for (const [i, line] of lines.entries()) {
    const text = `BT /F1 24 Tf 72 720 Td (${line}) Tj ET`
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + i * 2} 0 R >>`, `<< /Length ${text.length} >>\nstream\n${text}\nendstream`)
  }
  return assemble(objects)
}

function assemble(objects: readonly string[]): Buffer {
  let body = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = places.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1')
}

/** A PDF whose one page is a black fax picture (CCITT group 4), as scanners make them. */
export function faxPdf(): Buffer {
  // 64 lines like the white one above them, then the end; and white is said to be black.
  const data = Buffer.from('ffffffffffffffff001001', 'hex')
  const draw = 'q 400 0 0 400 100 300 cm /I Do Q'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
    `<< /Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 64 /Rows 64 /BlackIs1 true >> /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`,
  ]
  return assemble(objects)
}

function part(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(named.length + 8)
  out.writeUInt32BE(data.length, 0)
  named.copy(out, 4)
  out.writeUInt32BE(crc32(named), named.length + 4)
  return out
}

/** A PNG of this size, red above and blue below; `claimed` is the size that its head tells. */
export function png(width = 60, height = 40, claimed: readonly [number, number] = [width, height]): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(claimed[0], 0)
  head.writeUInt32BE(claimed[1], 4)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows.set(y < height / 2 ? [200, 30, 30] : [30, 60, 200], y * (width * 3 + 1) + 1 + x * 3)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), part('IHDR', head), part('IDAT', deflateSync(rows)), part('IEND', Buffer.alloc(0))])
}

/** The frame of a JPEG around no picture: enough to be looked at, not to be shown. */
export const jpeg = (): Buffer => Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080010001001011100ffda0008010100003f00d2ffd9', 'hex')

export type ZipEntry = {
  name: string | Buffer
  data?: Uint8Array
  /** 0 as it is, 8 deflated, else a number that nobody can unpack. */
  method?: number
  /** What the directory claims instead of the truth. */
  claim?: { unpacked?: number; packed?: number; crc?: number; at?: number }
  encrypted?: boolean
  unixKind?: number
}

/** A ZIP file, honest or not. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, data = Buffer.alloc(0), method = 8, claim = {}, encrypted = false, unixKind } of entries) {
    const file = typeof name === 'string' ? Buffer.from(name, 'utf8') : name
    const packed = method === 8 ? deflateRawSync(data) : Buffer.from(data)
    const flags = (encrypted ? 1 : 0) | (typeof name === 'string' ? 0x800 : 0)
    const common = Buffer.alloc(22)
    common.writeUInt16LE(flags, 0)
    common.writeUInt16LE(method, 2)
    common.writeUInt32LE(claim.crc ?? crc32(data), 8)
    common.writeUInt32LE(claim.packed ?? packed.length, 12)
    common.writeUInt32LE(claim.unpacked ?? data.length, 16)
    common.writeUInt16LE(file.length, 20)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x0403_4b50, 0)
    local.writeUInt16LE(20, 4)
    common.copy(local, 6)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x0201_4b50, 0)
    entry.writeUInt16LE(unixKind === undefined ? 20 : (3 << 8) | 20, 4)
    entry.writeUInt16LE(20, 6)
    common.copy(entry, 8)
    entry.writeUInt32LE(unixKind === undefined ? 0 : (unixKind << 28) >>> 0, 38)
    entry.writeUInt32LE(claim.at ?? at, 42)
    const body = Buffer.concat([local, file, packed])
    at += body.length
    bodies.push(body)
    directory.push(entry, file)
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, central, end])
}
