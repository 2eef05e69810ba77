import { parentPort, workerData } from 'node:worker_threads'
import { serve, type ServedCore } from '../../electron/core/host.ts'
import type { Session } from '../../electron/core/messages.ts'

// A core made for breaking, served by the real host in a real worker. `screening.list` with a text does what the text says.
const { role, rest } = workerData as { role: string; rest?: SharedArrayBuffer }
const made = { cores: 0 }

function makeCore(): ServedCore {
  made.cores += 1
  let session: Session | null = null
  let changed: Parameters<ServedCore['onChanged']>[0] = () => {}
  const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

  async function run(name: string, input: unknown, { progress, signal }: Parameters<ServedCore['run']>[2]) {
    const text = typeof input === 'object' && input !== null && 'text' in input ? input.text : ''
    if (text === 'exit') process.exit(7)
    if (text === 'throw') throw new RangeError('Anna Öberg 19900101-1234')
    if (text === 'crash') setTimeout(() => { throw new SyntaxError('Anna Öberg') })
    if (text === 'crash' || text === 'wait') await pause(60_000)
    if (text === 'slow') await pause(60)
    if (text === 'untellable') return { ok: true as const, value: 1n }
    if (text === 'pool') return { ok: true as const, value: Buffer.from('kort') }
    if (text === 'change') changed({ what: 'cases', caseId: 4 })
    if (text === 'wrong') return { ok: false as const, fault: { code: 'passphrase-wrong' as const, params: {} } }
    if (name === 'store.unlock') session = { profile: 'work', key: new Uint8Array(32).fill(9), caseworkerId: 5 }
    if (name === 'store.lock') session = null
    if (name === 'store.createSample' || name === 'intake.takeIn') {
      for (let at = 0; at < 1000 && !signal.aborted; at += 1) {
        progress(rest && Atomics.load(new Int32Array(rest), 0) === 1 ? 'vilar' : 'rader', at, 1000)
        await pause(5)
      }
      if (signal.aborted) return { ok: false as const, fault: { code: 'cancelled' as const, params: {} } }
    }
    return { ok: true as const, value: { role, name, cores: made.cores, key: session === null ? null : [...session.key], by: session?.caseworkerId ?? null } }
  }
  return {
    run,
    onChanged: listener => (changed = listener),
    session: () => session,
    attach: given => (session = { ...given, key: new Uint8Array(given.key) }),
    close: () => (session = null),
  }
}

if (parentPort === null) throw new Error('started as a worker')
const port = parentPort
if (process.env['FIXTURE_DEAD'] === role) process.exit(9)
serve({ post: message => port.postMessage(message), onMessage: listener => void port.on('message', listener) }, makeCore)
