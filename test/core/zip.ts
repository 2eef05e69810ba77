import { crc32, deflateRawSync } from 'node:zlib'

/** A file in a ZIP. A text as its name is marked as UTF-8; bytes are left as they are. */
export type ZipPart = {
  name: string | Buffer
  content?: string | Uint8Array
  /** 0 as it is, 8 deflated, else a number that nobody can unpack. */
  method?: number
  /** What is told instead of the truth; `hidden` leaves the part out of the directory. */
  claim?: { unpacked?: number; packed?: number; crc?: number; at?: number; name?: string; hidden?: boolean }
  /** What only the part's own head tells. */
  local?: { unpacked?: number; name?: string }
  encrypted?: boolean
  unixKind?: number
}

const UTF8 = 0x800
const LOCAL = 30
const CENTRAL = 46

/** A ZIP file of these parts, made by hand so that it can lie. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  let shown = 0
  for (const { name, content = '', method = 8, claim = {}, local = {}, encrypted = false, unixKind } of parts) {
    const plain = Buffer.from(content)
    const packed = method === 8 ? deflateRawSync(plain) : plain
    const common = Buffer.alloc(16)
    common.writeUInt16LE((encrypted ? 1 : 0) | (typeof name === 'string' ? UTF8 : 0), 0)
    common.writeUInt16LE(method, 2)
    common.writeUInt32LE(claim.crc ?? crc32(plain), 8)
    common.writeUInt32LE(claim.packed ?? packed.length, 12)
    const head = (size: number, mark: number, commonAt: number, told: Buffer, unpacked: number) => {
      const bytes = Buffer.alloc(size)
      bytes.writeUInt32LE(mark, 0)
      bytes.writeUInt16LE(20, commonAt - 2)
      common.copy(bytes, commonAt)
      bytes.writeUInt32LE(unpacked, commonAt + 16)
      bytes.writeUInt16LE(told.length, commonAt + 20)
      return bytes
    }
    const localName = Buffer.from(local.name ?? name)
    pieces.push(head(LOCAL, 0x0403_4b50, 6, localName, local.unpacked ?? claim.unpacked ?? plain.length), localName, packed)
    if (claim.hidden !== true) {
      const listed = Buffer.from(claim.name ?? name)
      const entry = head(CENTRAL, 0x0201_4b50, 8, listed, claim.unpacked ?? plain.length)
      entry.writeUInt16LE(unixKind === undefined ? 20 : (3 << 8) | 20, 4)
      entry.writeUInt32LE(unixKind === undefined ? 0 : (unixKind << 28) >>> 0, 38)
      entry.writeUInt32LE(claim.at ?? at, 42)
      directory.push(entry, listed)
      shown++
    }
    at += LOCAL + localName.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(shown, 8)
  end.writeUInt16LE(shown, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, list, end])
}
