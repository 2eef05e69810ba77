import { parentPort, workerData } from 'node:worker_threads'
import { createCore, type CoreConfig } from './core.ts'
import { serve } from './host.ts'
import { heed } from './store/give-way.ts'

// Started by the shell in a worker thread, twice: once to write, once to read beside it.
if (parentPort === null || !isConfig(workerData)) throw new Error('worker.ts is started by the shell, as a worker thread')
const port = parentPort
const config = workerData
if (config.rest) heed(config.rest)
serve({ post: message => port.postMessage(message), onMessage: listener => void port.on('message', listener) }, () => createCore(config))

function isConfig(value: unknown): value is CoreConfig {
  return typeof value === 'object' && value !== null && 'role' in value && 'folder' in value
}
