import { type Claims, isObject, type Jws, readJws } from './jws.ts'
import { type Presentation, readPresentation } from './sd-jwt.ts'

/** Where a credential says that its status is kept; `unsupported` is a way this program does not know. */
export type StatusRef = { kind: 'token'; uri: string; index: number } | { kind: 'bitstring'; uri: string; index: number; purpose: string } | { kind: 'unsupported' }
/** A credential as it says it is; nothing of it has been checked yet. Times are milliseconds since 1970. */
export type Credential = {
  jws: Jws
  presentation: Presentation | null
  issuer: string
  names: string[]
  issuedAt: number | null
  notBefore: number | null
  expires: number | null
  status: StatusRef[]
  claims: Claims
}

/** A credential out of a text that a person pasted: blanks and line breaks that a letter has put in do not count. */
export async function readCredential(pasted: string): Promise<Credential | 'malformed' | 'altered'> {
  const text = pasted.replace(/[\s\ufeff]+/g, '')
  if (text.includes('~')) {
    const presentation = await readPresentation(text)
    if (presentation === null) return 'malformed'
    return presentation === 'altered' ? 'altered' : (sdJwtVc(presentation) ?? 'malformed')
  }
  const jws = readJws(text)
  return (jws && w3c(jws)) ?? 'malformed'
}

function sdJwtVc(presentation: Presentation): Credential | null {
  const { jws, claims } = presentation
  const { iss, vct, status } = jws.payload
  const times = timesOf(jws.payload)
  if ((jws.typ !== 'dc+sd-jwt' && jws.typ !== 'vc+sd-jwt') || typeof iss !== 'string' || typeof vct !== 'string' || !times) return null
  return { jws, presentation, issuer: iss, names: [vct], ...times, status: tokenStatus(status), claims }
}

function w3c(jws: Jws): Credential | null {
  const { payload, typ } = jws
  const inside = isObject(payload['vc']) && (typ === 'jwt' || typ === '') ? payload['vc'] : null
  const vc = inside ?? (typ === 'vc+jwt' || typ === 'vc-ld+jwt' ? payload : null)
  if (!vc) return null
  const given = payload['iss'] ?? idOf(vc['issuer'])
  const said = vc['issuer'] === undefined ? given : idOf(vc['issuer'])
  const subject = only(vc['credentialSubject'])
  const names = [vc['type']].flat()
  const times = timesOf(payload)
  const own = inside ? [vc['issuanceDate'], vc['expirationDate']] : [vc['validFrom'], vc['validUntil']]
  const [from, until] = own.map(instant)
  if (typeof given !== 'string' || given !== said || !isObject(subject) || !names.every(name => typeof name === 'string') || !names.includes('VerifiableCredential') || !times || from === undefined || until === undefined) return null
  const sub = payload['sub'] ?? subject['id']
  return {
    jws, presentation: null, issuer: given, names: names.filter(name => name !== 'VerifiableCredential'),
    issuedAt: times.issuedAt ?? from ?? times.notBefore, notBefore: latest(times.notBefore, from), expires: earliest(times.expires, until),
    status: [...tokenStatus(payload['status']), ...bitstringStatus(vc['credentialStatus'])], claims: { ...subject, ...(sub === undefined ? {} : { sub }) },
  }
}

const idOf = (value: unknown) => (isObject(value) ? value['id'] : value)
const only = (value: unknown) => (Array.isArray(value) ? (value.length === 1 ? value[0] as unknown : undefined) : value)
const latest = (a: number | null, b: number | null) => (a === null || b === null ? a ?? b : Math.max(a, b))
const earliest = (a: number | null, b: number | null) => (a === null || b === null ? a ?? b : Math.min(a, b))

/** An ISO moment with zone; null when it is not given, undefined when it is no such moment. */
export function instant(value: unknown): number | null | undefined {
  if (value === undefined) return null
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/.test(value)) return undefined
  const ms = Date.parse(value)
  return Number.isFinite(ms) ? ms : undefined
}

/** A time of a JWT in milliseconds; null when it is not given, undefined when it is no time. */
function seconds(value: unknown): number | null | undefined {
  if (value === undefined) return null
  return typeof value === 'number' && value >= 0 && value < 253_402_300_800 ? Math.floor(value * 1000) : undefined
}

/** The times that a JWT states; null when one of them is no time. */
export function timesOf(payload: Claims): { issuedAt: number | null; notBefore: number | null; expires: number | null } | null {
  const [issuedAt, notBefore, expires] = [payload['iat'], payload['nbf'], payload['exp']].map(seconds)
  return issuedAt === undefined || notBefore === undefined || expires === undefined ? null : { issuedAt, notBefore, expires }
}

function place(index: unknown, uri: unknown): { uri: string; index: number } | null {
  const at = typeof index === 'string' && /^\d{1,10}$/.test(index) ? Number(index) : index
  return typeof uri === 'string' && typeof at === 'number' && Number.isSafeInteger(at) && at >= 0 ? { uri, index: at } : null
}

function tokenStatus(status: unknown): StatusRef[] {
  if (status === undefined) return []
  const list = isObject(status) ? status['status_list'] : undefined
  const found = isObject(list) ? place(list['idx'], list['uri']) : null
  return [found ? { kind: 'token', ...found } : { kind: 'unsupported' }]
}

const PURPOSES = ['revocation', 'suspension']
/** Entries with another purpose (a message, a refresh) do not say whether the credential holds. */
function bitstringStatus(status: unknown): StatusRef[] {
  if (status === undefined) return []
  return [status].flat().flatMap((entry: unknown): StatusRef[] => {
    if (!isObject(entry)) return [{ kind: 'unsupported' }]
    const { type, statusPurpose, statusListIndex, statusListCredential } = entry
    if (type !== 'BitstringStatusListEntry' && type !== 'StatusList2021Entry') return [{ kind: 'unsupported' }]
    if (typeof statusPurpose !== 'string') return [{ kind: 'unsupported' }]
    if (!PURPOSES.includes(statusPurpose)) return []
    const found = place(statusListIndex, statusListCredential)
    return [found ? { kind: 'bitstring', ...found, purpose: statusPurpose } : { kind: 'unsupported' }]
  })
}
