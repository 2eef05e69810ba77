import { Worker } from 'node:worker_threads'
import { afterEach, expect, it } from 'vitest'
import { giveWay, heed } from '../../../electron/core/store/give-way.ts'

const memoryOf = (value: 0 | 1) => {
  const memory = new SharedArrayBuffer(8)
  new Int32Array(memory)[0] = value
  return memory
}
afterEach(() => heed(memoryOf(0)))

it('rests until it is woken', async () => {
  const memory = memoryOf(1)
  const flag = new Int32Array(memory)
  // The window's part, played by another thread while this one sleeps.
  const worker = new Worker(`const { workerData, parentPort } = require('node:worker_threads')
    const flag = new Int32Array(workerData)
    parentPort.once('message', () => setTimeout(() => {
      Atomics.store(flag, 1, 1)
      Atomics.store(flag, 0, 0)
      Atomics.notify(flag, 0)
    }, 50))
    parentPort.postMessage('ready')`, { eval: true, workerData: memory })
  await new Promise(resolve => worker.once('message', resolve))
  heed(memory)
  worker.postMessage('go')
  giveWay()
  expect(flag[1]).toBe(1)
  await worker.terminate()
})

it('goes on by itself when nobody wakes it, and does not rest again', () => {
  const memory = memoryOf(1)
  heed(memory)
  giveWay()
  expect(new Int32Array(memory)[0]).toBe(0)
})

it('does not rest when nothing is asked', () => {
  const memory = memoryOf(0)
  heed(memory)
  giveWay()
  expect(new Int32Array(memory)[0]).toBe(0)
})
