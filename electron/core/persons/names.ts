import { distance } from 'fastest-levenshtein'
import { nameWords } from '../store/search.ts'

/** One part of a name, folded: its words, how they sound, and the same of all of them written together. */
export type NamePart = { words: readonly string[]; sounds: readonly string[]; whole: string; sound: string }
export type Name = { given: NamePart; family: NamePart; /** All words of both parts in order, so that swapped parts are the same. */ all: string }

/** How two names' parts are alike: the same, one with more words than the other, spelled otherwise, one missing, or not alike. */
export type Likeness = 'equal' | 'part' | 'spelling' | 'missing' | 'other'
/** How two names are alike. `rearranged`: the same words, divided or ordered otherwise between given and family name. */
export type NameMatch = { given: Likeness; family: Likeness; rearranged: boolean }

// How sounds of other alphabets and languages are written in Latin letters; applied from the left to the folded word.
const SPELLINGS: readonly [RegExp, string][] = [
  [/^(?:dj|dzh|[jy])/, 'j'], [/ph/g, 'f'], [/sch|sh|sj/g, 's'], [/c(?=[eiy])/g, 's'], [/ch|ck|kh|[cq]/g, 'k'], [/gh/g, 'g'], [/dh/g, 'd'], [/th/g, 't'], [/x/g, 'ks'], [/ts|tz|z/g, 's'], [/w/g, 'v'],
]
/** Consonants that must be left for two words to be the same by sound: fewer say too little. */
const LEAST_SOUND = 3

/** How a folded word sounds, roughly: its consonants, whatever alphabet it was first written in. */
function soundOf(word: string): string {
  let text = word
  for (const [from, to] of SPELLINGS) text = text.replace(from, to)
  const vowel = /^[aeiou]/.test(text) ? 'a' : ''
  const initial = text.startsWith('j') ? 'j' : ''
  return vowel + initial + text.replace(/[^a-z]/g, '').replace(/[aeiouyj]/g, '').replace(/(.)\1+/g, '$1')
}

function partOf(text: string): NamePart {
  const words = nameWords(text)
  const whole = words.join('')
  return { words, sounds: words.map(soundOf), whole, sound: soundOf(whole) }
}

/** Makes names ready to be compared. The parts are remembered: a hundred thousand people share some thousand names. */
export function nameReader(): (given: string, family: string) => Name {
  const known = new Map<string, NamePart>()
  const part = (text: string) => {
    let found = known.get(text)
    if (!found) known.set(text, (found = partOf(text)))
    return found
  }
  return (given, family) => {
    const name = { given: part(given), family: part(family) }
    return { ...name, all: [...name.given.words, ...name.family.words].sort().join(' ') }
  }
}

/** One name made ready to be compared. */
export const nameOf = (given: string, family: string): Name => nameReader()(given, family)

/** Letters that may differ: none in short words, where one letter makes another name. */
const tolerance = (length: number) => (length < 4 ? 0 : length < 7 ? 1 : 2)

function near(a: string, soundA: string, b: string, soundB: string): boolean {
  if (a === b) return true
  if (soundA.length >= LEAST_SOUND && soundA === soundB) return true
  const most = tolerance(Math.max(a.length, b.length))
  return Math.abs(a.length - b.length) <= most && distance(a, b) <= most
}

/** How two parts of names are alike. */
export function likeness(a: NamePart, b: NamePart): Likeness {
  if (a.whole === '' || b.whole === '') return 'missing'
  if (a.whole === b.whole) return 'equal'
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  if (short.words.every(word => long.words.includes(word))) return short.words.length === long.words.length ? 'equal' : 'part'
  if (near(a.whole, a.sound, b.whole, b.sound)) return 'spelling'
  if (long.words.length === 1) return 'other'
  return short.words.every((word, i) => long.words.some((other, j) => near(word, short.sounds[i] ?? '', other, long.sounds[j] ?? ''))) ? 'spelling' : 'other'
}

/** How two names are alike, or null when they are not. A missing part counts only beside one that is the same. */
export function matchNames(a: Name, b: Name): NameMatch | null {
  if (a.all === '' || b.all === '') return null
  const given = likeness(a.given, b.given)
  const family = likeness(a.family, b.family)
  if (given === 'equal' && family === 'equal') return { given, family, rearranged: false }
  if (a.all === b.all) return { given: 'equal', family: 'equal', rearranged: true }
  const fits = (one: Likeness, other: Likeness) => one !== 'other' && other !== 'other' && (one !== 'missing' || other === 'equal') && (other !== 'missing' || one === 'equal')
  if (fits(given, family)) return { given, family, rearranged: false }
  const crossed = { given: likeness(a.given, b.family), family: likeness(a.family, b.given) }
  return crossed.given !== 'missing' && crossed.family !== 'missing' && fits(crossed.given, crossed.family) ? { ...crossed, rearranged: true } : null
}
