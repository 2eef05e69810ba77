export const LEAST = 12
export type Strength = { level: 'short'; left: number } | { level: 'weak' | 'fair' | 'strong' }

/** A calm hint about a passphrase. It counts and compares only; the core decides what is accepted. */
export function strengthOf(passphrase: string): Strength {
  const letters = [...passphrase]
  if (letters.length < LEAST) return { level: 'short', left: LEAST - letters.length }
  const words = passphrase.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(w => w.length > 2)
  const distinct = new Set(letters.map(c => c.toLowerCase())).size
  const repeats = new Set(words).size < words.length || /(.)\1{3}/u.test(passphrase)
  if (distinct < 7 || repeats || isRun(letters)) return { level: 'weak' }
  return { level: new Set(words).size >= 4 || (letters.length >= 20 && distinct >= 10) ? 'strong' : 'fair' }
}

/** Digits or letters in a row, as 123456789012 or abcdefghijkl. */
function isRun(letters: string[]): boolean {
  let steps = 0
  for (let i = 1; i < letters.length; i++) {
    const step = (letters[i]?.codePointAt(0) ?? 0) - (letters[i - 1]?.codePointAt(0) ?? 0)
    if (step === 1 || step === -1) steps++
  }
  return steps > letters.length / 2
}

/** A recovery code's groups as they are printed. A code without separators is shown in fours. */
export function groupsOf(code: string): string[] {
  const groups = code.trim().split(/[-\s]+/).filter(Boolean)
  return groups.length > 1 ? groups : code.trim().match(/.{1,4}/gu) ?? []
}

/** The core takes a code however it is typed; so does the check that it has been written down. */
export function sameGroup(typed: string, group: string): boolean {
  const plain = (s: string) => s.replace(/[-\s]/g, '').toUpperCase()
  return plain(typed) !== '' && plain(typed) === plain(group)
}
