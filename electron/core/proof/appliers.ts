import type { Appliers } from '../store/store.ts'
import type { Issuer } from './issuer-rows.ts'

export type IssuerBody = Omit<Issuer, 'withdrawn'>
export type ListBody = { id: number; issuer: number; uri: string; format: string; purpose: string; bits: number; issuedAt: string; staleAt: string; hash: string }
export type AcceptedBody = { id: number; hash: string; issuer: number; type: string; text: string; facts: unknown; issuedAt: string | null; validUntil: string | null; bound: boolean }
export type RefusedBody = { id: number; hash: string; outcome: string }

/** What each entry about issuers, status lists and credentials does to the tables; a list's token is proven by its hash. */
export const proofAppliers: Appliers = {
  'issuer.added': (db, e) => {
    const b = JSON.parse(e.body) as IssuerBody
    db.run('INSERT INTO issuer (id, name, issuer, keys, types, valid_from, valid_to, note, at, by, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', b.id, b.name, b.issuer, JSON.stringify(b.keys), JSON.stringify(b.types), b.validFrom, b.validTo, b.note, e.at, e.by, e.seq)
  },
  'issuer.changed': (db, e) => {
    const b = JSON.parse(e.body) as IssuerBody
    db.run(
      'UPDATE issuer SET name = ?, issuer = ?, keys = ?, types = ?, valid_from = ?, valid_to = ?, note = ?, at = ?, by = ?, seq = ?, withdrawn_at = NULL, withdrawn_by = NULL, withdrawn_reason = NULL WHERE id = ?',
      b.name, b.issuer, JSON.stringify(b.keys), JSON.stringify(b.types), b.validFrom, b.validTo, b.note, e.at, e.by, e.seq, b.id,
    )
  },
  'issuer.withdrawn': (db, e) => {
    const b = JSON.parse(e.body) as { id: number; reason: string }
    db.run('UPDATE issuer SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ?, seq = ? WHERE id = ?', e.at, e.by, b.reason, e.seq, b.id)
  },
  'status-list.imported': (db, e) => {
    const b = JSON.parse(e.body) as ListBody
    db.run(
      `INSERT INTO status_list (id, issuer, uri, format, purpose, bits, issued_at, stale_at, hash, at, by, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET format = excluded.format, purpose = excluded.purpose, bits = excluded.bits, issued_at = excluded.issued_at, stale_at = excluded.stale_at, hash = excluded.hash, at = excluded.at, by = excluded.by, seq = excluded.seq`,
      b.id, b.issuer, b.uri, b.format, b.purpose, b.bits, b.issuedAt, b.staleAt, b.hash, e.at, e.by, e.seq,
    )
  },
  'proof.accepted': (db, e) => {
    const b = JSON.parse(e.body) as AcceptedBody
    db.run(
      `INSERT INTO credential (id, application, hash, outcome, issuer, type, text, facts, issued_at, valid_until, bound, checked_at, at, by, seq) VALUES (?, ?, ?, 'valid', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET outcome = 'valid', text = excluded.text, facts = excluded.facts, bound = excluded.bound, checked_at = excluded.checked_at, seq = excluded.seq`,
      b.id, e.application, b.hash, b.issuer, b.type, b.text, JSON.stringify(b.facts), b.issuedAt, b.validUntil, b.bound ? 1 : 0, e.at, e.at, e.by, e.seq,
    )
    db.run('UPDATE application SET version = ? WHERE id = ?', e.seq, e.application)
  },
  'proof.refused': (db, e) => {
    const b = JSON.parse(e.body) as RefusedBody
    db.run(`INSERT INTO credential (id, application, hash, outcome, facts, bound, checked_at, at, by, seq) VALUES (?, ?, ?, ?, '[]', 0, ?, ?, ?, ?)`, b.id, e.application, b.hash, b.outcome, e.at, e.at, e.by, e.seq)
  },
  'proof.judged': (db, e) => {
    const b = JSON.parse(e.body) as { id: number; outcome: string }
    db.run('UPDATE credential SET outcome = ?, checked_at = ?, seq = ? WHERE id = ?', b.outcome, e.at, e.seq, b.id)
    db.run('UPDATE application SET version = ? WHERE id = ?', e.seq, e.application)
  },
  'proof.rechecked': (db, e) => {
    db.run('UPDATE credential SET checked_at = ? WHERE text IS NOT NULL AND withdrawn_at IS NULL', e.at)
  },
  'proof.withdrawn': (db, e) => {
    const b = JSON.parse(e.body) as { id: number; reason: string }
    db.run('UPDATE credential SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ?, seq = ? WHERE id = ?', e.at, e.by, b.reason, e.seq, b.id)
    db.run('UPDATE application SET version = ? WHERE id = ?', e.seq, e.application)
  },
}
