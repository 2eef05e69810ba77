import fc from 'fast-check'
import type { AnyReader } from './reader.ts'

const BATCH = 50

/** The inputs of a reader from a number on: a seed and a number always give the same one. */
export function* inputsOf({ inputs }: AnyReader, seed: number, from: number, count: number): Generator<{ at: number; input: unknown }> {
  for (let batch = Math.floor(from / BATCH); batch * BATCH < from + count; batch++) {
    const made = fc.sample(inputs, { seed: seed + batch, numRuns: BATCH })
    for (const [i, input] of made.entries()) {
      const at = batch * BATCH + i
      if (at >= from && at < from + count) yield { at, input }
    }
  }
}
