import type { CredentialView, ProofOutcome, ProvenFact } from '../../../shared/contract/proof.ts'
import { loadCase } from '../cases/cases.ts'
import { personOf } from '../cases/person-of.ts'
import { stateFact, statedOf, type StatedRef, unstateFact } from '../cases/stated.ts'
import { worded } from '../cases/spoken.ts'
import { displayValue } from '../rules/sentences.ts'
import type { Reader, Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import type { Proven, Question } from './check.ts'
import { allCredentialTypes, credentialTypes } from './types.ts'
import { programmeIn } from '../cases/programmes-in-store.ts'

export type CredentialRow = Row & {
  id: number; application: number; hash: string; outcome: ProofOutcome; issuer: number | null; type: string | null; text: string | null; facts: string
  issued_at: string | null; valid_until: string | null; bound: number; checked_at: string; at: string; by: number
  withdrawn_at: string | null; withdrawn_by: number | null; withdrawn_reason: string | null
}

/** What a credential of this case is checked against, at this moment. */
export function questionOf(db: Reader, application: number, now: string): Question {
  const { row, rules, facts } = loadCase(db, application)
  const own = new Set(personOf(db, application))
  const identities = [...new Set([...own].map(id => String(db.value('SELECT identity FROM application WHERE id = ?', id) ?? '')))]
  const born = facts[rules.set.factIndex.get('birth.date') ?? -1]
  return {
    db, now, set: rules.set, types: credentialTypes(db, programmeIn(db, rules.set.data.programme)),
    person: { identities, givenName: row.given_name, familyName: row.family_name, birthDate: typeof born === 'string' ? born : null },
    usedElsewhere: hash => db.raw('SELECT application FROM credential WHERE hash = ? AND text IS NOT NULL AND withdrawn_at IS NULL', hash).some(([other]) => !own.has(Number(other))),
  }
}

/** The credentials of a case that somebody has shown, the newest first. */
export function credentialsOf(db: Reader, application: number): CredentialView[] {
  const set = worded(db, loadCase(db, application).rules.set)
  const titles = new Map(allCredentialTypes(db).map(type => [type.id, type.title]))
  const nameOf = (id: number | null) => String(db.value('SELECT name FROM caseworker WHERE id = ?', id ?? 0) ?? '')
  const shown = ({ fact, value }: Proven): ProvenFact => {
    const def = set.factById.get(fact)
    return { fact, value, label: def?.label ?? fact, display: def ? displayValue(def, value, set.language) : String(value) }
  }
  return db.all<CredentialRow>('SELECT * FROM credential WHERE application = ? ORDER BY id DESC', application).map(row => ({
    id: row.id, outcome: row.outcome, withdrawn: row.withdrawn_at === null ? null : { at: row.withdrawn_at, by: nameOf(row.withdrawn_by), reason: row.withdrawn_reason ?? '' },
    title: row.type === null ? null : titles.get(row.type) ?? row.type, issuer: row.issuer === null ? null : issuerName(db, row.issuer),
    issuedAt: row.issued_at, validUntil: row.valid_until, checkedAt: row.checked_at, addedAt: row.at, by: nameOf(row.by), bound: row.bound === 1,
    facts: (JSON.parse(row.facts) as Proven[]).map(shown),
  }))
}

const issuerName = (db: Reader, id: number) => String(db.value('SELECT name FROM issuer WHERE id = ?', id) ?? '')

/**
 * Makes the words of credentials on a case those of its valid ones; the one issued last holds where two speak of the same fact.
 * Runs inside a change; the caller screens the case.
 */
export function restate(store: Store, application: number): void {
  const db = store.read
  const wanted = new Map<string, { value: Proven['value']; ref: StatedRef }>()
  for (const row of db.all<CredentialRow>(`SELECT * FROM credential WHERE application = ? AND outcome = 'valid' AND withdrawn_at IS NULL ORDER BY issued_at, id`, application)) {
    const ref: StatedRef = { credential: row.id, issuer: issuerName(db, row.issuer ?? 0), checkedAt: row.checked_at, ...(row.issued_at === null ? {} : { issuedAt: row.issued_at }) }
    for (const { fact, value } of JSON.parse(row.facts) as Proven[]) wanted.set(fact, { value, ref })
  }
  for (const { fact, source, value, ref } of statedOf(db, application)) {
    if (source !== 'credential') continue
    const next = wanted.get(fact)
    if (!next) unstateFact(store, { application, fact, source, ref: { credential: ref['credential'] ?? 0 } })
    else if (next.value === value && next.ref['credential'] === ref['credential']) wanted.delete(fact)
  }
  for (const [fact, { value, ref }] of wanted) stateFact(store, { application, fact, source: 'credential', value, ref })
}
