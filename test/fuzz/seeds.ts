/** Inputs that once broke a reader, and why; they are read again in every run. */
export const keptSeeds: readonly { reader: string; seed: number; at: number; why: string }[] = []
