import { createHash } from 'node:crypto'
import { calculateJwkThumbprint, compactVerify, importJWK, type JWK } from 'jose'
import * as z from 'zod'

/** Signatures with a public key only. "none" and the HS family, where whoever can check can also sign, are no proof. */
export const ALGORITHMS = ['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512']

export type Claims = Record<string, unknown>
export type Jws = { text: string; header: Claims; payload: Claims; alg: string; kid: string | null; typ: string }

const base64url = /^[A-Za-z0-9_-]+$/
/** The bytes of a base64url text; null unless it is the one text that these bytes are written as. */
export function bytesOf(text: string): Buffer | null {
  if (!base64url.test(text)) return null
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}

export const isObject = (value: unknown): value is Claims => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A base64url text as the JSON it holds; undefined when it holds none. */
export function jsonOf(text: string): unknown {
  const bytes = bytesOf(text)
  if (!bytes) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch {
    return undefined
  }
}

/** Takes a compact JWS apart without believing any of it; null when it is none. An empty signature is left for the algorithm to be judged by. */
export function readJws(text: string): Jws | null {
  const [head = '', body = '', signature = '', ...more] = text.split('.')
  if (more.length > 0 || (signature !== '' && !bytesOf(signature))) return null
  const header = jsonOf(head)
  const payload = jsonOf(body)
  if (!isObject(header) || !isObject(payload)) return null
  const { alg, kid, typ } = header
  if (typeof alg !== 'string' || (kid !== undefined && typeof kid !== 'string') || (typ !== undefined && typeof typ !== 'string')) return null
  return { text, header, payload, alg, kid: kid ?? null, typ: (typ ?? '').toLowerCase().replace(/^application\//, '') }
}

const keySchema = z.looseObject({ kty: z.enum(['EC', 'OKP', 'RSA']), kid: z.string().max(500).optional(), alg: z.string().optional(), use: z.string().optional() })
export type PublicKey = JWK
const publicKey = z.custom<PublicKey>(value => keySchema.safeParse(value).success)

/** The public keys of a JWKS, a list of keys or a single key; null when there is none, one is no public key, or one is private. */
export async function readKeys(text: string): Promise<PublicKey[] | null> {
  let given: unknown
  try {
    given = JSON.parse(text) as unknown
  } catch {
    return null
  }
  const list = isObject(given) && Array.isArray(given['keys']) ? given['keys'] : Array.isArray(given) ? given : [given]
  const parsed = z.array(publicKey).min(1).max(20).safeParse(list)
  if (!parsed.success) return null
  for (const key of parsed.data) if (!(await importsAsPublic(key))) return null
  return parsed.data
}

async function importsAsPublic(key: PublicKey): Promise<boolean> {
  if (['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth'].some(part => part in key)) return false
  const alg = key.alg ?? algorithmFor(key)
  if (alg === null || !ALGORITHMS.includes(alg) || key.use === 'enc') return false
  try {
    await importJWK(key, alg)
    return true
  } catch {
    return false
  }
}

/** An algorithm that a key without one of its own can be used for. */
function algorithmFor({ kty, crv }: PublicKey): string | null {
  if (kty === 'RSA') return 'PS256'
  if (kty === 'OKP') return crv === 'Ed25519' ? 'EdDSA' : null
  return crv === 'P-256' ? 'ES256' : crv === 'P-384' ? 'ES384' : crv === 'P-521' ? 'ES512' : null
}

/** SHA-256 over the key's own members (RFC 7638) in groups that can be read out over a telephone. */
export async function fingerprint(key: PublicKey): Promise<string> {
  const hex = Buffer.from(await calculateJwkThumbprint(key, 'sha256'), 'base64url').toString('hex').toUpperCase()
  return hex.match(/.{4}/g)?.join(' ') ?? hex
}

/** Whether one of the keys has signed: `key-unknown` when the signature names a key that is not among them. */
export async function checkSignature(jws: Jws, keys: readonly PublicKey[]): Promise<'valid' | 'altered' | 'key-unknown'> {
  const named = jws.kid === null ? keys : keys.filter(key => key.kid === jws.kid)
  if (named.length === 0) return 'key-unknown'
  for (const key of named) {
    if (key.alg !== undefined && key.alg !== jws.alg) continue
    try {
      await compactVerify(jws.text, await importJWK(key, jws.alg), { algorithms: ALGORITHMS })
      return 'valid'
    } catch {
      // Another key may have signed; when none has, the answer is the same whatever was wrong.
    }
  }
  return 'altered'
}

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
