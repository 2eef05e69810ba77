import { describe, expect, it } from 'vitest'
import { isAmid, offsetShowing, rowsAt, rowsDrawn, rowsSeen, type Shape } from '../../renderer/components/rowWindow.ts'

// Ten rows and a half fit under the header.
const shape: Shape = { count: 100_000, rowHeight: 36, height: 36 + 378 }
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

describe('the rows of a long list that are on the screen', () => {
  it('are counted with those of which only a part is seen', () => {
    expect(rowsSeen(shape)).toBe(12)
    expect(rowsSeen({ ...shape, height: 360 })).toBe(10)
    expect(rowsSeen({ ...shape, height: 12 })).toBe(1)
  })
  it('begin at the place, and end where the list ends', () => {
    expect(rowsAt(shape, 0)).toEqual({ first: 0, last: 11 })
    expect(rowsAt(shape, 500)).toEqual({ first: 500, last: 511 })
    // Scrolled all the way down: the last row stands at the bottom.
    const end = Math.floor(((shape.count + 1) * shape.rowHeight - shape.height) / shape.rowHeight)
    expect(rowsAt(shape, end)).toEqual({ first: 99_989, last: 99_999 })
  })
  it('are the last ones when the list has become shorter than the place', () => {
    expect(rowsAt({ ...shape, count: 20 }, 5000)).toEqual({ first: 9, last: 19 })
    expect(rowsAt({ ...shape, count: 3 }, 5000)).toEqual({ first: 0, last: 2 })
    expect(rowsAt({ ...shape, count: 0 }, 5000)).toEqual({ first: 0, last: 0 })
  })
})

describe('the rows that are drawn', () => {
  const indexes = (place: number, marked = -1, of = shape) => rowsDrawn(of, rowsAt(of, place), marked).map(row => row.index)
  it('are those on the screen and six on each side', () => {
    expect(indexes(0)).toEqual(range(0, 17))
    expect(indexes(500)).toEqual(range(494, 517))
    expect(indexes(0, -1, { ...shape, count: 4 })).toEqual([0, 1, 2, 3])
  })
  it('are none of an empty list, and none before its height is known', () => {
    expect(indexes(0, 0, { ...shape, count: 0 })).toEqual([])
    expect(indexes(0, 0, { ...shape, height: 0 })).toEqual([])
  })
  it('hold the marked row too, in its place in the order, but no row that is no longer there', () => {
    expect(indexes(500, 3)).toEqual([3, ...range(494, 517)])
    expect(indexes(500, 505)).toEqual(range(494, 517))
    expect(indexes(500, 99_999)).toEqual([...range(494, 517), 99_999])
    expect(indexes(0, 7, { ...shape, count: 5 })).toEqual(range(0, 4))
  })
  it('never share a slot, and keep it while they are drawn', () => {
    let before = new Map<number, number | 'marked'>()
    for (let place = 0; place < 200; place++) {
      const drawn = rowsDrawn(shape, rowsAt(shape, place), 150)
      expect(new Set(drawn.map(row => row.slot)).size).toBe(drawn.length)
      for (const { index, slot } of drawn) if (slot !== 'marked' && typeof before.get(index) === 'number') expect(slot).toBe(before.get(index))
      before = new Map(drawn.map(row => [row.index, row.slot]))
    }
  })
})

describe('moving to a row', () => {
  it('scrolls nothing when the whole row is seen', () => {
    expect(offsetShowing(shape, 360, 10)).toBe(360)
    expect(offsetShowing(shape, 360, 19)).toBe(360)
  })
  it('scrolls as little as is needed, upwards to under the header and downwards to the edge', () => {
    expect(offsetShowing(shape, 360, 4)).toBe(144)
    expect(offsetShowing(shape, 360, 20)).toBe(22 * 36 - shape.height)
    expect(offsetShowing(shape, 0, 99_999)).toBe(100_001 * 36 - shape.height)
    expect(offsetShowing(shape, 3, 0)).toBe(0)
  })
  it('knows a followed row that is cut, or beyond which nothing is seen', () => {
    expect([8, 9, 10].map(index => isAmid(shape, 0, index))).toEqual([true, false, false])
    expect([9, 10, 18, 19].map(index => isAmid(shape, 360, index))).toEqual([false, true, true, false])
    // Half of the uppermost row lies under the header.
    expect([10, 11].map(index => isAmid(shape, 378, index))).toEqual([false, true])
  })
  it('shows the beginning of a row that does not fit', () => {
    expect(offsetShowing({ ...shape, height: 40 }, 0, 7)).toBe(252)
  })
})
