import { mix, random, type Random } from '../../build/sample/random.ts'

type Outcome = 'taken' | 'refused'
/** One reader of what comes from outside, and inputs made to break it. */
export type FuzzReader<T> = {
  name: string
  /** Makes an input that looks right and is wrong somewhere; the same draws give the same one. */
  make(random: Random): T
  /** Reads one input. What the reader may refuse it refuses with a Fault, which is no failure; everything else that is thrown is. Gives what became of it, for the counts. */
  read(input: T, folder: string): Promise<Outcome> | Outcome
  /** How much slower than a line of CSV an input is; the short run shares its time by it. */
  cost: number
}

/** A reader whose input's type only it knows. */
export type AnyReader = { name: string; cost: number; make(random: Random): (folder: string) => Promise<Outcome> | Outcome }

/** Puts a reader among others. Its inputs come from itself, so they are what it reads. */
export function anyReader<T>({ name, cost, make, read }: FuzzReader<T>): AnyReader {
  return { name, cost, make: source => { const input = make(source); return folder => read(input, folder) } }
}

/** The input of a reader that a seed and a number stand for. */
export const inputOf = (reader: AnyReader, seed: number, at: number): ReturnType<AnyReader['make']> => reader.make(random(mix(seed, at)))
