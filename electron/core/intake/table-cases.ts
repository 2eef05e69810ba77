import { joinedNumbers } from '../cases/person-of.ts'
import type { Reader, Row } from '../store/database.ts'
import { type HeldCase, type HeldCases, hashOf } from './held-cases.ts'

const CASES = `
  SELECT a.id, a.application_id, a.identity, a.vanished, ja.seq, ${hashOf('ja')} AS hash, jr.seq AS register_seq, ${hashOf('jr')} AS register_hash, jp.seq AS permits_seq, ${hashOf('jp')} AS permits_hash
  FROM application a JOIN journal ja ON ja.seq = a.application_seq
  LEFT JOIN journal jr ON jr.seq = a.register_seq LEFT JOIN journal jp ON jp.seq = a.permits_seq`
// By mark in this order, as the index lies.
const BY_NUMBER = `${CASES} WHERE a.intake = ? AND a.protected IN (0, 1) AND a.identity = ? ORDER BY a.id`
const BY_APPLICATION = `${CASES} WHERE a.intake = ? AND a.application_id = ?`

type CaseRow = Row & {
  id: number; application_id: string; identity: string; vanished: number | null; seq: number; hash: string
  register_seq: number | null; register_hash: string; permits_seq: number | null; permits_hash: string
}

/** The cases of an intake that has more than memory should hold: the tables are asked row by row. `first` is the first number that was free. */
export function tableCases(db: Reader, intake: number, first: number, start: number): HeldCases {
  let next = start
  let kept = start
  let size = Number(db.value('SELECT count(*) FROM application WHERE intake = ?', intake))
  let keptSize = size
  /** A bit for each stored case that a row was about. */
  const seen = new Uint8Array(Math.ceil(first / 8))
  const joined = joinedNumbers(db)
  const numbers = new Map<string, string[]>()
  for (const [number] of db.raw('SELECT DISTINCT a.identity FROM same_person s JOIN application a ON a.id IN (s.a, s.b)')) {
    const person = joined.of(String(number))
    numbers.set(person, [...(numbers.get(person) ?? []), String(number)])
  }
  const isSeen = (id: number) => ((seen[id >> 3] ?? 0) & (1 << (id & 7))) !== 0
  return {
    get size() { return size },
    inTables: true,
    byApplicationId: id => db.all<CaseRow>(BY_APPLICATION, intake, id).map(caseOf)[0],
    ofPerson: identity => {
      const person = joined.of(identity)
      return (numbers.get(person) ?? [identity]).flatMap(number => db.all<CaseRow>(BY_NUMBER, intake, number).map(caseOf)).sort((a, b) => a.id - b.id)
    },
    personNumber: identity => joined.of(identity),
    nextId: () => next,
    see: ({ id }) => { if (id < first) seen[id >> 3] = (seen[id >> 3] ?? 0) | (1 << (id & 7)) },
    add: ({ id }) => {
      next = id + 1
      size++
    },
    setApplication: (found, identity, application) => void Object.assign(found, { identity, application }),
    setExtract: (found, kind, row) => { found[kind] = row },
    keepBody: () => null,
    missing: () => {
      const stored = db.raw('SELECT id, vanished FROM application WHERE intake = ? AND id < ?', intake, first)
      if (!stored.some(([id]) => isSeen(Number(id)))) return { vanished: [], returned: [] }
      return {
        vanished: stored.filter(([id, vanished]) => !isSeen(Number(id)) && vanished === null).map(([id]) => Number(id)),
        returned: stored.filter(([id, vanished]) => isSeen(Number(id)) && vanished !== null).map(([id]) => Number(id)),
      }
    },
    release: () => [],
    keep: () => {
      kept = next
      keptSize = size
    },
    drop: () => {
      next = kept
      size = keptSize
    },
  }
}

function caseOf(row: CaseRow): HeldCase {
  const held = (seq: number | null, hash: string) => (seq === null ? null : { seq, hash, body: null })
  return {
    id: row.id, applicationId: row.application_id, identity: row.identity, fresh: false, vanished: row.vanished !== null,
    application: { seq: row.seq, hash: row.hash, body: null }, register: held(row.register_seq, row.register_hash), permits: held(row.permits_seq, row.permits_hash),
  }
}
