import { describe, expect, it } from 'vitest'
import { moveRow } from '../../renderer/components/gridKeys.ts'

describe('moving in a list with the keyboard', () => {
  it('moves one row and stops at the ends', () => {
    expect(moveRow('ArrowDown', 4, 10, 5)).toBe(5)
    expect(moveRow('ArrowDown', 9, 10, 5)).toBe(9)
    expect(moveRow('ArrowUp', 0, 10, 5)).toBe(0)
  })
  it('moves a screen less one row, so that the eye keeps its place', () => {
    expect(moveRow('PageDown', 0, 100_000, 15)).toBe(14)
    expect(moveRow('PageUp', 20, 100_000, 15)).toBe(6)
    expect(moveRow('PageUp', 3, 100_000, 15)).toBe(0)
    expect(moveRow('PageDown', 5, 100, 1)).toBe(6)
  })
  it('goes to first and last', () => {
    expect(moveRow('Home', 500, 100_000, 15)).toBe(0)
    expect(moveRow('End', 500, 100_000, 15)).toBe(99_999)
  })
  it('begins at an end when no row is marked', () => {
    expect(moveRow('ArrowDown', -1, 10, 5)).toBe(0)
    expect(moveRow('ArrowUp', -1, 10, 5)).toBe(9)
    expect(moveRow('End', -1, 10, 5)).toBe(9)
  })
  it('leaves other keys and empty lists alone', () => {
    expect(moveRow('a', 3, 10, 5)).toBeNull()
    expect(moveRow('ArrowDown', -1, 0, 5)).toBeNull()
    expect(moveRow('Tab', -1, 10, 5)).toBeNull()
  })
})
