import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Fault } from '../../../shared/fault.ts'
import type { ReadMessage, ReadOrder } from './reader/protocol.ts'

/** A file that unpacks or parses into more than this ends as a fault, not as a dead program. */
const READER_HEAP_MB = 768

/** Reads a file in its own thread (or here, where there is no built reader) and hands each message over in turn. Ends early when the signal fires. */
export async function streamFile(order: ReadOrder, readerScript: string | null, signal: AbortSignal, take: (message: ReadMessage) => void): Promise<void> {
  if (signal.aborted) throw new Fault('cancelled')
  if (readerScript === null || !existsSync(readerScript)) {
    // Loaded only where it is needed: the readers are a third of the core's code.
    const { readFile } = await import('./reader/read-file.ts')
    return readFile(order, message => {
      if (signal.aborted) throw new Fault('cancelled')
      take(message)
    })
  }
  const worker = new Worker(readerScript, { workerData: order, resourceLimits: { maxOldGenerationSizeMb: READER_HEAP_MB } })
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (error: unknown) => reject(error instanceof Error ? error : new Error(String(error)))
      const stop = () => fail(new Fault('cancelled'))
      signal.addEventListener('abort', stop, { once: true })
      worker.on('message', (message: ReadMessage) => {
        try {
          if (signal.aborted) return
          if (message.type === 'fault') return fail(new Fault(message.fault.code, { ...message.fault.params, ...(message.fault.code === 'file-reader-failed' ? { file: basename(order.path) } : {}) }))
          take(message)
          if (message.type === 'batch') worker.postMessage({ type: 'more' })
          if (message.type === 'end') resolve()
        } catch (error) {
          fail(error)
        }
      })
      worker.on('error', () => fail(new Fault('file-reader-failed', { file: basename(order.path) })))
      worker.on('exit', () => fail(new Fault('file-reader-failed', { file: basename(order.path) })))
    })
  } finally {
    worker.removeAllListeners()
    await worker.terminate()
  }
}
