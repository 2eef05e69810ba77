import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FileKind } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import { AHEAD_BYTES, type ReadAnswer, type ReadMessage, type ReadOrder, weightOf } from './reader/protocol.ts'

/** A file that unpacks or parses into more than this ends as a fault, not as a dead program. */
const READER_HEAP_MB = 768
/** Rows live only until their batch is sent: a small nursery is enough, and three files may be open at once. */
const READER_YOUNG_MB = 16

/** A file that is being read. Its reader goes a few batches ahead and waits until they are taken. */
export type OpenFile = {
  path: string
  /** The kind of file, as soon as its header has been read; null when it is none that can be taken. */
  kind(): Promise<FileKind | null>
  /** Lets it read on past its header; `read` does so itself. */
  begin(): void
  /** Comes when it has been read, or as far ahead of the store as it may. */
  readonly resting: Promise<void>
  /** Hands each message over in turn. Throws the Fault that the file ended with. Ends early when the signal fires. */
  read(take: (message: ReadMessage) => void): Promise<void>
  close(): Promise<void>
}

type Source = { begin(): void; answer(): void; stop(): Promise<void> }
type Push = (message: ReadMessage) => void

/** Begins to read a file in its own thread, from the program's built scripts (`assets`), or here where there are none. */
export function openFile(order: ReadOrder, assets: string, signal: AbortSignal): OpenFile {
  const script = join(assets, 'reader.cjs')
  const file = basename(order.path)
  const waiting: ReadMessage[] = []
  let wake: (() => void) | null = null
  const rouse = () => {
    wake?.()
    wake = null
  }
  let ahead = 0
  let rest = (): void => undefined
  const resting = new Promise<void>(resolve => { rest = resolve })
  const push: Push = message => {
    if (message.type === 'batch') ahead += weightOf(message)
    if (message.type === 'end' || message.type === 'fault' || ahead >= AHEAD_BYTES) rest()
    waiting.push(message.type === 'fault' && message.fault.code === 'file-reader-failed' ? { type: 'fault', fault: { ...message.fault, params: { file } } } : message)
    rouse()
  }
  const arrived = async () => {
    while (waiting.length === 0 && !signal.aborted) await new Promise<void>(resolve => { wake = resolve })
    if (signal.aborted) throw new Fault('cancelled')
  }
  signal.addEventListener('abort', rouse)
  const source = assets !== '' && existsSync(script) ? inThread(order, script, push) : inPlace(order, push)
  return {
    path: order.path,
    kind: async () => {
      await arrived()
      const [first] = waiting
      return first?.type === 'start' ? first.kind : null
    },
    begin: () => source.begin(),
    resting,
    read: async take => {
      source.begin()
      for (;;) {
        await arrived()
        const message = waiting.shift()
        if (message?.type === 'fault') throw new Fault(message.fault.code, message.fault.params)
        if (!message) continue
        if (message.type === 'batch') ahead -= weightOf(message)
        take(message)
        if (message.type === 'batch') source.answer()
        if (message.type === 'end') return
      }
    },
    close: async () => {
      signal.removeEventListener('abort', rouse)
      await source.stop()
    },
  }
}

const broken = (push: Push) => push({ type: 'fault', fault: { code: 'file-reader-failed', params: {} } })

function inThread(order: ReadOrder, script: string, push: Push): Source {
  const worker = new Worker(script, { workerData: order, resourceLimits: { maxOldGenerationSizeMb: READER_HEAP_MB, maxYoungGenerationSizeMb: READER_YOUNG_MB } })
  worker.on('message', push)
  worker.on('error', () => broken(push))
  worker.on('exit', () => broken(push))
  const tell = (answer: ReadAnswer) => worker.postMessage(answer)
  return {
    begin: () => tell({ type: 'begin' }),
    answer: () => tell({ type: 'more' }),
    stop: async () => {
      worker.removeAllListeners()
      await worker.terminate()
    },
  }
}

/** Here nothing is won by reading ahead: the next batch is read when the one before has been taken. */
function inPlace(order: ReadOrder, push: Push): Source {
  let release: ((stopped: boolean) => void) | null = null
  let stopped = false
  const send = (message: ReadMessage): void | Promise<void> => {
    if (stopped) throw new Fault('cancelled')
    push(message)
    if (message.type === 'batch') return new Promise((resolve, reject) => {
      release = stop => { if (stop) reject(new Fault('cancelled')); else resolve() }
    })
  }
  // Loaded only where it is needed: the readers are a third of the core's code.
  const done = import('./reader/read-file.ts').then(({ readFile }) => readFile(order, send)).catch((error: unknown) => {
    if (error instanceof Fault) push({ type: 'fault', fault: error.info })
    else broken(push)
  })
  return {
    begin: () => undefined,
    answer: () => release?.(false),
    stop: async () => {
      stopped = true
      release?.(true)
      await done
    },
  }
}
