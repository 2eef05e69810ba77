import { Worker, type MessagePort } from 'node:worker_threads'
import type { Changed } from '../../shared/contract/bridge.ts'
import type { OperationName } from '../../shared/contract/operations.ts'
import type { Language } from '../../shared/domain.ts'
import type { Result } from '../../shared/fault.ts'
import type { Sealed } from '../../shared/contract/wire.ts'
import type { CoreConfig } from '../core/core.ts'
import type { FromWorker, Holding, ToWorker } from '../core/messages.ts'

export type Tell = (step: string, done: number, total: number | null) => void
/** `language`: what the answer words is in it. */
export type CallOptions = { signal?: AbortSignal; onProgress?: Tell; language?: Language }
export type LinkEvents = {
  onChanged(change: Changed): void
  /** The worker died by itself. `again` is false when it is not started anew. */
  onCrash(kind: string, again: boolean): void
  /** Gives the number under which a defect is logged. */
  onDefect(kind: string, name: OperationName): string
}
/** One worker as the main process sees it: numbered calls, each answered exactly once. */
export type WorkerLink = {
  start(): void
  /** Ready to answer: started, loaded and not given up. */
  isUp(): boolean
  /** False when the worker has crashed so early that it was not started again. */
  isUsable(): boolean
  call(name: OperationName, input: unknown, options: CallOptions): Promise<Sealed>
  meet(port: MessagePort): void
  /** Hands the open store over the line to the other worker; null when the worker is gone or says nothing within the limit. */
  share(limitMs: number): Promise<Holding | null>
  /** Closes the store; a worker that has not answered within the limit is stopped by force, and a new one takes its place. */
  release(limitMs: number): Promise<void>
  stop(): Promise<void>
}

type Pending = { name: OperationName; settle(answer: Sealed): void; onProgress: Tell | undefined }

/** @param script the bundled worker entry */
export function createWorkerLink(script: string, config: CoreConfig, events: LinkEvents): WorkerLink {
  let worker: Worker | null = null
  let up = false
  let given = false
  let answeredSinceStart = true
  let next = 1
  const calls = new Map<number, Pending>()
  const requests = new Map<number, (holding: Holding | null) => void>()

  function start(): void {
    if (worker !== null || given) return
    const fresh = new Worker(script, { workerData: config, stdin: false })
    worker = fresh
    let kind = ''
    fresh.on('message', (message: FromWorker) => {
      if (worker === fresh) hear(message)
    })
    // The message of an error may hold a cell of a file: only its kind is kept.
    fresh.on('error', (error: unknown) => (kind = error instanceof Error ? error.name : typeof error))
    fresh.on('exit', code => {
      if (worker === fresh) crashed(kind || `exit ${code}`)
    })
  }

  function crashed(kind: string): void {
    worker = null
    up = false
    given = !answeredSinceStart
    answeredSinceStart = false
    const lost = [...calls.values()]
    calls.clear()
    for (const settle of requests.values()) settle(null)
    requests.clear()
    if (!given) start()
    events.onCrash(kind, !given)
    for (const { name, settle } of lost) settle(internal(events.onDefect(kind, name)))
  }

  function hear(message: FromWorker): void {
    if (message.type === 'ready') up = true
    else if (message.type === 'changed') events.onChanged(message.change)
    else if (message.type === 'progress') calls.get(message.id)?.onProgress?.(message.step, message.done, message.total)
    else if (message.type === 'done') requests.get(message.id)?.(message.holding)
    else {
      const call = calls.get(message.id)
      if (call === undefined) return
      calls.delete(message.id)
      answeredSinceStart = true
      call.settle(message.defect === undefined ? message.sealed : internal(events.onDefect(message.defect, call.name)))
    }
  }

  function post(message: ToWorker, transfer: MessagePort[] = []): void {
    worker?.postMessage(message, transfer)
  }

  function call(name: OperationName, input: unknown, { signal, onProgress, language }: CallOptions): Promise<Sealed> {
    if (signal?.aborted) return Promise.resolve({ ok: false, fault: { code: 'cancelled', params: {} } })
    start()
    if (given) return Promise.resolve(internal(events.onDefect('worker down', name)))
    const id = next++
    const cancel = () => post({ type: 'cancel', id })
    return new Promise<Sealed>(resolve => {
      calls.set(id, { name, onProgress, settle: resolve })
      signal?.addEventListener('abort', cancel, { once: true })
      post({ type: 'call', id, name, input, ...(language === undefined ? {} : { language }) })
    }).finally(() => signal?.removeEventListener('abort', cancel))
  }

  function request(message: (id: number) => ToWorker, limitMs: number): Promise<Holding | null | 'late'> {
    const id = next++
    return new Promise<Holding | null | 'late'>(resolve => {
      const timer = setTimeout(() => resolve('late'), limitMs)
      requests.set(id, holding => {
        clearTimeout(timer)
        resolve(holding)
      })
      post(message(id))
    }).finally(() => requests.delete(id))
  }

  async function share(limitMs: number): Promise<Holding | null> {
    const holding = worker === null ? null : await request(id => ({ type: 'share', id }), limitMs)
    return holding === 'late' ? null : holding
  }

  async function release(limitMs: number): Promise<void> {
    if (worker === null) return
    const stuck = worker
    if ((await request(id => ({ type: 'release', id }), limitMs)) === 'late' && worker === stuck) await stuck.terminate()
  }

  async function stop(): Promise<void> {
    given = true
    const last = worker
    worker = null
    up = false
    for (const { settle } of calls.values()) settle({ ok: false, fault: { code: 'cancelled', params: {} } })
    calls.clear()
    await last?.terminate()
  }

  return {
    start,
    isUp: () => up,
    isUsable: () => !given,
    call,
    meet: port => {
      start()
      post({ type: 'peer', port }, [port])
    },
    share,
    release,
    stop,
  }
}

/** A defect of the program: the person gets a number to quote, the log has what stands behind it. */
function internal(incident: string): Result<never> {
  return { ok: false, fault: { code: 'internal', params: { incident } } }
}
