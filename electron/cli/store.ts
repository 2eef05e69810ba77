import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { StoreProfile } from '../../shared/domain.ts'
import { Fault } from '../../shared/fault.ts'
import { spoken } from '../core/batch-language.ts'
import { createCore, type Core } from '../core/core.ts'
import type { OperationInput, OperationName, OperationOutput } from '../../shared/contract/operations.ts'
import type { RunContext } from '../core/core.ts'
import type { Places } from './places.ts'
import { text } from './text.ts'

/** An operation by name; a fault that comes back is thrown. */
export async function call<N extends OperationName>(core: Core, name: N, input: OperationInput<N>, run: RunContext): Promise<OperationOutput<N>> {
  const result = await core.run(name, input, run)
  if (!result.ok) throw new Fault(result.fault.code, result.fault.params)
  return result.value
}

/**
 * Opens the store in a folder (made if absent), or an encrypted temporary one that `close` removes.
 * @param beforeMaking called before a lasting store is made; when it throws, nothing has been written
 */
export async function openCommandStore(folder: string | undefined, places: Places, run: RunContext, beforeMaking: () => Promise<void> = () => Promise.resolve()): Promise<{ core: Core; profile: StoreProfile; close(): void }> {
  const temporary = folder === undefined ? mkdtempSync(join(tmpdir(), 'sprangbrada-')) : null
  const root = temporary ?? resolve(folder ?? '')
  const remove = () => { if (temporary) rmSync(temporary, { recursive: true, force: true }) }
  process.once('exit', remove)
  const core = createCore({ role: 'single', folder: root, temporary: temporary !== null, ...places })
  const close = () => {
    core.close()
    remove()
    process.off('exit', remove)
  }
  try {
    if (temporary) {
      await call(core, 'store.create', { passphrase: randomBytes(32).toString('base64'), name: 'Kommandoraden', title: 'tillfälligt lager' }, run)
      return { core, profile: 'work', close }
    }
    const { stores } = await call(core, 'store.status', {}, run)
    const absent = stores.find(s => s.profile === 'work')?.condition === 'none'
    if (absent) await beforeMaking()
    const passphrase = await readPassphrase()
    if (absent) {
      const { recoveryCode } = await call(core, 'store.create', { passphrase, name: 'Kommandoraden', title: 'handläggare' }, run)
      process.stderr.write(`${text().store.made(recoveryCode)}\n`)
    } else await call(core, 'store.unlock', { profile: 'work', passphrase }, run)
    return { core, profile: 'work', close }
  } catch (error) {
    close()
    throw error
  }
}

/** The passphrase from the environment or a prompt that does not echo; never from an argument, where others could see it. */
async function readPassphrase(): Promise<string> {
  const given = process.env['SPRANGBRADA_PASSPHRASE']
  if (given) return given
  // Nobody is there to be asked.
  if (!process.stdin.isTTY) throw new Fault('passphrase-wrong', { missing: 'SPRANGBRADA_PASSPHRASE' })
  process.stderr.write(text().store.passphrase)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const prompt = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await prompt.question('')
  } finally {
    prompt.close()
    process.stderr.write('\n')
  }
}

/** Progress on one line of a terminal, silent when the output goes elsewhere. */
export function progressLine(signal: AbortSignal): RunContext {
  let last = 0
  return {
    signal, language: spoken(),
    progress: (step, done, total) => {
      if (!process.stderr.isTTY || performance.now() - last < 100) return
      last = performance.now()
      const share = total ? ` ${Math.min(100, Math.round((done / total) * 100))} %` : ''
      process.stderr.write(`\r\u001b[K${text().store.step(step)}: ${done}${share}`)
    },
  }
}
