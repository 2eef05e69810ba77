import { gunzipSync, inflateSync } from 'node:zlib'
import { instant, timesOf } from './credential.ts'
import { bytesOf, isObject, type Jws, readJws } from './jws.ts'

/** A status list as its token says it is. Times are milliseconds since 1970. */
export type StatusList = { jws: Jws; format: 'token' | 'bitstring'; /** Null where the token does not name its issuer: its key does. */ issuer: string | null; uri: string; purpose: string; bits: 1 | 2 | 4 | 8; issuedAt: number; staleAt: number; statuses: Buffer }

/** Ten million credentials at a bit each are 1.25 MB; a list that swells beyond this is no list. */
const MOST_BYTES = 32_000_000
const LONGEST_AGE_MS = 30 * 86_400_000

/** A status list out of a file's text: an IETF Token Status List, or a W3C BitstringStatusList as a JWT. Null when it is neither. */
export function readStatusList(text: string): StatusList | null {
  const jws = readJws(text.replace(/[\s\ufeff]+/g, ''))
  if (!jws) return null
  return jws.typ === 'statuslist+jwt' ? tokenList(jws) : bitstringList(jws)
}

function tokenList(jws: Jws): StatusList | null {
  const { payload } = jws
  const { iss, sub, ttl, status_list: list } = payload
  const times = timesOf(payload)
  if (!isObject(list) || typeof sub !== 'string' || (iss !== undefined && typeof iss !== 'string') || !times || times.issuedAt === null || typeof list['lst'] !== 'string' || !lasts(ttl)) return null
  const bits = [1, 2, 4, 8].find(n => n === list['bits'])
  const statuses = unpacked(list['lst'], inflateSync)
  if (!isWidth(bits) || !statuses) return null
  return { jws, format: 'token', issuer: iss ?? null, uri: sub, purpose: 'status', bits, issuedAt: times.issuedAt, staleAt: staleAt(times.issuedAt, times.expires, ttl === undefined ? null : ttl * 1000), statuses }
}

function bitstringList(jws: Jws): StatusList | null {
  const { payload, typ } = jws
  const inside = isObject(payload['vc']) && (typ === 'jwt' || typ === '') ? payload['vc'] : null
  const vc = inside ?? (typ === 'vc+jwt' || typ === 'vc-ld+jwt' ? payload : null)
  const subject = vc?.['credentialSubject']
  const times = timesOf(payload)
  if (!vc || !isObject(subject) || !times || (subject['type'] !== 'BitstringStatusList' && subject['type'] !== 'StatusList2021')) return null
  const issuer = payload['iss'] ?? (isObject(vc['issuer']) ? vc['issuer']['id'] : vc['issuer'])
  const uri = vc['id'] ?? payload['jti']
  const { statusPurpose: purpose, encodedList, ttl } = subject
  const from = instant(vc['validFrom'] ?? vc['issuanceDate'])
  const until = instant(vc['validUntil'] ?? vc['expirationDate'])
  const issuedAt = times.issuedAt ?? from ?? times.notBefore
  if (typeof issuer !== 'string' || typeof uri !== 'string' || typeof purpose !== 'string' || typeof encodedList !== 'string' || typeof issuedAt !== 'number' || until === undefined || from === undefined || !lasts(ttl)) return null
  // Multibase writes base64url with a leading u; the older lists have none.
  const statuses = unpacked(encodedList.startsWith('u') ? encodedList.slice(1) : encodedList, gunzipSync)
  const ends = until === null || times.expires === null ? until ?? times.expires : Math.min(until, times.expires)
  return statuses && { jws, format: 'bitstring', issuer, uri, purpose, bits: 1, issuedAt, staleAt: staleAt(issuedAt, ends, ttl ?? null), statuses }
}

const lasts = (ttl: unknown): ttl is number | undefined => ttl === undefined || (typeof ttl === 'number' && ttl > 0 && ttl < 1e12)
const isWidth = (bits: number | undefined): bits is StatusList['bits'] => bits === 1 || bits === 2 || bits === 4 || bits === 8

/** A list says something until the first of its own ends; one without any, for thirty days. */
function staleAt(issuedAt: number, expires: number | null, ttlMs: number | null): number {
  const ends = [expires, ttlMs === null ? null : issuedAt + ttlMs].filter(end => end !== null)
  return ends.length > 0 ? Math.min(...ends) : issuedAt + LONGEST_AGE_MS
}

function unpacked(encoded: string, unpack: (bytes: Buffer, options: { maxOutputLength: number }) => Buffer): Buffer | null {
  const packed = bytesOf(encoded.replace(/=+$/, ''))
  try {
    return packed && unpack(packed, { maxOutputLength: MOST_BYTES })
  } catch {
    return null
  }
}

/** The status at an index: 0 holds, 1 is revoked (or, in a list of suspensions, suspended), 2 suspended; undefined beyond the end. */
export function statusAt({ format, bits, statuses }: Pick<StatusList, 'format' | 'bits' | 'statuses'>, index: number): number | undefined {
  const at = index * bits
  const byte = statuses[Math.floor(at / 8)]
  if (byte === undefined) return undefined
  // A token list counts from the lowest bit of a byte, a bitstring from the highest.
  return format === 'token' ? (byte >> (at % 8)) & ((1 << bits) - 1) : (byte >> (7 - (at % 8))) & 1
}
