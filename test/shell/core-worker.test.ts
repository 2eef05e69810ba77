import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { INTAKES } from '../../build/sample/intake.ts'
import { root } from '../../build/setup/places.mjs'
import { createWorkerLink } from '../../electron/shell/worker-link.ts'
import type { OperationInput, OperationName } from '../../shared/contract/operations.ts'
import { unseal } from '../../shared/contract/wire.ts'
import { bundled } from '../core/bundled.ts'
import { testFolder } from '../core/store-fixture.ts'

let program = ''
beforeAll(async () => {
  program = await bundled('core', 'reader', 'screener')
  symlinkSync(join(root, 'node_modules'), join(program, 'node_modules'), 'junction')
})
afterAll(() => rmSync(program, { recursive: true, force: true }))

it('the core in its worker gives way when the window asks for it, and takes everything in', async () => {
  const rest = new SharedArrayBuffer(4)
  const flag = new Int32Array(rest)
  const defects: string[] = []
  const link = createWorkerLink(join(program, 'core.cjs'), { role: 'writer', folder: testFolder(), assets: program, rest }, { onChanged() {}, onCrash: kind => void defects.push(kind), onDefect: kind => `nr ${defects.push(kind)}` })
  onTestFinished(() => link.stop())
  const ok = async <N extends OperationName>(name: N, input: OperationInput<N>) => {
    const result = unseal(await link.call(name, input, {}))
    expect(result, name).toMatchObject({ ok: true })
    return result.ok ? result.value : null
  }
  await ok('store.create', { passphrase: 'en egen lösenfras', name: 'Test Testsson', title: 'arbetsförmedlare' })
  const { intake, ...dates } = INTAKES['2023-1']
  const { id } = await ok('intake.create', { programme: 'jobbspranget', name: intake, ...dates }) as { id: number }
  const files = ['ansokningar-2023-1.csv', 'af-register-2023-1.csv', 'mv-beslut-2023-1.csv'].map(name => join(root, 'test', 'fixtures', '2023', name))
  Atomics.store(flag, 0, 1)
  expect(await ok('intake.takeIn', { intakeId: id, files })).toMatchObject({ files: [{ fault: null }, { fault: null }, { fault: null }] })
  // Whoever waits in vain for being woken takes the request back.
  expect(Atomics.load(flag, 0)).toBe(0)
  expect(defects).toEqual([])
})
