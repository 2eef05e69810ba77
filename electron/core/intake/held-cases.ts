import { joinedNumbers, type Sets } from '../cases/person-of.ts'
import type { FreshCase, FreshRow } from '../cases/fresh/write-fresh.ts'
import type { Reader } from '../store/database.ts'
import type { ByteText } from '../store/texts.ts'

/** A row of a file as its case rests on it: where the journal has it and the hash of its content, in hexadecimal. */
export type HeldRow = FreshRow & { hash: string }
/** A case of the intake while files are read. A fresh one has no rows in the tables yet: they are written once, with its light. */
export type HeldCase = FreshCase & { applicationId: string; identity: string; fresh: boolean; vanished: boolean; application: HeldRow; register: HeldRow | null; permits: HeldRow | null }

/** The cases of an intake while its files are read. What a file changed is forgotten again when the file turns out to be broken. */
export type HeldCases = {
  readonly size: number
  /** New cases stand in the tables at once; else they are written when all files have been read, each once and with its light. */
  readonly inTables: boolean
  byApplicationId(id: string): HeldCase | undefined
  /** The applications of a person under any of their numbers, oldest first, with what the extracts say of them. */
  ofPerson(identity: string): readonly HeldCase[]
  /** The number that stands for all of a person's; the same one where a caseworker has put no others beside it. */
  personNumber(identity: string): string
  nextId(): number
  /** A row of the portal's files is about this case. */
  see(found: Pick<HeldCase, 'id'>): void
  add(found: HeldCase): void
  setApplication(held: HeldCase, identity: string, row: HeldRow): void
  setExtract(held: HeldCase, kind: 'register' | 'permits', row: HeldRow): void
  /** A body while there is room for it; screening asks the journal for the others. */
  keepBody(body: ByteText): ByteText | null
  /** The stored cases that no row of the portal's files was about, and those that were missing and are there again. */
  missing(): { vanished: number[]; returned: number[] }
  /** Gives away what was added and is in no table yet, newest first. Nothing is held any longer. */
  release(): HeldCase[]
  /** Ends a file: what it changed stays. */
  keep(): void
  /** Ends a file: what it changed goes. */
  drop(): void
}

/** Bytes of row texts that are held for the screening; more is read back from the journal. */
const MOST_HELD = 100_000_000

/** SQL for the hash of an entry's content: as text, since a hundred thousand small pieces of memory cost more than the reading. */
export const hashOf = (entry: string): string => `lower(hex(${entry}.content_hash))`
const heldRow = (seq: unknown, hash: unknown): HeldRow => ({ seq: Number(seq), hash: String(hash), body: null })
const heldExtract = (seq: unknown, hash: unknown): HeldRow | null => (seq === null || seq === undefined ? null : heldRow(seq, hash))

/**
 * The cases that the tables have of an intake, in memory: a row is matched without asking the store a hundred thousand times. `next` is the first free number.
 * What extracts said is loaded when one is read, or at once where some are awaited: the threads that read the files work meanwhile.
 */
export function heldCases(db: Reader, intake: number, next: number, extractsAwaited = false): HeldCases {
  const byId = new Map<string, HeldCase>()
  let byPerson: Map<string, HeldCase[]> | null = null
  let together: Sets<string> | null = null
  const personNumber = (identity: string) => (together ??= joinedNumbers(db)).of(identity)
  let extractsLoaded = extractsAwaited
  const seen = new Set<number>()
  let held = 0
  let undo: (() => void)[] = []
  // In the order of the rows themselves: along an index of the intake each of them would be looked up, and decrypted, in an order of its own.
  const [from, to] = db.raw('SELECT min(id), max(id) FROM application WHERE intake = ?', intake)[0] ?? []
  const eachStored = (sql: string) => db.eachRaw(`${sql} WHERE a.id BETWEEN ? AND ? AND +a.intake = ? ORDER BY a.id`, from ?? 0, to ?? 0, intake)
  const [ownHash, extractHashes] = [`a.application_seq, ${hashOf('j')}`, `a.register_seq, ${hashOf('r')}, a.permits_seq, ${hashOf('p')}`]
  const [own, extracts] = [
    'JOIN journal j INDEXED BY journal_content ON j.seq = a.application_seq',
    'LEFT JOIN journal r INDEXED BY journal_content ON r.seq = a.register_seq LEFT JOIN journal p INDEXED BY journal_content ON p.seq = a.permits_seq',
  ]
  const stored = `SELECT a.id, a.application_id, a.identity, a.vanished, ${ownHash}${extractsAwaited ? `, ${extractHashes}` : ''} FROM application a ${own} ${extractsAwaited ? extracts : ''}`
  for (const [id, applicationId, identity, vanished, seq, hash, registerSeq, registerHash, permitsSeq, permitsHash] of eachStored(stored)) {
    byId.set(String(applicationId), {
      id: Number(id), applicationId: String(applicationId), identity: String(identity), fresh: false, vanished: vanished !== null,
      application: heldRow(seq, hash), register: heldExtract(registerSeq, registerHash), permits: heldExtract(permitsSeq, permitsHash),
    })
  }

  const loadExtracts = () => {
    extractsLoaded = true
    const known = new Map([...byId.values()].filter(c => !c.fresh).map(c => [c.id, c]))
    if (known.size === 0) return
    for (const [id, ...rows] of eachStored(`SELECT a.id, ${extractHashes} FROM application a ${extracts}`)) {
      const found = known.get(Number(id))
      if (found) Object.assign(found, { register: heldExtract(rows[0], rows[1]), permits: heldExtract(rows[2], rows[3]) })
    }
  }
  const persons = () => {
    if (!extractsLoaded) loadExtracts()
    together = null
    const map = new Map<string, HeldCase[]>()
    for (const found of [...byId.values()].sort((a, b) => a.id - b.id)) {
      const person = personNumber(found.identity)
      const others = map.get(person)
      if (others) others.push(found)
      else map.set(person, [found])
    }
    return map
  }
  return {
    get size() { return byId.size },
    inTables: false,
    byApplicationId: id => byId.get(id),
    ofPerson: identity => (byPerson ??= persons()).get(personNumber(identity)) ?? [],
    personNumber,
    nextId: () => next,
    see: found => void seen.add(found.id),
    add: found => {
      byId.set(found.applicationId, found)
      next = found.id + 1
      byPerson = null
      undo.push(() => {
        byId.delete(found.applicationId)
        next = found.id
      })
    },
    setApplication: (found, identity, row) => {
      const before = { identity: found.identity, application: found.application }
      Object.assign(found, { identity, application: row })
      byPerson = null
      undo.push(() => Object.assign(found, before))
    },
    setExtract: (found, kind, row) => {
      const before = found[kind]
      found[kind] = row
      undo.push(() => { found[kind] = before })
    },
    keepBody: body => {
      const bytes = body.to - body.from
      if (held + bytes > MOST_HELD) return null
      held += bytes
      return body
    },
    missing: () => {
      const stored = [...byId.values()].filter(c => !c.fresh)
      // A file of additions only repeats nobody: then nobody is missing from it.
      if (!stored.some(c => seen.has(c.id))) return { vanished: [], returned: [] }
      return { vanished: stored.filter(c => !seen.has(c.id) && !c.vanished).map(c => c.id), returned: stored.filter(c => seen.has(c.id) && c.vanished).map(c => c.id) }
    },
    release: () => {
      const fresh = [...byId.values()].filter(c => c.fresh).sort((a, b) => b.id - a.id)
      byId.clear()
      byPerson = null
      return fresh
    },
    keep: () => { undo = [] },
    drop: () => {
      for (const back of undo.reverse()) back()
      undo = []
      byPerson = null
    },
  }
}
