import { parentPort, workerData } from 'node:worker_threads'
import { createCore, type CoreConfig } from './core.ts'
import { serve } from './host.ts'

// Started by the shell in a worker thread, twice: once to write, once to read beside it.
if (parentPort === null) throw new Error('worker.ts is started as a worker thread')
const port = parentPort
const config: CoreConfig = workerData
serve({ post: message => port.postMessage(message), onMessage: listener => void port.on('message', listener) }, () => createCore(config))
