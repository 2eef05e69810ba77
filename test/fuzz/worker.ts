import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { inputOf } from './reader.ts'
import { readers } from './readers.ts'

export type Order = { reader: string; seed: number; from: number; count: number; /** Where the thread is and what it has seen, for who ends it. */ counts: SharedArrayBuffer
  /** The moment (milliseconds) after which no further input is begun. */
  until: number
}
/** Stands where the number of the input does before the first. */
export const NOT_BEGUN = -1
export const PLACE = { at: 0, taken: 1, refused: 2 } as const
/** What a thread tells; `crash` comes by itself, so that a thread that dies has still told. */
export type Told = { type: 'crash'; at: number; stack: string } | { type: 'done'; slowest: { at: number; milliseconds: number } }

/** Reads a reader's inputs one after the other and says in shared memory which one it is at. */
export async function work(order: Order): Promise<void> {
  const port = parentPort
  const reader = readers.find(r => r.name === order.reader)
  if (!port || !reader) throw new Error(`no reader ${order.reader}`)
  const counts = new Int32Array(order.counts)
  const folder = mkdtempSync(join(tmpdir(), 'sprangbrada-fuzz-'))
  const done = { type: 'done' as const, slowest: { at: order.from, milliseconds: 0 } }
  try {
    for (let at = order.from; at < order.from + order.count && Date.now() < order.until; at++) {
      Atomics.store(counts, PLACE.at, at)
      const started = performance.now()
      try {
        Atomics.add(counts, PLACE[await inputOf(reader, order.seed, at)(folder)], 1)
      } catch (error) {
        port.postMessage({ type: 'crash', at, stack: error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error) } satisfies Told)
      }
      const milliseconds = performance.now() - started
      if (milliseconds > done.slowest.milliseconds) done.slowest = { at, milliseconds }
    }
    port.postMessage(done satisfies Told)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
