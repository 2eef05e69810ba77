import type { IsoDate } from '../../../shared/domain.ts'
import type { Reader, Row } from '../store/database.ts'
import type { PublicKey } from './jws.ts'
import { readStatusList, statusAt, type StatusList } from './status-list.ts'

export type Issuer = { id: number; name: string; issuer: string; keys: PublicKey[]; types: string[]; validFrom: IsoDate; validTo: IsoDate | null; note: string; withdrawn: boolean }
export type IssuerRow = Row & {
  id: number; name: string; issuer: string; keys: string; types: string; valid_from: string; valid_to: string | null; note: string; at: string; by: number; seq: number
  withdrawn_at: string | null; withdrawn_by: number | null; withdrawn_reason: string | null
}

const issuerOf = (row: IssuerRow): Issuer => ({
  id: row.id, name: row.name, issuer: row.issuer, keys: JSON.parse(row.keys) as PublicKey[], types: JSON.parse(row.types) as string[],
  validFrom: row.valid_from, validTo: row.valid_to, note: row.note, withdrawn: row.withdrawn_at !== null,
})

/** The issuer with this identifier, or null. */
export function issuerNamed(db: Reader, issuer: string): Issuer | null {
  const row = db.get<IssuerRow>('SELECT * FROM issuer WHERE issuer = ?', issuer)
  return row ? issuerOf(row) : null
}

/** Every issuer, in order of name. */
export function issuerRows(db: Reader): IssuerRow[] {
  return db.all<IssuerRow>('SELECT * FROM issuer ORDER BY name COLLATE NOCASE, id')
}
export const allIssuers = (db: Reader): Issuer[] => issuerRows(db).map(issuerOf)

export type ListRow = Row & { id: number; issuer: number; uri: string; format: string; purpose: string; bits: number; issued_at: string; stale_at: string; hash: string; at: string; by: number }
export function listRow(db: Reader, issuer: number, uri: string): ListRow | undefined {
  return db.get<ListRow>('SELECT id, issuer, uri, format, purpose, bits, issued_at, stale_at, hash, at, by FROM status_list WHERE issuer = ? AND uri = ?', issuer, uri)
}

/** Unpacked lists by the hash of their token: a recheck asks the same one over and over. */
const unpacked = new Map<string, StatusList>()
const MOST_UNPACKED = 4

/** What a stored list says at an index; null where it says nothing. */
export function statusIn(db: Reader, row: ListRow, index: number): number | null {
  let list = unpacked.get(row.hash)
  if (!list) {
    const read = readStatusList(String(db.value('SELECT token FROM status_list_token WHERE list = ?', row.id) ?? ''))
    if (!read) return null
    for (const oldest of unpacked.keys()) if (unpacked.size >= MOST_UNPACKED) unpacked.delete(oldest)
    unpacked.set(row.hash, (list = read))
  }
  return statusAt(list, index) ?? null
}
