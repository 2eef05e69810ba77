import type { Random } from '../../build/sample/random.ts'
import { Fault } from '../../shared/fault.ts'

/** Signs that readers stumble on. */
const STUMBLING = ['"', '""', ';', ',', '\t', '|', '\n', '\r', '\r\n', '\u0000', '\ufeff', '\u200b', '\u202e', '\u2028', '\u0085', '\u00a0', '\ud800', '\udc00', '\ufffd', '\u001a', "'", '\\', 'ễ', 'İ', '🙂', '=', '<', '&', ']]>', '{', '}', '*a', '&a', '!!', '---', '...', '#', ':', ': ', '- ', '@', '%', '`', '~']

/** Pieces that something made, from one to `most`, few oftener than many. */
export function some<T>(random: Random, most: number, make: () => T): T[] {
  const many = 1 + random.below(random.chance(75) ? Math.min(2, most) : most)
  return Array.from({ length: many }, make)
}

/** A short text of no meaning. */
export function oddText(random: Random): string {
  switch (random.below(8)) {
    case 0: case 1: case 2: return random.pick(STUMBLING)
    case 3: case 4: return String.fromCodePoint(...some(random, 8, () => random.below(0x11_0000)))
    case 5: case 6: return String.fromCharCode(...some(random, 12, () => 32 + random.below(95)))
    default: return random.pick([...STUMBLING, 'a', '9', '(']).repeat(1 + random.below(random.chance(80) ? 40 : 3000))
  }
}

/** Changes a text at some places: cuts, puts in, says a piece twice. */
export function slipped(random: Random, text: string, most = 3, odd: (random: Random) => string = oddText): string {
  let now = text
  for (let left = random.below(most + 1); left > 0; left--) {
    const place = random.below(now.length + 1)
    const cut = random.chance(80) ? random.below(4) : random.below(400)
    const copied = random.chance(75) ? '' : now.slice(Math.max(0, place - random.below(60)), place)
    now = now.slice(0, place) + (random.chance(50) ? odd(random) : '') + copied + now.slice(place + cut)
  }
  return now
}

/** Bytes with some of them changed, a bit turned, a piece moved, and perhaps an end cut off. Some are left whole. */
export function spoiled(random: Random, bytes: Uint8Array): Uint8Array {
  if (random.chance(50)) return bytes
  const out = Uint8Array.from(random.chance(80) ? bytes : bytes.subarray(0, random.below(bytes.length + 1)))
  if (out.length === 0) return out
  for (let left = random.below(6); left > 0; left--) {
    const at = random.below(out.length)
    if (random.chance(50)) out[at] = random.below(256)
    else if (random.chance(70)) out[at] = (out[at] ?? 0) ^ (1 << random.below(8))
    else out.copyWithin(at, random.below(out.length), random.below(out.length))
  }
  return out
}

/** What became of some reading; what it may refuse it refuses with a Fault. */
export async function outcomeOf(work: () => unknown): Promise<'taken' | 'refused'> {
  try {
    await work()
    return 'taken'
  } catch (error) {
    if (error instanceof Fault) return 'refused'
    throw error
  }
}
