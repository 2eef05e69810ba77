import { expect, it } from 'vitest'
import { chipsShown } from '../../renderer/screening/ApplicantGrid.tsx'

const row = (pooled: boolean, rules: number) => ({ pooled, rules: Array.from({ length: rules }) })

it.each([
  // Where two chips fit, the word for pooled rules leaves room for one chip or for how many more there are, not for both.
  [true, 1, 2, 1], [true, 2, 2, 0], [true, 2, 4, 2], [true, 3, 4, 1],
  [false, 2, 2, 2], [false, 3, 2, 1], [false, 3, 3, 3], [false, 3, 1, 1],
])('pooled %s with %i rules, where %i fit, shows %i', (pooled, rules, fit, shown) => {
  expect(chipsShown(row(pooled, rules), fit)).toBe(shown)
})
