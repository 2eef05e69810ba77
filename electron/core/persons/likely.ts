import { numberRank } from '../cases/person-of.ts'
import { matchNames, type Name, type NameMatch, nameReader } from './names.ts'

/** What is compared of an application. */
export type Applicant = { id: number; intake: number; identity: string; given: string; family: string }
/** Two identity numbers that may be one person's, the lesser first. */
export type Likely = { a: string; b: string; strength: 'strong' | 'possible'; match: NameMatch }
export type Found = {
  /** The strong ones first. */
  pairs: Likely[]
  /** The applications of the numbers in the pairs. */
  applications: ReadonlyMap<string, readonly { id: number; intake: number }[]>
  /** How often two names were compared. */
  comparisons: number
}

type Entry = { number: string; name: Name }

/** Groups of one birth date up to this size are compared each with each. */
const SMALL_GROUP = 40
/** In larger ones each is compared with as many neighbours, in each of the orders in which like names come to stand side by side. */
const NEIGHBOURS = 16
const ORDERS: readonly ((name: Name) => string)[] = [
  name => name.all,
  name => `${[...name.given.sounds].sort().join('')} ${name.family.sounds.join('')}`,
  name => `${[...name.family.sounds].sort().join('')} ${name.given.sounds.join('')}`,
]
/** A number under which several names stand is compared by these many of them. */
const MOST_NAMES = 4
const PAUSE_AFTER = 4000

/** The birth date that an identity number states, as YYYYMMDD: coordination numbers have sixty added to the day. */
export function birthOf(identity: string): string {
  const day = Number(identity.slice(6, 8))
  return day > 60 ? identity.slice(0, 6) + String(day - 60).padStart(2, '0') : identity.slice(0, 8)
}

/**
 * How much speaks for two numbers being one person's. Strong: the same name, or a number that may have replaced the other and a name that is nearly the same.
 * A given name that is only spelled alike is never strong: twins are born on one day and often named alike. Nor is a person strongly known
 * again by the first of January, which stands for an unknown day, under two personnummer: nobody has two.
 */
export function strengthOf(a: string, b: string, { given, family }: NameMatch): Likely['strength'] {
  const replaced = numberRank(a) !== 3 || numberRank(b) !== 3
  if (given === 'equal' && family === 'equal') return replaced || birthOf(a).slice(4) !== '0101' ? 'strong' : 'possible'
  if (!replaced) return 'possible'
  return (given === 'equal' && (family === 'part' || family === 'spelling')) || (given === 'part' && family === 'equal') ? 'strong' : 'possible'
}

/**
 * Finds the pairs of identity numbers that may be one person's: same birth date, names that are alike. Compares only within a birth date and, where many
 * share one, only neighbours, so that the work grows with the number of applications and not with its square. Gives others their turn at every `yield`.
 */
export function* findLikely(applicants: Iterable<Applicant>): Generator<void, Found, void> {
  const byBirth = new Map<string, Map<string, Applicant[]>>()
  let read = 0
  for (const applicant of applicants) {
    const birth = birthOf(applicant.identity)
    let numbers = byBirth.get(birth)
    if (!numbers) byBirth.set(birth, (numbers = new Map<string, Applicant[]>()))
    const own = numbers.get(applicant.identity)
    if (own) own.push(applicant)
    else numbers.set(applicant.identity, [applicant])
    if (++read % PAUSE_AFTER === 0) yield
  }
  const pairs: Likely[] = []
  const applications = new Map<string, readonly { id: number; intake: number }[]>()
  const nameOf = nameReader()
  let comparisons = 0
  for (const numbers of byBirth.values()) {
    if (numbers.size < 2) continue
    const entries = [...numbers].flatMap(([number, own]) => namesOf(own, nameOf).map(name => ({ number, name })))
    const found = new Map<string, Likely>()
    for (const [one, other] of candidates(entries)) {
      if (++comparisons % PAUSE_AFTER === 0) yield
      if (one.number === other.number) continue
      const match = matchNames(one.name, other.name)
      if (match) keepBetter(found, one.number, other.number, match)
    }
    for (const pair of found.values()) {
      pairs.push(pair)
      for (const number of [pair.a, pair.b]) applications.set(number, (numbers.get(number) ?? []).map(({ id, intake }) => ({ id, intake })))
    }
  }
  const sorted = (strength: Likely['strength']) => pairs.filter(pair => pair.strength === strength).sort((x, y) => (x.a < y.a || (x.a === y.a && x.b < y.b) ? -1 : 1))
  return { pairs: [...sorted('strong'), ...sorted('possible')], applications, comparisons }
}

function namesOf(own: readonly Applicant[], nameOf: ReturnType<typeof nameReader>): Name[] {
  const [first] = own
  if (own.length === 1 && first) return [nameOf(first.given, first.family)]
  const names = new Map<string, Name>()
  for (const { given, family } of own) {
    const key = `${given}\n${family}`
    if (!names.has(key) && names.size < MOST_NAMES) names.set(key, nameOf(given, family))
  }
  return [...names.values()]
}

function keepBetter(found: Map<string, Likely>, one: string, other: string, match: NameMatch): void {
  const [a, b] = one < other ? [one, other] : [other, one]
  const strength = strengthOf(a, b, match)
  const known = found.get(`${a} ${b}`)
  if (!known || (known.strength === 'possible' && strength === 'strong')) found.set(`${a} ${b}`, { a, b, strength, match })
}

/** The pairs of a birth date that are worth comparing. */
function* candidates(entries: readonly Entry[]): Generator<readonly [Entry, Entry]> {
  if (entries.length <= SMALL_GROUP) {
    for (const [i, one] of entries.entries()) for (const other of entries.slice(i + 1)) yield [one, other]
    return
  }
  for (const order of ORDERS) {
    const sorted = entries.map(entry => ({ entry, key: order(entry.name) })).sort((x, y) => (x.key < y.key ? -1 : x.key > y.key ? 1 : x.entry.number < y.entry.number ? -1 : 1))
    for (const [i, { entry }] of sorted.entries()) for (const other of sorted.slice(i + 1, i + 1 + NEIGHBOURS)) yield [entry, other.entry]
  }
}
