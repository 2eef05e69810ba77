/** The first sector and directory names of an OLE container, as password-protected and old workbooks are. */
export function ole(...names: string[]): Uint8Array {
  const bytes = Buffer.alloc(4096)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  names.forEach((name, i) => bytes.write(name, 1024 + i * 128, 'utf16le'))
  return bytes
}

/** A ZIP file whose directory claims these sizes; there is nothing behind them. */
export function directoryClaiming(entries: readonly { name: string; unpacked: number }[]): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, unpacked } of entries) {
    const file = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x0403_4b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(20, 18)
    local.writeUInt32LE(unpacked, 22)
    local.writeUInt16LE(file.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x0201_4b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(20, 20)
    entry.writeUInt32LE(unpacked, 24)
    entry.writeUInt16LE(file.length, 28)
    entry.writeUInt32LE(at, 42)
    const body = Buffer.concat([local, file, Buffer.alloc(20)])
    at += body.length
    locals.push(body)
    central.push(entry, file)
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}
