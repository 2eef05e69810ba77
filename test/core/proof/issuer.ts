import { createHash, randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { createHeaderAndPayload, StatusList } from '@sd-jwt/jwt-status-list'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose'

export const STATUS_URI = 'https://utfardare.example/status/1'
export const REVOKED_URI = 'https://utfardare.example/aterkallade/1'
export const SUSPENDED_URI = 'https://utfardare.example/sparrade/1'
export const TYPES = { registration: 'urn:arbetsformedlingen:inskrivning', permit: 'urn:migrationsverket:uppehallstillstand', degree: 'urn:eu.europa.ec.eudi:diploma:1' } as const

export type Claims = Record<string, unknown>
export const seconds = (iso: string) => Math.floor(Date.parse(iso) / 1000)
const hasher = (data: string | ArrayBuffer, alg: string) => new Uint8Array(createHash(alg.replace('sha-', 'sha')).update(typeof data === 'string' ? data : Buffer.from(data)).digest())

export type SdJwt = { claims: Claims; open?: Claims; vct?: string; iat?: string | null; exp?: string; nbf?: string; status?: number; statusUri?: string; hidden?: string[]; holder?: TestKey; typ?: string; iss?: string }
export type TestKey = { alg: string; kid: string; publicJwk: JWK; sign(text: string): Promise<string>; compact(header: Claims, payload: Claims): Promise<string> }
export type TestIssuer = ReturnType<typeof issuerWith>

/** A fresh key of its own. */
export async function makeKey(alg = 'ES256', kid = `nyckel-${randomBytes(4).toString('hex')}`): Promise<TestKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  const publicJwk: JWK = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' }
  const compact = (header: Claims, payload: Claims) => new CompactSign(new TextEncoder().encode(JSON.stringify(payload))).setProtectedHeader({ ...header, alg }).sign(privateKey)
  return {
    alg, kid, publicJwk, compact,
    sign: async text => {
      // The library wants a signature over a text of its own: header and payload, already encoded.
      const [head = '', body = ''] = text.split('.')
      const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as Claims & { alg: string }
      const whole = await new CompactSign(Buffer.from(body, 'base64url')).setProtectedHeader(header).sign(privateKey)
      if (!whole.startsWith(`${text}.`)) throw new Error('another text was signed')
      return whole.slice(text.length + 1)
    },
  }
}

/** An issuer that makes every kind of credential and status list; its keys are made with it and go with it. */
export function issuerWith(key: TestKey, { id = 'https://utfardare.example', name = 'Provmyndigheten' } = {}) {
  const header = (typ: string) => ({ typ, kid: key.kid })
  return {
    id, name, key,
    jwks: { keys: [key.publicJwk] },
    metadata: (types: string[], more: Claims = {}) => JSON.stringify({ name, issuer: id, jwks: { keys: [key.publicJwk] }, types, validFrom: '2022-01-01', ...more }),

    /** SD-JWT VC; every claim is hidden behind a disclosure of its own, and all are shown. */
    sdJwt: async ({ claims, open = {}, vct = TYPES.registration, iat = '2022-12-01T08:00:00Z', exp, nbf, status, statusUri = STATUS_URI, holder, typ = 'dc+sd-jwt', iss = id }: SdJwt): Promise<string> => {
      const instance = new SDJwtVcInstance({ hasher, hashAlg: 'sha-256', saltGenerator: length => randomBytes(length).toString('base64url'), signer: key.sign, signAlg: key.alg })
      const payload = {
        iss, vct, ...(iat === null ? {} : { iat: seconds(iat) }), ...(exp ? { exp: seconds(exp) } : {}), ...(nbf ? { nbf: seconds(nbf) } : {}),
        ...(status === undefined ? {} : { status: { status_list: { idx: status, uri: statusUri } } }), ...(holder ? { cnf: { jwk: holder.publicJwk } } : {}), ...open, ...claims,
      }
      // The library types the frame by the claims it knows; these are the credential's own.
      const frame: Record<string, unknown> = { _sd: Object.keys(claims) }
      return instance.issue(payload, frame, { header: header(typ) })
    },

    /** Shows a credential with the holder's own signature. */
    bind: async (credential: string, holder: TestKey, change: Claims = {}): Promise<string> => {
      const payload = { iat: seconds('2023-01-10T08:00:00Z'), aud: 'sprangbrada', nonce: 'n', sd_hash: createHash('sha256').update(credential).digest('base64url'), ...change }
      return `${credential}${await holder.compact({ typ: 'kb+jwt' }, payload)}`
    },

    /** W3C credential as a JWT, data model 1.1: everything inside the claim vc. */
    w3c1: (type: string, subject: Claims, change: Claims = {}): Promise<string> => key.compact({ typ: 'JWT', kid: key.kid }, {
      iss: id, nbf: seconds('2022-12-01T08:00:00Z'),
      vc: { '@context': ['https://www.w3.org/2018/credentials/v1'], type: ['VerifiableCredential', type], issuanceDate: '2022-12-01T08:00:00Z', credentialSubject: subject }, ...change,
    }),
    /** W3C credential as a JWT, data model 2.0: the payload is the credential. */
    w3c2: (type: string, subject: Claims, change: Claims = {}): Promise<string> => key.compact(header('vc+jwt'), {
      '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential', type], issuer: { id }, validFrom: '2022-12-01T08:00:00Z', credentialSubject: subject, ...change,
    }),

    /** IETF Token Status List of 64 credentials. */
    statusList: (set: Record<number, number>, { iat = '2023-01-01T00:00:00Z', exp, ttl, uri = STATUS_URI, bits = 2 }: { iat?: string; exp?: string; ttl?: number; uri?: string; bits?: 1 | 2 | 4 | 8 } = {}): Promise<string> => {
      const list = new StatusList(Array.from({ length: 64 }, (_, i) => set[i] ?? 0), bits)
      const made = createHeaderAndPayload(list, { iss: id, sub: uri, iat: seconds(iat), ...(exp ? { exp: seconds(exp) } : {}), ...(ttl ? { ttl } : {}) }, { alg: key.alg, typ: 'statuslist+jwt' })
      return key.compact({ ...made.header, kid: key.kid }, { ...made.payload })
    },
    /** W3C Bitstring Status List of 131,072 credentials. */
    bitstring: (marked: number[], purpose: 'revocation' | 'suspension', { from = '2023-01-01T00:00:00Z', until, uri = purpose === 'revocation' ? REVOKED_URI : SUSPENDED_URI }: { from?: string; until?: string; uri?: string } = {}): Promise<string> => {
      const bits = Buffer.alloc(16_384)
      for (const index of marked) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7))
      return key.compact(header('vc+jwt'), {
        '@context': ['https://www.w3.org/ns/credentials/v2'], id: uri, type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer: id, validFrom: from, ...(until ? { validUntil: until } : {}),
        credentialSubject: { id: `${uri}#list`, type: 'BitstringStatusList', statusPurpose: purpose, encodedList: `u${gzipSync(bits).toString('base64url')}` },
      })
    },
  }
}

/** A credential's reference to a place in a bitstring list. */
export const bitstringEntry = (index: number, purpose: 'revocation' | 'suspension', uri = purpose === 'revocation' ? REVOKED_URI : SUSPENDED_URI) => ({
  id: `${uri}#${index}`, type: 'BitstringStatusListEntry', statusPurpose: purpose, statusListIndex: String(index), statusListCredential: uri,
})

export async function makeIssuer(alg = 'ES256', who: { id?: string; name?: string } = {}): Promise<TestIssuer> {
  return issuerWith(await makeKey(alg), who)
}
