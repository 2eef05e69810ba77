import { expect, onTestFinished } from 'vitest'
import type { OperationInput, OperationName, OperationOutput } from '../../../shared/contract/operations.ts'
import { faultSentence } from '../../../shared/text/faults.sv.ts'
import { type Core, createCore } from '../../../electron/core/core.ts'
import { storePaths } from '../../../electron/core/store/paths.ts'
import { testFolder } from '../store-fixture.ts'

export const ada = { name: 'Ada Prov', title: 'handläggare', passphrase: 'fyra ord räcker länge' }
export const bo = { name: 'Bo Prov', title: 'arbetsförmedlare', passphrase: 'en helt annan mening här' }

export type PeopleDesk = {
  root: string
  core: Core
  ok<N extends OperationName>(name: N, input: OperationInput<N>): Promise<OperationOutput<N>>
  /** The code of a refusal; its sentence must be one that a person can act on. */
  refused<N extends OperationName>(name: N, input: OperationInput<N>): Promise<string>
  unlock(passphrase: string): Promise<string>
  lock(): Promise<null>
  /** The same folder with the program started anew. */
  restart(): void
  readonly places: ReturnType<typeof storePaths>
}

/** A core over a folder of its own, with Ada's store where it is asked for. */
export function startDesk(root = testFolder()): PeopleDesk {
  const start = () => createCore({ role: 'single', folder: root, assets: '' })
  const silent = () => ({ progress: () => undefined, signal: new AbortController().signal })
  let core = start()
  onTestFinished(() => core.close())
  const desk: PeopleDesk = {
    root,
    get core() { return core },
    ok: async (name, input) => {
      const result = await core.run(name, input, silent())
      if (!result.ok) throw new Error(`${name}: ${result.fault.code}`)
      return result.value
    },
    refused: async (name, input) => {
      const result = await core.run(name, input, silent())
      if (result.ok) return 'ok'
      expect(faultSentence(result.fault)).toMatch(/^\p{Lu}.*\.$/su)
      expect(faultSentence(result.fault)).not.toMatch(/undefined|null|\{/)
      return result.fault.code
    },
    unlock: passphrase => desk.refused('store.unlock', { profile: 'work', passphrase }),
    lock: () => desk.ok('store.lock', {}),
    restart: () => {
      core.close()
      core = start()
    },
    places: storePaths(root, 'work'),
  }
  return desk
}

/** A store where Ada does everything and Bo screens. Ada is at work. */
export async function adaAndBo(): Promise<PeopleDesk & { recoveryCode: string }> {
  const desk = startDesk()
  const { recoveryCode } = await desk.ok('store.create', ada)
  await desk.ok('people.add', { ...bo, roles: ['screen'] })
  return Object.assign(desk, { recoveryCode })
}
