import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { deflateSync, gzipSync } from 'node:zlib'
import type { Random } from '../../build/sample/random.ts'
import { programmeOf } from '../../electron/core/programmes/programmes.ts'
import { proofAppliers } from '../../electron/core/proof/appliers.ts'
import { checkCredential, type Question } from '../../electron/core/proof/check.ts'
import { readKeys } from '../../electron/core/proof/jws.ts'
import { readStatusList, statusAt } from '../../electron/core/proof/status-list.ts'
import { credentialTypes } from '../../electron/core/proof/types.ts'
import { openMemory } from '../../electron/core/store/database.ts'
import { migrate } from '../../electron/core/store/migrate.ts'
import { registerFunctions } from '../../electron/core/store/store.ts'
import type { FuzzReader } from './reader.ts'
import { oddText, slipped, some } from './text.ts'

const ISSUER = 'https://utfardare.example'
/** A key that is the same in every run; signatures of its kind are too. */
const privateKey = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), createHash('sha256').update('indata').digest()]), format: 'der', type: 'pkcs8' })
const publicJwk = { ...createPublicKey(privateKey).export({ format: 'jwk' }), kid: 'nyckel', alg: 'EdDSA', use: 'sig' }

const db = openMemory()
registerFunctions(db)
migrate(db)
const programme = programmeOf('jobbspranget')
const set = programme.on('2023-01-20')
const types = credentialTypes(db, programme)
const names = types.flatMap(type => type.names)
proofAppliers['issuer.added']?.(db, { seq: 1, at: '2023-01-01T00:00:00.000Z', by: 1, application: null, body: JSON.stringify({ id: 1, name: 'Provmyndigheten', issuer: ISSUER, keys: [publicJwk], types: types.map(type => type.id), validFrom: '2022-01-01', validTo: null, note: '' }) })
const question: Question = { db, set, types, now: '2023-01-20T08:00:00.000Z', person: { identities: ['19900101-2389'], givenName: 'Maja', familyName: 'Prov', birthDate: '1990-01-01' }, usedElsewhere: () => false }

const encoded = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
function signed(header: unknown, payload: unknown): string {
  const text = `${encoded(header)}.${encoded(payload)}`
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`
}

const oddValues = [null, true, 0, -1, 1e308, 1.5, '', 'x', [], {}, [[]], { a: {} }, ['VerifiableCredential'], '2023-02-30T00:00:00Z', 253_402_300_800, { '__proto__': 1 }, { _sd: ['x'] }, [{ '...': 'x' }]]
type Tree = Record<string, unknown>
/** Changes a value somewhere in a tree, or takes it away, or adds one. */
function changed(random: Random, tree: Tree, left = random.below(4)): Tree {
  if (left === 0) return tree
  const keys = Object.keys(tree)
  const key = keys.length > 0 && random.chance(85) ? random.pick(keys) : random.pick(['_sd', 'iss', 'vct', 'sub', 'cnf', 'status', '...', 'exp', 'constructor', oddText(random)])
  const inside = tree[key]
  const deeper = typeof inside === 'object' && inside !== null && !Array.isArray(inside) && random.chance(70)
  const next = deeper ? changed(random, inside as Tree, 1) : random.chance(20) ? undefined : random.pick(oddValues)
  return changed(random, { ...tree, [key]: next }, left - 1)
}

const CLAIMS = { personal_administrative_number: '199001012389', given_name: 'Maja', family_name: 'Prov', birthdate: '1990-01-01', since: '2022-06-01', status: 'Aktuell', category: '11', permit: 'PUT', valid_until: '2025-01-01', degree: 'x' }
const seconds = Date.parse('2022-12-01T08:00:00Z') / 1000

function sdJwt(random: Random): string {
  const disclosures = Object.entries(CLAIMS).map(([name, value]) => encoded(random.chance(97) ? [`salt${random.below(9)}`, name, value] : random.pick([[], [1, 2], ['a', '_sd', 1], ['a', '...', 1], ['a', 'b', 'c', 'd'], {}])))
  const digests = disclosures.map(text => createHash('sha256').update(text).digest('base64url'))
  const payload = changed(random, { iss: ISSUER, vct: random.pick(names), iat: seconds, _sd_alg: 'sha-256', _sd: digests, ...(random.chance(30) ? { status: { status_list: { idx: 1, uri: `${ISSUER}/status/1` } } } : {}), ...(random.chance(30) ? { cnf: { jwk: publicJwk } } : {}) })
  const shown = disclosures.filter(() => random.chance(95))
  if (random.chance(5)) shown.push(random.pick(disclosures))
  const text = `${signed(changed(random, { alg: 'EdDSA', typ: 'dc+sd-jwt', kid: 'nyckel' }, random.chance(85) ? 0 : 1), payload)}~${shown.map(one => `${one}~`).join('')}`
  return random.chance(75) ? text : `${text}${signed({ alg: 'EdDSA', typ: 'kb+jwt' }, changed(random, { iat: seconds, aud: 'a', nonce: 'n', sd_hash: createHash('sha256').update(text).digest('base64url') }))}`
}

function w3c(random: Random): string {
  const subject = { ...CLAIMS, id: 'did:example:1' }
  const type = ['VerifiableCredential', random.pick(names)]
  const list = { type: 'BitstringStatusListEntry', statusPurpose: random.pick(['revocation', 'suspension', 'message']), statusListIndex: random.pick(['1', 1, '-1', '99999999999']), statusListCredential: `${ISSUER}/list` }
  const status = random.chance(30) ? { credentialStatus: random.chance(50) ? list : [list, list] } : {}
  return random.chance(50)
    ? signed({ alg: 'EdDSA', typ: 'vc+jwt', kid: 'nyckel' }, changed(random, { type, issuer: { id: ISSUER }, validFrom: '2022-12-01T08:00:00Z', credentialSubject: subject, ...status }))
    : signed({ alg: 'EdDSA', typ: 'JWT', kid: 'nyckel' }, changed(random, { iss: ISSUER, nbf: seconds, vc: { type, issuanceDate: '2022-12-01T08:00:00Z', credentialSubject: subject, ...status } }))
}

function statusList(random: Random): string {
  const bits = Buffer.alloc(16 + random.below(64), random.below(256))
  return random.chance(50)
    ? signed({ alg: 'EdDSA', typ: 'statuslist+jwt', kid: 'nyckel' }, changed(random, { iss: ISSUER, sub: `${ISSUER}/status/1`, iat: seconds, ...(random.chance(30) ? { ttl: 43_200 } : {}), status_list: { bits: random.pick([1, 2, 4, 8, 3]), lst: deflateSync(bits).toString('base64url') } }))
    : signed({ alg: 'EdDSA', typ: 'vc+jwt', kid: 'nyckel' }, changed(random, { id: `${ISSUER}/list`, type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer: ISSUER, validFrom: '2023-01-01T00:00:00Z', credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: `u${gzipSync(bits).toString('base64url')}` } }))
}

type Shown = { what: 'credential' | 'list' | 'keys'; text: string }
/** What a person shows as proof, the lists of what has been taken back, and the keys that all of it is checked with. */
export const credentials: FuzzReader<Shown> = {
  name: 'intyg', cost: 1,
  make: random => {
    const what = random.pick(['credential', 'credential', 'credential', 'list', 'keys'] as const)
    const text = what === 'list' ? statusList(random) : what === 'keys' ? JSON.stringify(random.chance(50) ? { keys: some(random, 3, () => changed(random, publicJwk)) } : changed(random, publicJwk)) : random.chance(60) ? sdJwt(random) : w3c(random)
    return { what, text: random.chance(60) ? text : slipped(random, text, 2) }
  },
  read: async ({ what, text }) => {
    if (what === 'keys') return (await readKeys(text)) === null ? 'refused' : 'taken'
    if (what === 'list') {
      const found = readStatusList(text)
      if (found === null) return 'refused'
      const one = statusAt(found, 1)
      if (!Number.isFinite(found.staleAt) || (one !== undefined && !(one >= 0 && one < 2 ** found.bits))) throw new Error('a status list that says nothing')
      return 'taken'
    }
    const { outcome, hash, facts } = await checkCredential(text, question)
    if (hash.length !== 64 || (outcome !== 'valid' && facts.length > 0)) throw new Error('a credential that is refused and proves something')
    return outcome === 'valid' ? 'taken' : 'refused'
  },
}
