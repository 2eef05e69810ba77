import { crc32, deflateRawSync } from 'node:zlib'

/** A part of an archive; `claim` and `local` let directory and local header say something else than what is there. */
export type ArchivePart = { name: string; content: string | Uint8Array; claim?: { unpacked?: number; name?: string; hidden?: boolean }; local?: { unpacked?: number; name?: string } }

/** A ZIP file of these parts, made by hand so that it can lie. */
export function archive(parts: readonly ArchivePart[]): Uint8Array {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  let shown = 0
  for (const { name, content, claim = {}, local = {} } of parts) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const checksum = crc32(plain)
    const localName = Buffer.from(local.name ?? name)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x0403_4b50, 0)
    header.writeUInt16LE(20, 4)
    header.writeUInt16LE(8, 8)
    header.writeUInt32LE(checksum, 14)
    header.writeUInt32LE(packed.length, 18)
    header.writeUInt32LE(local.unpacked ?? claim.unpacked ?? plain.length, 22)
    header.writeUInt16LE(localName.length, 26)
    pieces.push(header, localName, packed)
    if (claim.hidden !== true) {
      const shownName = Buffer.from(claim.name ?? name)
      const entry = Buffer.alloc(46)
      entry.writeUInt32LE(0x0201_4b50, 0)
      entry.writeUInt16LE(20, 6)
      entry.writeUInt16LE(8, 10)
      entry.writeUInt32LE(checksum, 16)
      entry.writeUInt32LE(packed.length, 20)
      entry.writeUInt32LE(claim.unpacked ?? plain.length, 24)
      entry.writeUInt16LE(shownName.length, 28)
      entry.writeUInt32LE(at, 42)
      directory.push(entry, shownName)
      shown++
    }
    at += header.length + localName.length + packed.length
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

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
/** The letters of a column, from 0. */
export const letters = (column: number): string => (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + column % 26)

/** A sheet of these rows as its XML, every cell a text of its own. */
export function sheetXml(rows: readonly (readonly string[])[], before = '', after = ''): string {
  const body = rows.map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => (cell === '' ? '' : `<c r="${letters(c)}${r + 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`)).join('')}</row>`).join('')
  return `${XML}${before}<worksheet ${MAIN}><sheetData>${body}</sheetData>${after}</worksheet>`
}

/** The parts of a workbook with one sheet. */
export function workbookParts(sheet: string): ArchivePart[] {
  const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const types = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
  return [
    { name: '[Content_Types].xml', content: `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types}</Types>` },
    { name: '_rels/.rels', content: `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { name: 'xl/workbook.xml', content: `${XML}<workbook ${MAIN} xmlns:r="${R}"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>` },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
  ]
}
