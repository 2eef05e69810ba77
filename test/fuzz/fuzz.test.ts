import { describe, expect, it } from 'vitest'
import { testFolder } from '../core/store-fixture.ts'
import { type AnyReader, inputOf } from './reader.ts'
import { readers } from './readers.ts'
import { keptSeeds } from './seeds.ts'

const SEED = 20230120
/** Inputs of a reader whose cost is one; the long run reads many more. */
const INPUTS = 600

async function brokenBy(reader: AnyReader, folder: string, seed: number, from: number, count: number) {
  const broken: string[] = []
  const counts = { taken: 0, refused: 0 }
  for (let at = from; at < from + count; at++) {
    try {
      counts[await inputOf(reader, seed, at)(folder)]++
    } catch (error) {
      broken.push(`${at}: ${error instanceof Error ? error.stack?.slice(0, 400) : String(error)}`)
    }
  }
  return { broken, counts }
}

describe('readers of what comes from outside', () => {
  it.each(readers.map(reader => [reader.name, reader] as const))('%s: takes or refuses each of many broken inputs', async (_name, reader) => {
    const { broken, counts } = await brokenBy(reader, testFolder(), SEED, 0, Math.ceil(Math.min(20_000, INPUTS / reader.cost)))
    expect(broken.slice(0, 3)).toEqual([])
    // Inputs that are all refused at the door would prove nothing of what lies behind it.
    expect(counts.refused).toBeGreaterThan(0)
    if (reader.name !== 'sakerhetskopia') expect(counts.taken).toBeGreaterThan(0)
  })
  it('what once broke one is read', async () => {
    for (const { reader: name, seed, at, why } of keptSeeds) {
      const reader = readers.find(r => r.name === name)
      if (!reader) throw new Error(`no reader ${name}`)
      expect((await brokenBy(reader, testFolder(), seed, at, 1)).broken, why).toEqual([])
    }
  })
})
