import { expect, it, onTestFinished } from 'vitest'
import { screenCases } from '../../../electron/core/cases/screen-cases.ts'
import { heed } from '../../../electron/core/store/give-way.ts'
import { changeLong } from '../../../electron/core/store/long-change.ts'
import { openDesk } from '../store-fixture.ts'
import { application, idOf, portal } from '../tables.ts'

it('cases that are judged anew rest while the window is being answered', async () => {
  const desk = openDesk()
  await desk.take(desk.put('a.csv', portal([application(1), application(2)])))
  const before = desk.row(idOf(1))
  const memory = new SharedArrayBuffer(4)
  const flag = new Int32Array(memory)
  onTestFinished(() => heed(new SharedArrayBuffer(4)))
  heed(memory)
  Atomics.store(flag, 0, 1)
  const { store } = desk.context
  await changeLong(store, () => screenCases(store.write, desk.intakeId, [1, 2].map(n => Number(desk.row(idOf(n))['id'])), async () => undefined))
  // Whoever waits in vain for being woken takes the request back.
  expect(Atomics.load(flag, 0)).toBe(0)
  expect(desk.row(idOf(1))).toEqual(before)
})
