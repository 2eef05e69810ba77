import { setImmediate as immediately } from 'node:timers/promises'
import { Fault } from '../../../shared/fault.ts'
import { joinedNumbers } from '../cases/person-of.ts'
import type { Context } from '../context.ts'
import type { Reader, Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import { type Applicant, findLikely, type Found, type Likely } from './likely.ts'

/** How far the journal had come; the hash of an entry proves everything before it. */
type Mark = { seq: number; hash: Uint8Array }
type Kept = { mark: Mark; found: Promise<Found> }

const kept = new WeakMap<Store, Kept>()
/** Entries after which other numbers or names may stand in the store. */
const MOVES = `('application.added', 'application.changed', 'file.undone')`
const PAGE = 4000
/** How long others wait at most for a stretch of the comparing, about. */
const STRETCH_MS = 8

/** The likely pairs in the store, compared anew only when names or numbers have changed. Others get their turn while it is done. Throws Fault cancelled, or store-locked when the store is locked meanwhile. */
export async function likelyIn({ store, signal }: Pick<Context, 'store' | 'signal'>): Promise<Found> {
  const known = kept.get(store)
  if (known && stillTrue(store.read, known.mark)) return known.found
  const fresh: Kept = { mark: journalEnd(store.read), found: compare(store, signal) }
  // A comparing that was stopped must not answer those who ask later.
  fresh.found.catch(() => { if (kept.get(store) === fresh) kept.delete(store) })
  kept.set(store, fresh)
  return fresh.found
}

async function compare(store: Store, signal: AbortSignal): Promise<Found> {
  const work = findLikely(applicants(store.read))
  for (let until = performance.now() + STRETCH_MS; ; ) {
    const step = stepOf(store.read, work)
    if (step.done) return step.value
    if (performance.now() < until) continue
    await immediately()
    if (signal.aborted) throw new Fault('cancelled')
    until = performance.now() + STRETCH_MS
  }
}

function stepOf(db: Reader, work: Generator<void, Found, void>): IteratorResult<void, Found> {
  try {
    return work.next()
  } catch (error) {
    if (error instanceof Fault || isOpen(db)) throw error
    throw new Fault('store-locked')
  }
}

function isOpen(db: Reader): boolean {
  try {
    return db.value('SELECT 1') === 1
  } catch {
    return false
  }
}

/** Every application, a page at a time: an open question would keep the store from being closed. */
function* applicants(db: Reader): Generator<Applicant> {
  for (let last = 0; ; ) {
    const rows = db.raw(`SELECT id, intake, identity, given_name, family_name FROM application WHERE id > ? ORDER BY id LIMIT ${PAGE}`, last)
    for (const [id, intake, identity, given, family] of rows) yield { id: Number(id), intake: Number(intake), identity: String(identity), given: String(given), family: String(family) }
    if (rows.length < PAGE) return
    last = Number(rows.at(-1)?.[0])
  }
}

const journalEnd = (db: Reader): Mark => db.get<Row & Mark>('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1') ?? { seq: 0, hash: new Uint8Array() }

function stillTrue(db: Reader, mark: Mark): boolean {
  const then = mark.seq === 0 ? mark : db.get<Row & Mark>('SELECT seq, hash FROM journal WHERE seq = ?', mark.seq)
  return then !== undefined && Buffer.compare(then.hash, mark.hash) === 0 && db.value(`SELECT 1 FROM journal WHERE seq > ? AND kind IN ${MOVES} LIMIT 1`, mark.seq) === undefined
}

/** The pairs of persons that nobody has answered, each once by the strongest of its numbers, the strong ones first. */
export function openPairs(db: Reader, { pairs }: Pick<Found, 'pairs'>): (Likely & { persons: readonly [string, string] })[] {
  const together = joinedNumbers(db)
  const answered = new Set<string>()
  const key = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)
  for (const [a, b] of db.raw(`SELECT a.identity, b.identity FROM same_person s JOIN application a ON a.id = s.a JOIN application b ON b.id = s.b WHERE s.verdict = 'other'`)) {
    answered.add(key(together.of(String(a)), together.of(String(b))))
  }
  return pairs.flatMap(pair => {
    const persons = [together.of(pair.a), together.of(pair.b)] as const
    const both = key(...persons)
    if (persons[0] === persons[1] || answered.has(both)) return []
    answered.add(both)
    return [{ ...pair, persons }]
  })
}
