import type { MessagePort } from 'node:worker_threads'
import type { Changed } from '../../shared/contract/bridge.ts'
import type { OperationName } from '../../shared/contract/operations.ts'
import { seal } from '../../shared/contract/wire.ts'
import type { Language } from '../../shared/domain.ts'
import type { Result } from '../../shared/fault.ts'
import type { BetweenWorkers, FromWorker, Session, ToWorker } from './messages.ts'

/** The part of the core that a worker serves. */
export type ServedCore = {
  run(
    name: OperationName,
    input: unknown,
    context: { progress(step: string, done: number, total: number | null): void; signal: AbortSignal; language?: Language },
  ): Promise<Result<unknown>>
  onChanged(listener: (change: Changed) => void): void
  session(): Session | null
  attach(session: Session): void
  close(): void
}
/** The worker's line to the main process. */
export type Line = { post(message: FromWorker): void; onMessage(listener: (message: ToWorker) => void): void }

/**
 * Serves a core over a line: one answer for every call, whatever happens in the core. `makeCore` is asked for a new core after
 * each release, so that nothing of an earlier store is left behind. Progress is sent at most ten times a second.
 */
export function serve(line: Line, makeCore: () => ServedCore): void {
  let core = begin()
  let peer: MessagePort | null = null
  const running = new Map<number, AbortController>()
  const sharing = new Set<number>()

  function begin(): ServedCore {
    const fresh = makeCore()
    fresh.onChanged(change => line.post({ type: 'changed', change }))
    return fresh
  }

  async function call(id: number, name: OperationName, input: unknown, language: Language = 'sv'): Promise<void> {
    const stop = new AbortController()
    running.set(id, stop)
    const progress = sparingly((step, done, total) => line.post({ type: 'progress', id, step, done, total }))
    try {
      const result = await core.run(name, input, { progress, signal: stop.signal, language })
      line.post({ type: 'answer', id, sealed: seal(result) })
    } catch (error) {
      line.post({ type: 'answer', id, sealed: { ok: false, fault: { code: 'internal', params: {} } }, defect: kindOf(error) })
    } finally {
      running.delete(id)
    }
  }

  function share(id: number): void {
    const session = core.session()
    if (session === null || peer === null) return line.post({ type: 'done', id, holding: { open: session !== null, shared: false } })
    // A copy is sent away and leaves nothing here: the core keeps (and wipes) its own.
    const key = new Uint8Array(session.key)
    sharing.add(id)
    peer.postMessage({ type: 'session', id, session: { ...session, key } } satisfies BetweenWorkers, [key.buffer])
  }

  function hear(message: BetweenWorkers, from: MessagePort): void {
    if (message.type === 'attached') {
      if (sharing.delete(message.id)) line.post({ type: 'done', id: message.id, holding: { open: true, shared: message.shared } })
      return
    }
    let shared = true
    try {
      core.attach(message.session)
    } catch {
      shared = false
    }
    // The core has taken its own copy, which it wipes itself.
    message.session.key.fill(0)
    from.postMessage({ type: 'attached', id: message.id, shared } satisfies BetweenWorkers)
  }

  function meet(port: MessagePort): void {
    if (peer !== null) part(peer)
    peer = port
    port.on('message', (message: BetweenWorkers) => hear(message, port))
    // The other worker has died.
    port.on('close', () => part(port))
  }

  function part(port: MessagePort): void {
    if (peer !== port) return
    peer = null
    port.close()
    for (const id of sharing) line.post({ type: 'done', id, holding: { open: true, shared: false } })
    sharing.clear()
  }

  function release(id: number): void {
    for (const stop of running.values()) stop.abort()
    try {
      core.close()
    } finally {
      core = begin()
      line.post({ type: 'done', id, holding: { open: false, shared: false } })
    }
  }

  line.onMessage(message => {
    if (message.type === 'call') void call(message.id, message.name, message.input, message.language)
    else if (message.type === 'cancel') running.get(message.id)?.abort()
    else if (message.type === 'peer') meet(message.port)
    else if (message.type === 'share') share(message.id)
    else release(message.id)
  })
  line.post({ type: 'ready' })
}

const progressIntervalMs = 100

/** A new step or the end of one is told at once; what lies between only now and then. */
function sparingly(tell: (step: string, done: number, total: number | null) => void): typeof tell {
  let lastStep = ''
  let lastAt = 0
  return (step, done, total) => {
    const now = performance.now()
    if (step === lastStep && done !== total && now - lastAt < progressIntervalMs) return
    lastStep = step
    lastAt = now
    tell(step, done, total)
  }
}

/** Only the kind of an error may be logged: its message may hold a cell of a file or a piece of SQL. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name
}
