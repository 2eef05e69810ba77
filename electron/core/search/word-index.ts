import type { Match } from '../../../shared/contract/search.ts'
import { lettersOf, nearWord, toleranceOf } from './near.ts'

/** Words of many rows, a row being a place: each word once, with the places where it stands. Some hundred thousand rows share some thousand words. */
export type WordIndex = {
  /** What stands at each place. */
  readonly ids: Int32Array
  readonly words: readonly string[]
  readonly letters: Int32Array
  /** The places of word n are those from `starts[n]` to `starts[n + 1]`. */
  readonly starts: Int32Array
  readonly places: Int32Array
}

/** Collects rows in the order in which they should be found; `done` gives the index. */
export function collectWords(): { add(id: number, words: readonly string[]): void; done(): WordIndex } {
  const numbers = new Map<string, number>()
  const ids: number[] = []
  const tokens: number[] = []
  const owners: number[] = []
  return {
    add: (id, words) => {
      for (const word of words) {
        const known = numbers.get(word) ?? numbers.size
        if (known === numbers.size) numbers.set(word, known)
        tokens.push(known)
        owners.push(ids.length)
      }
      ids.push(id)
    },
    done: () => {
      const starts = new Int32Array(numbers.size + 1)
      for (const token of tokens) starts[token + 1] = (starts[token + 1] ?? 0) + 1
      for (let word = 1; word < starts.length; word++) starts[word] = (starts[word] ?? 0) + (starts[word - 1] ?? 0)
      const next = starts.slice()
      const places = new Int32Array(tokens.length)
      tokens.forEach((token, i) => {
        const at = next[token] ?? 0
        places[at] = owners[i] ?? 0
        next[token] = at + 1
      })
      const words = [...numbers.keys()]
      return { ids: Int32Array.from(ids), words, letters: Int32Array.from(words, lettersOf), starts, places }
    },
  }
}

export type WordHits = { hits: { id: number; match: Match }[]; more: boolean }
const EXACT = 1
const PREFIX = 2
const TYPO = 3
const matches: Readonly<Record<number, Match>> = { [EXACT]: 'exact', [PREFIX]: 'prefix', [TYPO]: 'typo' }

/** The rows that have every word: whole ones first, then beginnings, then near spellings; within each in the order of the index. */
export function findRows(index: WordIndex, asked: readonly string[], limit: number, isGone: (id: number) => boolean): WordHits {
  const worst = asked.map(word => markWord(index, word)).reduce<Uint8Array | null>((all, one) => {
    if (all === null) return one
    for (let place = 0; place < all.length; place++) {
      const a = all[place] ?? 0
      const b = one[place] ?? 0
      all[place] = a === 0 || b === 0 ? 0 : Math.max(a, b)
    }
    return all
  }, null)
  const hits: WordHits['hits'] = []
  if (worst === null) return { hits, more: false }
  for (const mark of [EXACT, PREFIX, TYPO]) {
    for (let place = worst.indexOf(mark); place >= 0; place = worst.indexOf(mark, place + 1)) {
      const id = index.ids[place] ?? 0
      if (isGone(id)) continue
      if (hits.length === limit) return { hits, more: true }
      hits.push({ id, match: matches[mark] ?? 'typo' })
    }
  }
  return { hits, more: false }
}

/** How each row has a word: 0 not at all, else the best way. */
function markWord({ ids, words, letters, starts, places }: WordIndex, asked: string): Uint8Array {
  const marks = new Uint8Array(ids.length)
  const most = toleranceOf(asked)
  const askedLetters = lettersOf(asked)
  for (let n = 0; n < words.length; n++) {
    const word = words[n] ?? ''
    const mark = word === asked ? EXACT : word.startsWith(asked) ? PREFIX : most > 0 && nearWord(asked, askedLetters, word, letters[n] ?? 0, most) ? TYPO : 0
    if (mark === 0) continue
    const end = starts[n + 1] ?? 0
    for (let at = starts[n] ?? 0; at < end; at++) {
      const place = places[at] ?? 0
      const before = marks[place] ?? 0
      if (before === 0 || mark < before) marks[place] = mark
    }
  }
  return marks
}
