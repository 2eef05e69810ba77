import { createHash } from 'node:crypto'
import { SDJwt } from '@sd-jwt/core'
import { ALGORITHMS, checkSignature, type Claims, isObject, jsonOf, type Jws, type PublicKey, readJws } from './jws.ts'

const HASHES: Record<string, string> = { 'sha-256': 'sha256', 'sha-384': 'sha384', 'sha-512': 'sha512' }
/** Names that the format itself uses. Who issued it, for how long and its status are read only from what is said openly. */
const RESERVED = ['_sd', '...']

export type Presentation = { jws: Jws; /** What is said openly and what the holder has disclosed. */ claims: Claims; keyBinding: Jws | null; /** What the holder's signature is over. */ shown: string }

/**
 * Takes an SD-JWT apart and puts what was disclosed in its place. Null when it is none, or when a disclosure does not belong to it: then
 * `altered` if it is well formed.
 */
export async function readPresentation(text: string): Promise<Presentation | 'altered' | null> {
  const [first = '', ...rest] = text.split('~')
  const jws = readJws(first)
  const last = rest.pop()
  if (!jws || last === undefined) return null
  const keyBinding = last === '' ? null : readJws(last)
  if (last !== '' && !keyBinding) return null
  const hash = hashOf(jws)
  if (hash === undefined || !rest.every(isDisclosure)) return null
  if (new Set(rest).size !== rest.length) return 'altered'
  const hasher = (data: string | ArrayBuffer) => new Uint8Array(createHash(hash).update(typeof data === 'string' ? data : Buffer.from(data)).digest())
  const shown = text.slice(0, text.length - last.length)
  try {
    const token = await SDJwt.fromEncode(shown, hasher)
    const used = await token.presentableKeys(hasher)
    // A disclosure that is in no digest was changed, or was never this credential's: the library leaves it out without a word.
    if (used.length !== rest.length) return 'altered'
    const claims: unknown = await token.getClaims(hasher)
    return isObject(claims) ? { jws, claims, keyBinding, shown } : null
  } catch {
    return null
  }
}

/** The hash that an SD-JWT names for its disclosures; undefined for one that is not accepted. */
function hashOf({ payload }: Jws): string | undefined {
  const algorithm = payload['_sd_alg'] ?? 'sha-256'
  return typeof algorithm === 'string' ? HASHES[algorithm] : undefined
}

function isDisclosure(text: string): boolean {
  const parts = jsonOf(text)
  if (!Array.isArray(parts) || typeof parts[0] !== 'string') return false
  return parts.length === 2 || (parts.length === 3 && typeof parts[1] === 'string' && !RESERVED.includes(parts[1]))
}

/** Whether the holder's own signature on a presentation holds; true as well when there is none to check. `now` in seconds. */
export async function bindingHolds({ jws, keyBinding, shown }: Presentation, now: number): Promise<boolean> {
  if (!keyBinding) return true
  const confirmation = jws.payload['cnf']
  const key = isObject(confirmation) ? confirmation['jwk'] : undefined
  const { payload, typ, alg } = keyBinding
  if (!isObject(key) || typ !== 'kb+jwt' || !ALGORITHMS.includes(alg)) return false
  const digest = createHash(hashOf(jws) ?? 'sha256').update(shown).digest('base64url')
  if (payload['sd_hash'] !== digest || typeof payload['iat'] !== 'number' || payload['iat'] > now) return false
  const { kty } = key
  if (kty !== 'EC' && kty !== 'OKP' && kty !== 'RSA') return false
  const holder: PublicKey = { ...key, kty }
  return (await checkSignature({ ...keyBinding, kid: null }, [holder])) === 'valid'
}

