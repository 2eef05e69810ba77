import type { ProofOutcome } from '../../../shared/contract/proof.ts'
import type { FactScalar } from '../../../shared/domain.ts'
import { valueReader } from '../rules/read-value.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { Reader } from '../store/database.ts'
import { type Credential, readCredential } from './credential.ts'
import { claimAt, holderMatches, type Person } from './holder.ts'
import { type Issuer, issuerNamed, listRow, statusIn } from './issuer-rows.ts'
import { ALGORITHMS, checkSignature, sha256 } from './jws.ts'
import { bindingHolds } from './sd-jwt.ts'
import type { CredentialType } from './types.ts'

/** What a credential is checked against: the case, the kinds of credential its programme takes, and the moment of the check. */
export type Question = {
  db: Reader; person: Person; set: RuleSet; types: readonly CredentialType[]
  /** ISO moment; the only clock of the check. */
  now: string
  /** True when the same credential lies in the case of somebody else. */
  usedElsewhere(hash: string): boolean
}
export type Proven = { fact: string; value: FactScalar }
export type Checked = {
  outcome: ProofOutcome
  /** Of what the issuer signed: the same whatever the holder shows of it. */
  hash: string
  issuer: Issuer | null
  type: CredentialType | null
  issuedAt: string | null
  validUntil: string | null
  bound: boolean
  facts: Proven[]
}

/**
 * Checks a credential without asking anybody outside this computer. What the issuer has signed is established first; what it says is
 * looked at only then, and the first thing that does not hold is the outcome.
 */
export async function checkCredential(text: string, question: Question): Promise<Checked> {
  const credential = await readCredential(text)
  const base = { hash: sha256((text.split('~')[0] ?? '').replace(/[\s\ufeff]+/g, '')), issuer: null, type: null, issuedAt: null, validUntil: null, bound: false, facts: [] }
  if (typeof credential === 'string') return { ...base, outcome: credential }
  const told = {
    ...base, issuedAt: moment(credential.issuedAt), validUntil: moment(credential.expires), bound: credential.presentation?.keyBinding !== null && credential.presentation !== null,
    type: question.types.find(type => type.names.some(name => credential.names.includes(name))) ?? null,
  }
  if (!ALGORITHMS.includes(credential.jws.alg)) return { ...told, outcome: 'algorithm' }
  const issuer = issuerNamed(question.db, credential.issuer)
  if (!issuer) return { ...told, outcome: 'issuer-unknown' }
  const signature = await checkSignature(credential.jws, issuer.keys)
  const signed = { ...told, issuer }
  if (signature !== 'valid') return { ...signed, outcome: signature }
  const now = Date.parse(question.now)
  if (credential.presentation && !(await bindingHolds(credential.presentation, now / 1000))) return { ...signed, outcome: 'binding' }
  const { type } = signed
  const refusal = refusedFor(credential, issuer, type, question, now)
  if (refusal !== null || type === null) return { ...signed, outcome: refusal ?? 'type-unknown' }
  const holder = holderMatches(type, credential.claims, question.person)
  // A number is one person's; a name and a birth date may be two persons', and then the first has it.
  if (holder !== 'by-number' && question.usedElsewhere(signed.hash)) return { ...signed, outcome: 'replayed' }
  if (holder === 'wrong-holder' || holder === 'holder-missing') return { ...signed, outcome: holder }
  const facts = provenFacts(type, credential, question.set)
  if (facts === null) return { ...signed, outcome: 'value-unreadable' }
  return facts.length === 0 ? { ...signed, outcome: 'nothing-proven' } : { ...signed, outcome: 'valid', facts }
}

const moment = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())

function refusedFor(credential: Credential, issuer: Issuer, type: CredentialType | null, { db, now: at }: Question, now: number): ProofOutcome | null {
  if (type === null) return 'type-unknown'
  if (!issuer.types.includes(type.id)) return 'issuer-type'
  if (issuer.withdrawn) return 'issuer-withdrawn'
  // The day it was issued counts; one that does not say is judged by the day of the check.
  const day = (moment(credential.issuedAt) ?? at).slice(0, 10)
  if (day < issuer.validFrom || (issuer.validTo !== null && day > issuer.validTo)) return 'issuer-period'
  if (credential.expires !== null && now >= credential.expires) return 'expired'
  if (now < Math.max(credential.notBefore ?? 0, credential.issuedAt ?? 0)) return 'not-yet-valid'
  return statusOutcome(db, credential, issuer, now)
}

/** The worst that any of the credential's status entries says; null when all of them say that it holds. */
function statusOutcome(db: Reader, { status }: Credential, issuer: Issuer, now: number): ProofOutcome | null {
  const found = status.map((ref): ProofOutcome | null => {
    const row = ref.kind === 'unsupported' ? undefined : listRow(db, issuer.id, ref.uri)
    if (ref.kind === 'unsupported' || !row || row.format !== ref.kind) return 'status-missing'
    if (ref.kind === 'bitstring' && row.purpose !== ref.purpose) return 'status-missing'
    const said = statusIn(db, row, ref.index)
    // Revoked is for ever: an old list is right about that.
    if (said === 1 && row.purpose !== 'suspension') return 'revoked'
    if (now >= Date.parse(row.stale_at)) return 'status-stale'
    if (said === null || said > 2) return 'status-missing'
    return said === 0 ? null : 'suspended'
  })
  const order: (ProofOutcome | null)[] = ['revoked', 'suspended', 'status-missing', 'status-stale']
  return order.find(outcome => found.includes(outcome)) ?? null
}

/** The facts that a credential gives in this case; null when a value is none that its fact can have. A claim that is not shown gives nothing. */
function provenFacts(type: CredentialType, { claims }: Credential, set: RuleSet): Proven[] | null {
  const out: Proven[] = []
  const add = (id: string, value: unknown): boolean => {
    const fact = set.factById.get(id)
    if (!fact || value === undefined || value === null || value === '') return true
    const text = typeof value === 'boolean' ? (value ? 'ja' : 'nej') : typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
    const read = text === '' ? undefined : valueReader(fact)(text)
    if (read !== undefined) out.push({ fact: id, value: read })
    return read !== undefined
  }
  for (const { claim, fact } of type.facts) if (!add(fact, claimAt(claims, claim))) return null
  if (out.length > 0) for (const [fact, value] of Object.entries(type.gives ?? {})) if (!add(fact, value)) return null
  return out
}
