import { beforeAll, describe, expect, it } from 'vitest'
import { PROOF_OUTCOMES, type ProofOutcome } from '../../../shared/contract/proof.ts'
import { proofSentence, proofWord } from '../../../shared/text/proof.sv.ts'
import { withdrawIssuer } from '../../../electron/core/proof/issuers.ts'
import { application, numberOf, registerRow } from '../tables.ts'
import { bitstringEntry, type Claims, issuerWith, makeIssuer, makeKey, type TestIssuer, type TestKey, TYPES } from './issuer.ts'
import { openProofDesk, type ProofDesk } from './proof-desk.ts'

let issuer: TestIssuer
let holder: TestKey
beforeAll(async () => {
  issuer = await makeIssuer()
  holder = await makeKey()
})

const who = { personnummer: numberOf(1) }
const registered = { ...who, arbetssokande_status: 'Aktuell', inskrivningsdatum: '2022-06-01', sokandekategori_kod: '22' }
const desk = () => openProofDesk([application(1, { fornamn: 'Åsa', efternamn: 'Öberg-Ñandú' }), application(2)])
const trusted = async (): Promise<ProofDesk> => {
  const made = await desk()
  await made.trust(issuer)
  return made
}

async function outcome(made: ProofDesk, text: string): Promise<ProofOutcome> {
  const before = made.fact(1, 'registration.status')
  const report = await made.present(1, text)
  if (report.outcome === 'valid') expect(report.credential.facts).not.toEqual([])
  else {
    expect(made.fact(1, 'registration.status')).toEqual(before)
    expect(report.credential).toMatchObject({ facts: [], title: null, issuer: null })
    expect(made.context.store.read.value('SELECT count(*) FROM credential WHERE text IS NOT NULL')).toBe(0)
  }
  return report.outcome
}

describe('a credential in order', () => {
  it('says which facts hold, before the register, with issuer, date and check', async () => {
    const made = await openProofDesk([application(1)], [registerRow(1, { sokandekategori_kod: '14' })])
    await made.trust(issuer)
    expect(made.fact(1, 'registration.category')).toEqual({ display: '14', source: 'register' })
    const report = await made.present(1, await issuer.sdJwt({ claims: registered }))
    expect(report).toMatchObject({ outcome: 'valid', again: false, credential: { issuer: 'Provmyndigheten', title: 'Inskrivning hos Arbetsförmedlingen', issuedAt: '2022-12-01T08:00:00.000Z', checkedAt: made.clock.now, bound: false } })
    expect(made.fact(1, 'registration.category')).toEqual({ display: '22', source: 'credential' })
    expect(made.fact(1, 'registration.date')).toEqual({ display: '2022-06-01', source: 'credential' })
    await made.verify()
  })
  it.each(['ES256', 'ES384', 'ES512', 'EdDSA', 'PS256', 'RS256'])('is taken when it is signed with %s', async alg => {
    const made = await desk()
    const other = await makeIssuer(alg)
    await made.trust(other)
    expect(await outcome(made, await other.sdJwt({ claims: registered }))).toBe('valid')
  })
  it('is taken as W3C JWT of either data model, and broken over lines by a letter', async () => {
    const made = await trusted()
    const first = await issuer.w3c1('ArbetssokandeInskrivning', { id: 'did:example:123', ...registered })
    expect(await outcome(made, `  ${first.match(/.{1,70}/g)?.join('\r\n')}\n`)).toBe('valid')
    expect(await outcome(made, await issuer.w3c2('Uppehallstillstand', { ...who, uppehallstillstand: 'PUT', arbetsratt: true }))).toBe('valid')
    expect(made.fact(1, 'permit.kind')).toEqual({ display: 'permanent uppehållstillstånd', source: 'credential' })
  })
  it('is taken with the holder’s own signature, and shows it', async () => {
    const made = await trusted()
    const report = await made.present(1, await issuer.bind(await issuer.sdJwt({ claims: registered, holder }), holder))
    expect(report).toMatchObject({ outcome: 'valid', credential: { bound: true } })
  })
  it('is about the person also by name and birth date, however the name is accented', async () => {
    const made = await trusted()
    const born = `${numberOf(1).slice(0, 4)}-${numberOf(1).slice(4, 6)}-${numberOf(1).slice(6, 8)}`
    expect(await outcome(made, await issuer.sdJwt({ claims: { given_name: 'ÅSA', family_name: 'Öberg-Nandu', birthdate: born, arbetssokande_status: 'Registrerad' } }))).toBe('valid')
  })
  it('of a degree is itself the evidence', async () => {
    const made = await openProofDesk([application(1, { underlag_utbildning: 'cv', utbildningsniva_sun: '' })])
    await made.trust(issuer)
    expect((await made.present(1, await issuer.sdJwt({ claims: { ...who, utbildningsniva_sun: '547', utbildningsinriktning_sun: '521a' }, vct: TYPES.degree }))).outcome).toBe('valid')
    expect(made.fact(1, 'education.evidence').source).toBe('credential')
    expect(made.fact(1, 'education.level').source).toBe('credential')
  })
  it('shown again is the same one', async () => {
    const made = await trusted()
    const text = await issuer.sdJwt({ claims: registered })
    await made.present(1, text)
    expect(await made.present(1, text)).toMatchObject({ outcome: 'valid', again: true })
    expect(made.context.store.read.value('SELECT count(*) FROM credential')).toBe(1)
    await made.verify()
  })
})

const sub = (n: number) => ({ ...registered, personnummer: numberOf(n) })
const cases: [string, ProofOutcome, (made: ProofDesk) => Promise<string>][] = [
  ['whose time ended this second', 'expired', () => issuer.sdJwt({ claims: registered, exp: '2023-01-15T10:00:00Z' })],
  ['that ended by its W3C date', 'expired', () => issuer.w3c2('ArbetssokandeInskrivning', registered, { validUntil: '2023-01-15T10:59:59+01:00' })],
  ['that begins in a second', 'not-yet-valid', () => issuer.sdJwt({ claims: registered, nbf: '2023-01-15T10:00:01Z' })],
  ['issued in the future', 'not-yet-valid', () => issuer.sdJwt({ claims: registered, iat: '2023-01-15T10:00:01Z' })],
  ['that is revoked', 'revoked', async made => { await made.list(await issuer.statusList({ 7: 1 })); return issuer.sdJwt({ claims: registered, status: 7 }) }],
  ['that is suspended', 'suspended', async made => { await made.list(await issuer.statusList({ 7: 2 })); return issuer.sdJwt({ claims: registered, status: 7 }) }],
  ['with a status nobody knows', 'status-missing', async made => { await made.list(await issuer.statusList({ 7: 3 })); return issuer.sdJwt({ claims: registered, status: 7 }) }],
  ['beyond its list', 'status-missing', async made => { await made.list(await issuer.statusList({})); return issuer.sdJwt({ claims: registered, status: 5000 }) }],
  ['without its list', 'status-missing', () => issuer.sdJwt({ claims: registered, status: 1 })],
  ['with a status of a foreign kind', 'status-missing', () => issuer.sdJwt({ claims: registered, open: { status: { other: 1 } } })],
  ['with a list that has ended', 'status-stale', async made => { await made.list(await issuer.statusList({}, { exp: '2023-01-15T10:00:00Z' })); return issuer.sdJwt({ claims: registered, status: 1 }) }],
  ['with a list past its time to live', 'status-stale', async made => { await made.list(await issuer.statusList({}, { iat: '2023-01-14T10:00:00Z', ttl: 86_400 })); return issuer.sdJwt({ claims: registered, status: 1 }) }],
  ['with a list thirty days old', 'status-stale', async made => { await made.list(await issuer.statusList({}, { iat: '2022-12-16T10:00:00Z' })); return issuer.sdJwt({ claims: registered, status: 1 }) }],
  ['revoked in an old list', 'revoked', async made => { await made.list(await issuer.statusList({ 1: 1 }, { iat: '2022-01-01T10:00:00Z' })); return issuer.sdJwt({ claims: registered, status: 1 }) }],
  ['revoked in a bitstring', 'revoked', async made => { await made.list(await issuer.bitstring([94_567], 'revocation')); return issuer.w3c2('ArbetssokandeInskrivning', registered, { credentialStatus: bitstringEntry(94_567, 'revocation') }) }],
  ['suspended in one of two bitstrings', 'suspended', async made => {
    await made.list(await issuer.bitstring([], 'revocation'))
    await made.list(await issuer.bitstring([3], 'suspension'))
    return issuer.w3c1('ArbetssokandeInskrivning', registered, { vc: { '@context': [], type: ['VerifiableCredential', 'ArbetssokandeInskrivning'], issuanceDate: '2022-12-01T08:00:00Z', credentialSubject: registered, credentialStatus: [bitstringEntry(3, 'revocation'), bitstringEntry(3, 'suspension')] } })
  }],
  ['with a bitstring for another purpose', 'status-missing', async made => { await made.list(await issuer.bitstring([], 'suspension', { uri: 'https://utfardare.example/x' })); return issuer.w3c2('ArbetssokandeInskrivning', registered, { credentialStatus: bitstringEntry(3, 'revocation', 'https://utfardare.example/x') }) }],
  ['of somebody else', 'wrong-holder', () => issuer.sdJwt({ claims: sub(3) })],
  ['of somebody with the same name born another day', 'wrong-holder', () => issuer.sdJwt({ claims: { given_name: 'Åsa', family_name: 'Öberg-Ñandú', birthdate: '1990-01-03', arbetssokande_status: 'Aktuell' } })],
  ['of a number with another century', 'wrong-holder', () => issuer.sdJwt({ claims: { ...registered, personnummer: `18${numberOf(1).slice(2)}` } })],
  ['that shows no holder', 'holder-missing', () => issuer.sdJwt({ claims: { arbetssokande_status: 'Aktuell' } })],
  ['with a name and no birth date', 'holder-missing', () => issuer.sdJwt({ claims: { given_name: 'Åsa', family_name: 'Öberg-Ñandú', arbetssokande_status: 'Aktuell' } })],
  ['whose holder signed with another key', 'binding', async () => issuer.bind(await issuer.sdJwt({ claims: registered, holder }), await makeKey())],
  ['whose holder signed another credential', 'binding', async () => issuer.bind(await issuer.sdJwt({ claims: registered, holder }), holder, { sd_hash: 'x' })],
  ['whose holder will sign it tomorrow', 'binding', async () => issuer.bind(await issuer.sdJwt({ claims: registered, holder }), holder, { iat: 1_673_900_000 })],
  ['signed by a holder it does not name', 'binding', async () => issuer.bind(await issuer.sdJwt({ claims: registered }), holder)],
  ['of an issuer nobody trusts', 'issuer-unknown', async () => (await makeIssuer('ES256', { id: 'https://okand.example' })).sdJwt({ claims: registered })],
  ['of an issuer that may not say this', 'issuer-type', async made => { const other = await makeIssuer('ES256', { id: 'https://skola.example', name: 'Skolan' }); await made.trust(other, { types: ['examen'] }); return other.sdJwt({ claims: registered }) }],
  ['of an issuer that was withdrawn', 'issuer-withdrawn', async made => { const other = await makeIssuer('ES256', { id: 'https://skola.example', name: 'Skolan' }); const id = await made.trust(other); await withdrawIssuer(made.context, { id, reason: 'nyckeln är röjd' }); return other.sdJwt({ claims: registered }) }],
  ['issued before its issuer was trusted', 'issuer-period', () => issuer.sdJwt({ claims: registered, iat: '2021-12-31T23:59:59Z' })],
  ['of an issuer whose time has passed, without a date', 'issuer-period', async made => { const other = await makeIssuer('ES256', { id: 'https://skola.example', name: 'Skolan' }); await made.trust(other, { validTo: '2023-01-14' }); return other.sdJwt({ claims: registered, iat: null }) }],
  ['signed with a key that is not the issuer’s', 'key-unknown', async () => issuerWith(await makeKey()).sdJwt({ claims: registered })],
  ['signed with another key of the same name', 'altered', async () => issuerWith(await makeKey('ES256', issuer.key.kid)).sdJwt({ claims: registered })],
  ['with a disclosure of another credential', 'altered', async () => `${await issuer.sdJwt({ claims: registered })}${(await issuer.sdJwt({ claims: { sokandekategori_kod: '70' } })).split('~')[1]}~`],
  ['with the same disclosure twice', 'altered', async () => { const text = await issuer.sdJwt({ claims: registered }); return `${text}${text.split('~')[1]}~` }],
  ['without a signature', 'algorithm', async () => unsigned(await issuer.w3c2('ArbetssokandeInskrivning', registered), { alg: 'none', typ: 'vc+jwt' })],
  ['signed with a shared secret', 'algorithm', async () => unsigned(await issuer.w3c2('ArbetssokandeInskrivning', registered), { alg: 'HS256', typ: 'vc+jwt', kid: issuer.key.kid }, 'c2ln')],
  ['of an unknown kind', 'type-unknown', () => issuer.sdJwt({ claims: registered, vct: 'urn:example:bibliotekskort' })],
  ['that shows nothing of use', 'nothing-proven', () => issuer.sdJwt({ claims: who })],
  ['with a word the fact does not know', 'value-unreadable', () => issuer.sdJwt({ claims: { ...registered, arbetssokande_status: 'Kanske' } })],
  ['with a date that is none', 'value-unreadable', () => issuer.sdJwt({ claims: { ...registered, inskrivningsdatum: '2023-02-30' } })],
  ['with an object for a value', 'value-unreadable', () => issuer.sdJwt({ claims: { ...registered, sokandekategori_kod: { kod: '11' } } })],
]
const unsigned = (jws: string, header: Claims, signature = '') => `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${jws.split('.')[1]}.${signature}`

describe('a credential', () => {
  it.each(cases)('%s is told as %s and proves nothing', async (_says, expected, make) => {
    const made = await trusted()
    expect(await outcome(made, await make(made))).toBe(expected)
  })
  it('that lies in the case of somebody else is told, without whose', async () => {
    const born = '1990-01-02'
    const same = { fornamn: 'Åsa', efternamn: 'Öberg', fodelsedatum: born }
    const made = await openProofDesk([application(1, same), application(2, same)])
    await made.trust(issuer)
    const text = await issuer.sdJwt({ claims: { given_name: 'Åsa', family_name: 'Öberg', birthdate: born, arbetssokande_status: 'Aktuell' } })
    expect((await made.present(2, text)).outcome).toBe('valid')
    expect((await made.present(1, text)).outcome).toBe('replayed')
  })
  it.each([
    ['nothing', ''], ['words', 'detta är inget intyg'], ['a number', numberOf(1)], ['dots', '..'], ['tildes', '~~~'], ['one part too many', 'e30.e30.e30.e30'], ['no objects', 'W10.W10.W10'], ['a header without algorithm', 'e30.e30.e30'],
    ['half a letter', `${Buffer.from('{"alg":"ES256"}').toString('base64url')}.${Buffer.from([123, 34, 0xc3, 34, 58, 49, 125]).toString('base64url')}.AAAA`], ['very deep', `${Buffer.from('{"alg":"ES256"}').toString('base64url')}.${Buffer.from(`{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`).toString('base64url')}.AAAA`],
  ])('that is %s is told as malformed, and nothing of it is kept', async (_says, text) => {
    const made = await trusted()
    expect(await outcome(made, text)).toBe('malformed')
    expect(made.context.store.read.value('SELECT hash FROM credential')).toBe('')
    if (text.length > 10) expect(made.context.store.read.value('SELECT count(*) FROM journal WHERE instr(body, ?)', text)).toBe(text === numberOf(1) ? 1 : 0)
  })
  it('of a kind that is no credential is malformed', async () => {
    const made = await trusted()
    for (const text of [await issuer.statusList({}), await issuer.bitstring([], 'revocation'), await issuer.sdJwt({ claims: registered, typ: 'JWT' }), (await issuer.sdJwt({ claims: registered })).split('~')[0] ?? '', await issuer.w3c2('ArbetssokandeInskrivning', registered, { exp: 'i morgon' })]) {
      expect(['malformed', 'type-unknown']).toContain(await outcome(made, text))
    }
  })
  it('has a word and a sentence for each outcome', () => {
    for (const each of PROOF_OUTCOMES) {
      expect(proofWord[each]).toMatch(/^[A-ZÅÄÖ]/)
      expect(proofSentence[each]).toMatch(/^[A-ZÅÄÖ].*\.$/)
    }
    expect(new Set(Object.values(proofWord)).size).toBe(PROOF_OUTCOMES.length)
    const tested = new Set([...cases.map(([, each]) => each), 'valid', 'malformed', 'replayed'])
    expect(PROOF_OUTCOMES.filter(each => !tested.has(each))).toEqual([])
  })
})
