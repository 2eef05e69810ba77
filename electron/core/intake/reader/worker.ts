import { parentPort, workerData } from 'node:worker_threads'
import { Fault } from '../../../../shared/fault.ts'
import { BATCHES_AHEAD, type ReadMessage, type ReadOrder } from './protocol.ts'
import { readFile } from './read-file.ts'

/** The reading thread: files from outside are opened here and nowhere else, with a memory limit of their own. */
const port = parentPort
if (port) {
  let ahead = 0
  let resume: (() => void) | null = null
  port.on('message', () => {
    ahead--
    resume?.()
    resume = null
  })
  const send = (message: ReadMessage): void | Promise<void> => {
    port.postMessage(message)
    if (message.type !== 'batch') return
    ahead++
    if (ahead >= BATCHES_AHEAD) return new Promise(resolve => { resume = resolve })
  }
  readFile(workerData as ReadOrder, send)
    .catch((error: unknown) => send({ type: 'fault', fault: error instanceof Fault ? error.info : { code: 'file-reader-failed', params: { file: '' } } }))
    .finally(() => port.close())
}
