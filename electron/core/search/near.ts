import { distance } from 'fastest-levenshtein'

/** Letters that may be wrong, missing or too many: none in short words, where one letter makes another name. */
export const toleranceOf = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

/** Which letters a word has, a bit each (others share bits): words whose letters differ in more than two for each edit are not near, which is seen without comparing them. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31)
  return letters
}

/** Whether two different words are at most so many edits from each other; two neighbouring letters that have changed places are one. */
export function nearWord(a: string, lettersA: number, b: string, lettersB: number, most: number): boolean {
  if (Math.abs(a.length - b.length) > most || bits(lettersA ^ lettersB) > 2 * most) return false
  return distance(a, b) <= most || (lettersA === lettersB && a.length === b.length && isSwapped(a, b))
}

function bits(n: number): number {
  let left = n - ((n >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

function isSwapped(a: string, b: string): boolean {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}
