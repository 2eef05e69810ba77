import type { FactScalar, IsoDate, Light } from '../domain.ts'

/** What came out when a credential was checked. Only `valid` proves anything; every other is told apart and refused as proof. */
export const PROOF_OUTCOMES = [
  'valid', 'expired', 'not-yet-valid', 'revoked', 'suspended', 'status-missing', 'status-stale', 'wrong-holder', 'holder-missing', 'binding', 'issuer-unknown', 'issuer-type', 'issuer-withdrawn', 'issuer-period',
  'key-unknown', 'altered', 'algorithm', 'malformed', 'type-unknown', 'nothing-proven', 'value-unreadable', 'replayed',
] as const
export type ProofOutcome = (typeof PROOF_OUTCOMES)[number]

/** A public key of an issuer and the fingerprint by which two people compare it over the telephone. */
export type IssuerKey = { kid: string | null; kind: string; fingerprint: string }
export type StatusListView = {
  uri: string
  issuedAt: string
  /** From when the list is too old to say anything. */
  staleAt: string
  stale: boolean
  importedAt: string
  importedBy: string
}
export type IssuerView = {
  id: number
  name: string
  /** The identifier that the issuer's credentials carry. */
  issuer: string
  keys: IssuerKey[]
  /** The keys as they were given, to change the issuer from. */
  keyText: string
  types: string[]
  validFrom: IsoDate
  validTo: IsoDate | null
  note: string
  addedAt: string
  addedBy: string
  withdrawn: { at: string; by: string; reason: string } | null
  lists: StatusListView[]
  /** Credentials of this issuer that facts rest on. */
  inUse: number
}
export type CredentialTypeView = { id: string; title: string }
export type IssuersView = { issuers: IssuerView[]; types: CredentialTypeView[]; now: string }

/** An issuer as a file describes it; what the file leaves open is empty. */
export type IssuerDraft = { name: string; issuer: string; keyText: string; keys: IssuerKey[]; types: string[]; validFrom: string; validTo: string; note: string }

export type ProvenFact = { fact: string; label: string; value: FactScalar; display: string }
export type CredentialView = {
  id: number
  outcome: ProofOutcome
  /** Taken back by a person. */
  withdrawn: { at: string; by: string; reason: string } | null
  title: string | null
  issuer: string | null
  issuedAt: string | null
  validUntil: string | null
  checkedAt: string
  addedAt: string
  by: string
  /** The holder's key has signed that it is theirs to show. */
  bound: boolean
  facts: ProvenFact[]
}
export type PresentReport = { outcome: ProofOutcome; credential: CredentialView; again: boolean }

/** A credential that no longer says what it said, or says it again. */
export type Rechecked = { caseId: number; intakeId: number; intakeName: string; applicationId: string; title: string; before: ProofOutcome; after: ProofOutcome; lightBefore: Light; lightAfter: Light; established: boolean; decided: boolean }
export type RecheckReport = { checked: number; changed: Rechecked[] }
export type ImportedList = { issuer: string; uri: string; issuedAt: string; staleAt: string; known: boolean; recheck: RecheckReport }
