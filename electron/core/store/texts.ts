/** A text where it lies among others in one piece of memory: a hundred thousand texts of their own burden the collector, one piece does not. */
export type ByteText = { bytes: Buffer; from: number; to: number }

/** The text itself. */
export const textOf = ({ bytes, from, to }: ByteText): string => bytes.toString('utf8', from, to)
/** The text's bytes, in UTF-8; they share the memory of the others. */
export const bytesOf = ({ bytes, from, to }: ByteText): Uint8Array => bytes.subarray(from, to)
/** The same text in memory of its own: a single one that is held for long must not hold its neighbours. */
export const apart = (text: ByteText): ByteText => ({ bytes: Buffer.from(bytesOf(text)), from: 0, to: text.to - text.from })
/** A piece of memory as it came from another thread, to be read texts from. */
export const bufferOver = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const FIRST_BYTES = 1 << 18
/** No character of a string takes more bytes in UTF-8. */
const MOST_BYTES_EACH = 3

/** Texts that are written one after another. */
export type TextPack = {
  readonly length: number
  /** Adds a text at the end and says where it lies, until the pack is taken. */
  add(text: string): ByteText
  /** Adds a text that lies elsewhere. */
  copy(text: ByteText): void
  /** Gives all of it as a piece of memory of its own and begins anew. */
  take(): Uint8Array
}

/** Makes an empty pack; it keeps its working memory from one taking to the next. */
export function textPack(): TextPack {
  let scratch = Buffer.allocUnsafeSlow(FIRST_BYTES)
  let length = 0
  const room = (more: number) => {
    if (length + more <= scratch.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * scratch.length, length + more))
    scratch.copy(larger, 0, 0, length)
    scratch = larger
  }
  return {
    get length() { return length },
    add: text => {
      room(text.length * MOST_BYTES_EACH)
      const from = length
      length += scratch.write(text, from, 'utf8')
      return { bytes: scratch, from, to: length }
    },
    copy: ({ bytes, from, to }) => {
      room(to - from)
      length += bytes.copy(scratch, length, from, to)
    },
    take: () => {
      const taken = new Uint8Array(length)
      taken.set(scratch.subarray(0, length))
      length = 0
      return taken
    },
  }
}
