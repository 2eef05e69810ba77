import { MessageChannel } from 'node:worker_threads'
import type { Changed } from '../../shared/contract/bridge.ts'
import { operations, type OperationName } from '../../shared/contract/operations.ts'
import { unseal, type Sealed } from '../../shared/contract/wire.ts'
import type { CoreConfig } from '../core/core.ts'
import { createRest } from './rest.ts'
import { createWorkerLink, type CallOptions } from './worker-link.ts'

export type CoreHost = {
  /** Starts the worker that answers the start screen. */
  start(): void
  /** Starts the worker that reads beside long writes. */
  startReader(): void
  /** Something was pressed or turned: a long operation rests until the window has drawn what comes of it. */
  makeRoom(): void
  call(name: OperationName, input: unknown, options?: CallOptions): Promise<Sealed>
  /** Locks the store in both workers; running operations are cancelled first. Resolves when the key is gone. */
  lock(): Promise<void>
  isOpen(): boolean
  /** A long operation is running. */
  isBusy(): boolean
  /** Closes both workers within about the limit; afterwards every call answers `cancelled`. */
  close(limitMs: number): Promise<void>
}
export type HostEvents = {
  onChanged(change: Changed): void
  /** The store was open and no longer is, whoever asked for it. */
  onLocked(): void
  /** Logs a defect by kind and operation; gives its incident number. */
  onDefect(kind: string, where: string): string
}

/** Operations after which another store, or none, is open. */
const changesSession: ReadonlySet<OperationName> = new Set<OperationName>([
  'store.create', 'store.createSample', 'store.unlock', 'store.recover', 'store.lock', 'store.removeSample', 'backup.restore',
])
const releaseLimitMs = 3_000
const shareLimitMs = 10_000
/** From a click to what the window asks because of it, or draws at once. */
const INPUT_MS = 30

/** Runs the core in two workers: one writes, one reads beside it. Calls never hang: a worker that dies answers for its calls. */
export function createCoreHost(script: string, config: Omit<CoreConfig, 'role'>, events: HostEvents): CoreHost {
  let open = false
  let readerHolds = false
  let long = 0
  let closed = false
  let paired = false
  const writes = new Set<AbortController>()
  const rest = createRest()
  let turn: Promise<unknown> = Promise.resolve()

  const writer = createWorkerLink(script, { ...config, role: 'writer', rest: rest.memory }, {
    onChanged: events.onChanged,
    onDefect: (kind, name) => events.onDefect(kind, name),
    onCrash(kind, again) {
      events.onDefect(kind, again ? 'writer restarted' : 'writer down')
      if (closed) return
      if (paired) introduce()
      setOpen(false)
      void inTurn(letReaderGo)
    },
  })
  const reader = createWorkerLink(script, { ...config, role: 'reader' }, {
    onChanged: events.onChanged,
    onDefect: (kind, name) => events.onDefect(kind, name),
    onCrash(kind, again) {
      events.onDefect(kind, again ? 'reader restarted' : 'reader down')
      readerHolds = false
      if (closed || !again) return
      introduce()
      void inTurn(letReaderIn)
    },
  })

  function setOpen(now: boolean): void {
    const was = open
    open = now
    if (was && !now) events.onLocked()
  }

  function introduce(): void {
    const { port1, port2 } = new MessageChannel()
    writer.meet(port1)
    reader.meet(port2)
  }

  function startReader(): void {
    if (paired || closed) return
    paired = true
    introduce()
  }

  /** Changes of what is open happen one after the other, however they are asked for. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  async function letReaderGo(): Promise<void> {
    readerHolds = false
    if (reader.isUp()) await reader.release(releaseLimitMs)
  }

  /** Gives the reader what the writer has open; learns by it whether anything is. */
  async function letReaderIn(): Promise<void> {
    if (closed) return
    startReader()
    const holding = await writer.share(shareLimitMs)
    readerHolds = holding?.shared ?? false
    if (holding !== null) setOpen(holding.open)
  }

  async function changeSession(name: OperationName, run: () => Promise<Sealed>): Promise<Sealed> {
    // It loads while the passphrase is tried.
    startReader()
    // The reader's connection goes first: a store that is replaced or locked may not be open anywhere.
    await letReaderGo()
    const result = await run()
    // A lock that was refused is no lock: then the store is closed from outside.
    if (name === 'store.lock' && !unseal(result).ok) await writer.release(releaseLimitMs)
    await letReaderIn()
    return result
  }

  async function call(name: OperationName, input: unknown, options: CallOptions = {}): Promise<Sealed> {
    if (closed) return { ok: false, fault: { code: 'cancelled', params: {} } }
    const { kind } = operations[name]
    if (kind === 'read') return readerHolds ? atOnce(() => reader.call(name, input, options)) : writer.call(name, input, options)
    if (name === 'store.lock') stopWrites()
    // Also what still waits for its turn must be possible to stop.
    const stop = new AbortController()
    const signal = options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal])
    writes.add(stop)
    if (kind === 'long') long += 1
    try {
      const run = () => writer.call(name, input, { ...options, signal })
      return changesSession.has(name) ? await inTurn(() => changeSession(name, run)) : await run()
    } finally {
      writes.delete(stop)
      if (kind === 'long') long -= 1
    }
  }

  /** While something long is running, it rests until this has been answered. */
  function atOnce<T>(work: () => Promise<T>): Promise<T> {
    if (long === 0) return work()
    const end = rest.ask()
    return work().finally(end)
  }

  function makeRoom(): void {
    if (long > 0) setTimeout(rest.ask(), INPUT_MS)
  }

  function stopWrites(): void {
    for (const stop of writes) stop.abort()
  }

  async function lock(): Promise<void> {
    stopWrites()
    await turn
    if (open) await call('store.lock', {})
  }

  async function close(limitMs: number): Promise<void> {
    if (closed) return
    closed = true
    stopWrites()
    // The writer goes last: only then does its closing bring the write-ahead log into the store's file.
    await reader.release(limitMs / 3)
    await writer.release((limitMs * 2) / 3)
    await Promise.all([reader.stop(), writer.stop()])
  }

  return { start: () => writer.start(), startReader, makeRoom, call, lock, isOpen: () => open, isBusy: () => long > 0, close }
}
