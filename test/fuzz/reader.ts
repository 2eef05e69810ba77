import type fc from 'fast-check'

/** One reader of what comes from outside, and inputs made to break it. */
export type FuzzReader<T = unknown> = {
  name: string
  /** Inputs that look right and are wrong somewhere. */
  inputs: fc.Arbitrary<T>
  /** Reads one input. What the reader may refuse it refuses with a Fault, which is no failure; everything else that is thrown is. Gives what became of it, for the counts. */
  read(input: T, folder: string): Promise<'taken' | 'refused'> | 'taken' | 'refused'
  /** How much slower than a line of CSV an input is; the short run shares its time by it. */
  cost: number
}

/** A reader whose input's type only it knows. */
export type AnyReader = { name: string; cost: number; inputs: fc.Arbitrary<unknown>; read(input: unknown, folder: string): Promise<'taken' | 'refused'> | 'taken' | 'refused' }

/** Puts a reader among others. Its inputs come from itself, so they are what it reads. */
export function anyReader<T>(reader: FuzzReader<T>): AnyReader {
  const made = reader.inputs.map(input => () => input)
  return { name: reader.name, cost: reader.cost, inputs: made, read: (input, folder) => reader.read((input as () => T)(), folder) }
}
