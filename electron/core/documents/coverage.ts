// What the bundled fonts can show. Both compilers would set a missing glyph as an empty box (only PDF/A export objects),
// so every text is checked here first, the same way for both, while its field is still known.

const SEGMENT_COVERAGE = 12
const UNICODE_PLATFORMS = new Set([0, 3])

type Range = { first: number; last: number }

function tableOffset(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4)
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`font without ${tag} table`)
}

/** The code points one TrueType font has glyphs for, from its format 12 character map (OpenType specification, cmap). */
function rangesOf(font: Buffer): Range[] {
  const cmap = tableOffset(font, 'cmap')
  const encodings = font.readUInt16BE(cmap + 2)
  for (let index = 0; index < encodings; index += 1) {
    const record = cmap + 4 + index * 8
    const table = cmap + font.readUInt32BE(record + 4)
    if (!UNICODE_PLATFORMS.has(font.readUInt16BE(record)) || font.readUInt16BE(table) !== SEGMENT_COVERAGE) continue
    const groups = font.readUInt32BE(table + 12)
    return Array.from({ length: groups }, (_, group) => {
      const at = table + 16 + group * 12
      return { first: font.readUInt32BE(at), last: font.readUInt32BE(at + 4) }
    })
  }
  throw new Error('font without a full Unicode map')
}

/** Tells of a code point whether every font given has a glyph for it. */
export function coverageOf(fonts: readonly Buffer[]): (codePoint: number) => boolean {
  const maps = fonts.map(rangesOf)
  const known = new Map<number, boolean>()
  return codePoint => {
    const before = known.get(codePoint)
    if (before !== undefined) return before
    const covered = maps.every(ranges => ranges.some(range => codePoint >= range.first && codePoint <= range.last))
    known.set(codePoint, covered)
    return covered
  }
}
