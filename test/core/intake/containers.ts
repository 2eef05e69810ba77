import { zip } from '../zip.ts'

/** The first sector and directory names of an OLE container, as password-protected and old workbooks are. */
export function ole(...names: string[]): Uint8Array {
  const bytes = Buffer.alloc(4096)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  names.forEach((name, i) => bytes.write(name, 1024 + i * 128, 'utf16le'))
  return bytes
}

/** A ZIP file whose directory claims these sizes; there is nothing behind them. */
export const directoryClaiming = (entries: readonly { name: string; unpacked: number }[]): Uint8Array => zip(entries.map(({ name, unpacked }) => ({ name, claim: { unpacked } })))
