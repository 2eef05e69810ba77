import fc from 'fast-check'

/** Signs that readers stumble on. */
const STUMBLING = ['"', '""', ';', ',', '\t', '|', '\n', '\r', '\r\n', '\u0000', '\ufeff', '\u200b', '\u202e', '\u2028', '\u0085', '\u00a0', '\ud800', '\udc00', '\ufffd', '\u001a', "'", '\\', 'ễ', 'İ', '🙂', '=', '<', '&', ']]>', '{', '}', '*a', '&a', '!!', '---', '...', '#', ':', ': ', '- ', '@', '%', '`', '~']

export const oddText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...STUMBLING) },
  { weight: 2, arbitrary: fc.array(fc.nat(0x10_ffff), { maxLength: 8 }).map(codes => String.fromCodePoint(...codes)) },
  { weight: 2, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...STUMBLING, 'a', '9', '('), fc.integer({ min: 1, max: 3000 })).map(([sign, times]) => sign.repeat(times)) },
)

/** A change to a text at a place that is told as a share of its length. */
export type Slip = { at: number; cut: number; put: string; copy: number }
export const slip: fc.Arbitrary<Slip> = fc.record({
  at: fc.nat(9999), cut: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(400) }), put: fc.oneof(fc.constant(''), oddText), copy: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(60) }),
})

/** Makes the slips in a text one after the other: cut here, put in there, say a piece twice. */
export function slipped(text: string, slips: readonly Slip[]): string {
  return slips.reduce((now, { at, cut, put, copy }) => {
    const place = Math.floor((at / 10_000) * (now.length + 1))
    return now.slice(0, place) + put + now.slice(place - copy < 0 ? 0 : place - copy, place) + now.slice(place + cut)
  }, text)
}

/** Bytes with some of them changed, and perhaps an end cut off. */
export const spoiled = (bytes: Uint8Array, changes: readonly { at: number; to: number }[], end: number): Uint8Array => {
  const out = Uint8Array.from(bytes.subarray(0, Math.ceil((end / 10_000) * bytes.length)))
  for (const { at, to } of changes) if (out.length > 0) out[Math.floor((at / 10_000) * out.length)] = to
  return out
}
export const byteChanges = fc.array(fc.record({ at: fc.nat(9999), to: fc.nat(255) }), { maxLength: 6 })
/** Where a text or a file ends: mostly where it should. */
export const ending = fc.oneof({ weight: 4, arbitrary: fc.constant(10_000) }, { weight: 1, arbitrary: fc.nat(9999) })
