import type { Reader } from '../store/database.ts'

/** Things put together two by two; each set is named by its least member, whatever the order. */
export type Sets<T extends string | number> = { join(a: T, b: T): void; of(member: T): T }

export function sets<T extends string | number>(): Sets<T> {
  const above = new Map<T, T>()
  const of = (member: T): T => {
    let top = member
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next
    for (let at = member; at !== top; ) {
      const next = above.get(at) ?? top
      above.set(at, top)
      at = next
    }
    return top
  }
  return {
    of,
    join: (a, b) => {
      const [first, second] = [of(a), of(b)]
      if (first < second) above.set(second, first)
      else if (second < first) above.set(first, second)
    },
  }
}

// By intake and mark in this order, as the index lies: else every application is looked at.
const BY_NUMBER = 'SELECT a.id FROM intake i CROSS JOIN application a ON a.intake = i.id AND a.protected IN (0, 1) AND a.identity = ?'
const BY_VERDICT = `SELECT b FROM same_person WHERE a = ? AND verdict = 'same' UNION SELECT a FROM same_person WHERE b = ? AND verdict = 'same'`

/**
 * The applications of the same person as this one, itself included, in rising order: those with the same identity number in any intake, and those that
 * a caseworker has said are the same person's. Gives nothing for a case that is not there.
 */
export function personOf(db: Reader, application: number): number[] {
  return personWithout(db, application, null)
}

/** The same as if one verdict, on this pair, had not been given. */
export function personWithout(db: Reader, application: number, verdict: readonly [number, number] | null): number[] {
  const found = new Set<number>()
  const numbers = new Set<string>()
  const waiting = [application]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    const number = db.value('SELECT identity FROM application WHERE id = ?', id)
    if (typeof number !== 'string') continue
    found.add(id)
    if (!numbers.has(number)) {
      numbers.add(number)
      for (const [other] of db.raw(BY_NUMBER, number)) waiting.push(Number(other))
    }
    for (const [row] of db.raw(BY_VERDICT, id, id)) {
      const other = Number(row)
      if (!(verdict?.includes(id) && verdict.includes(other))) waiting.push(other)
    }
  }
  return [...found].sort((a, b) => a - b)
}

/** The identity numbers that stand for one person each because a caseworker has said so; a number that nobody has put together with another is alone. */
export function joinedNumbers(db: Reader): Sets<string> {
  const together = sets<string>()
  for (const [a, b] of db.raw(`SELECT a.identity, b.identity FROM same_person s JOIN application a ON a.id = s.a JOIN application b ON b.id = s.b WHERE s.verdict = 'same'`)) together.join(String(a), String(b))
  return together
}

/** How well a number stands for its owner: a personnummer (3) replaces a coordination number (2), and both a temporary one (1). Takes YYYYMMDD-NNNN. */
export function numberRank(identity: string): 1 | 2 | 3 {
  if (identity.charAt(9) === 'T') return 1
  return identity.charAt(6) > '5' ? 2 : 3
}
