import { loadavg } from 'node:os'

/** One of those measured side by side. `run` gives one round's figure, in the unit that the report names. */
export type Contender = { name: string; run(): number | Promise<number> }
export type Stats = { median: number; least: number; most: number; p99: number; values: number }

/** The value below which the given share of sorted values lies. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Median, spread and 99th percentile of measured values. */
export function statsOf(values: readonly number[]): Stats {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const median = sorted.length % 2 === 1 ? quantile(sorted, 0.5) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
  return { median, least: sorted[0] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN, p99: quantile(sorted, 0.99), values: sorted.length }
}

/**
 * Measures contenders in turn, A B A B, so that what else the machine does strikes all alike. The warm-up rounds are thrown away,
 * and the rubbish of one round is cleared before the next.
 */
export async function interleaved(contenders: readonly Contender[], options: { warmUp?: number; rounds?: number } = {}): Promise<Map<string, Stats>> {
  const { warmUp = 1, rounds = 5 } = options
  const values = new Map(contenders.map(c => [c.name, [] as number[]]))
  for (let round = -warmUp; round < rounds; round++) {
    for (const { name, run } of contenders) {
      globalThis.gc?.()
      const value = await run()
      if (round >= 0) values.get(name)?.push(value)
    }
  }
  return new Map([...values].map(([name, list]) => [name, statsOf(list)]))
}

/** The figures of a contender that was measured. Throws when there is none of that name. */
export function figuresOf(measured: ReadonlyMap<string, Stats>, name: string): Stats {
  const found = measured.get(name)
  if (!found) throw new Error(`inget mätt under namnet ${name}`)
  return found
}

/** Microseconds that one of `count` pieces of work takes when they are done one after the other. */
export function microseconds(count: number, work: (index: number) => void): number {
  const started = performance.now()
  for (let i = 0; i < count; i++) work(i)
  return ((performance.now() - started) * 1000) / count
}

/** How busy the machine is, as the mean number of runnable programs over the last minute; 0 on Windows, which does not say. */
export const load = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100
