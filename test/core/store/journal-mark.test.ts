import { expect, it } from 'vitest'
import { journalEnd, since, type Stretch } from '../../../electron/core/store/journal-mark.ts'
import { change } from '../../../electron/core/store/store.ts'
import { openTestStore, testFolder } from '../store-fixture.ts'

/** A store whose journal has grown by ten entries since a mark, each naming its place. */
function grown() {
  const { store } = openTestStore(testFolder())
  const mark = journalEnd(store.read)
  change(store, () => { for (let n = 1; n <= 10; n++) store.record({ kind: 'case.read', application: n, body: '{}' }) })
  const stretch = (from: number, to: number): Stretch => ({ from: mark.seq + from, to: mark.seq + to })
  const told = (most: number, ...but: Stretch[]) => since(store.read, mark, most, but)?.entries.map(({ application }) => application) ?? null
  return { store, mark, stretch, told }
}

it('tells what came since a mark, and nothing when it is too much', () => {
  const { store, mark, told } = grown()
  expect(told(10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(told(9)).toBeNull()
  expect(since(store.read, mark, 10)?.end).toEqual(journalEnd(store.read))
  expect(since(store.read, journalEnd(store.read), 0)?.entries).toEqual([])
})

it('leaves stretches out, at the beginning, in the middle, at the end and one after another, and does not count them', () => {
  const { told, stretch } = grown()
  expect(told(5, stretch(3, 7))).toEqual([1, 2, 8, 9, 10])
  expect(told(4, stretch(3, 7))).toBeNull()
  expect(told(10, stretch(1, 2), stretch(3, 4), stretch(9, 10))).toEqual([5, 6, 7, 8])
  expect(told(0, stretch(1, 10))).toEqual([])
  expect(told(10, stretch(-5, 2), stretch(10, 99))).toEqual([3, 4, 5, 6, 7, 8, 9])
  expect(told(10, stretch(-5, 0), stretch(11, 12))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

it('knows a mark of another journal, also when everything since would be left out', () => {
  const { store, mark, stretch } = grown()
  const other = { ...mark, hash: new Uint8Array(32) }
  expect(since(store.read, other, 10)).toBeNull()
  expect(since(store.read, other, 10, [stretch(1, 10)])).toBeNull()
  expect(since(store.read, { seq: mark.seq + 11, hash: mark.hash }, 10)).toBeNull()
})
