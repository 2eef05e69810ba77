import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ScreeningRules } from '../programme-of-intake.ts'
import { freshEvaluator, type FreshLines, type FreshOrder, type FreshTexts } from './evaluate-fresh.ts'
import type { ThreadOrder } from './worker.ts'

/** Where new cases are evaluated: what is given comes back in the same order. */
export type FreshLane = { give(texts: FreshTexts): void; take(): Promise<FreshLines>; close(): Promise<void> }

/** Texts and lines live only until they are sent on: a small nursery is enough. */
const YOUNG_MB = 8
/** For fewer cases a thread is not worth its start. */
const FEWEST = 2000

/** Opens a lane in a thread of its own, from the program's built scripts (`assets`), or in this one where there are none or the cases are few. */
export function openLane(rules: ScreeningRules, order: FreshOrder, cases: number, assets: string): FreshLane {
  const script = join(assets, 'screener.cjs')
  return cases >= FEWEST && assets !== '' && existsSync(script) ? inThread({ ...order, rules: rules.set.data }, script) : inPlace(freshEvaluator(rules, order))
}

function inPlace(evaluate: (texts: FreshTexts) => FreshLines): FreshLane {
  const given: FreshTexts[] = []
  return {
    give: texts => void given.push(texts),
    take: async () => {
      const texts = given.shift()
      if (!texts) throw new Error('nothing was given to the lane')
      return evaluate(texts)
    },
    close: async () => undefined,
  }
}

function inThread(order: ThreadOrder, script: string): FreshLane {
  const worker = new Worker(script, { workerData: order, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
  const done: FreshLines[] = []
  let ended = false
  let wake: (() => void) | null = null
  const rouse = () => {
    wake?.()
    wake = null
  }
  const end = () => {
    ended = true
    rouse()
  }
  worker.on('message', (lines: FreshLines) => {
    done.push(lines)
    rouse()
  })
  worker.on('error', end)
  worker.on('exit', end)
  return {
    give: texts => worker.postMessage(texts, [texts.bytes.buffer as ArrayBuffer]),
    take: async () => {
      while (done.length === 0 && !ended) await new Promise<void>(resolve => { wake = resolve })
      const lines = done.shift()
      // Its own message may hold a cell of a file.
      if (!lines) throw new Error('the evaluating thread has ended')
      return lines
    },
    close: async () => {
      worker.removeAllListeners()
      await worker.terminate()
    },
  }
}
