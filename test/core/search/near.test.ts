import { distance } from 'fastest-levenshtein'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lettersOf, nearWord, toleranceOf } from '../../../electron/core/search/near.ts'

const word = fc.string({ unit: fc.constantFrom(...'abcdeåxyz1'), minLength: 1, maxLength: 9 })

it('leaves out no word that is near, and lets in none that is not', () => {
  fc.assert(fc.property(word, word, fc.constantFrom(1, 2), (a, b, most) => {
    const near = nearWord(a, lettersOf(a), b, lettersOf(b), most)
    if (distance(a, b) <= most) expect(near).toBe(true)
    else if (near) expect([distance(a, b), [...a].sort()]).toEqual([2, [...b].sort()])
  }), { numRuns: 5000 })
})

it.each([['ab', 0], ['abc', 0], ['abcd', 1], ['abcdefg', 1], ['abcdefgh', 2]])('allows in %s %d wrong letters', (text, most) => expect(toleranceOf(text)).toBe(most))

it('takes two letters that have changed places for one mistake', () => {
  const near = (a: string, b: string) => nearWord(a, lettersOf(a), b, lettersOf(b), 1)
  expect([near('magnsu', 'magnus'), near('amgnus', 'magnus'), near('mangus', 'magnus'), near('sagnum', 'magnus')]).toEqual([true, true, true, false])
})
