import { parentPort, workerData } from 'node:worker_threads'
import { Fault } from '../../../../shared/fault.ts'
import { AHEAD_BYTES, type ReadAnswer, type ReadMessage, type ReadOrder, weightOf } from './protocol.ts'
import { readFile } from './read-file.ts'

/** The reading thread: files from outside are opened here and nowhere else, with a memory limit of their own. */
const port = parentPort
if (port) {
  // Batches are answered in the order they were sent.
  const sent: number[] = []
  let ahead = 0
  let resume: (() => void) | null = null
  let begin = (): void => undefined
  const begun = new Promise<void>(resolve => { begin = resolve })
  port.on('message', (answer: ReadAnswer) => {
    if (answer.type === 'begin') return begin()
    ahead -= sent.shift() ?? 0
    if (ahead >= AHEAD_BYTES) return
    resume?.()
    resume = null
  })
  const send = (message: ReadMessage): void | Promise<void> => {
    if (message.type !== 'batch') {
      port.postMessage(message)
      return message.type === 'start' ? begun : undefined
    }
    const weight = weightOf(message)
    port.postMessage(message, [message.rows.bytes.buffer as ArrayBuffer])
    sent.push(weight)
    ahead += weight
    if (ahead >= AHEAD_BYTES) return new Promise(resolve => { resume = resolve })
  }
  readFile(workerData as ReadOrder, send)
    .catch((error: unknown) => send({ type: 'fault', fault: error instanceof Fault ? error.info : { code: 'file-reader-failed', params: { file: '' } } }))
    .finally(() => port.close())
}
