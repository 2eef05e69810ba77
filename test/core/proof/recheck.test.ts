import { beforeAll, describe, expect, it } from 'vitest'
import { applicationById } from '../../../electron/core/cases/cases.ts'
import { joinPersons, partPersons } from '../../../electron/core/persons/work.ts'
import { changeIssuer, describeKeys, listIssuers, readIssuerFile, withdrawIssuer } from '../../../electron/core/proof/issuers.ts'
import { recheck } from '../../../electron/core/proof/recheck.ts'
import { presentFile, proofOfCase, withdrawCredential } from '../../../electron/core/proof/work.ts'
import { caseView } from '../../../electron/core/screening/case-view.ts'
import { establishLight } from '../../../electron/core/screening/work.ts'
import { exportJWK, generateKeyPair } from 'jose'
import { eventsOf } from '../events.ts'
import { application, numberOf, permitRow, registerRow } from '../tables.ts'
import { issuerWith, makeIssuer, makeKey, STATUS_URI, type TestIssuer } from './issuer.ts'
import { openProofDesk, type ProofDesk } from './proof-desk.ts'

let issuer: TestIssuer
beforeAll(async () => { issuer = await makeIssuer() })
const claims = { personnummer: numberOf(1), sokandekategori_kod: '11' }
const version = (desk: ProofDesk) => applicationById(desk.context.store.read, 1).version

/** A person whom the register has in a red category, and a credential makes green. */
async function proven(): Promise<ProofDesk> {
  const desk = await openProofDesk([application(1)], [registerRow(1, { sokandekategori_kod: '14' })], [permitRow(1)])
  await desk.trust(issuer)
  await desk.list(await issuer.statusList({}))
  expect(caseView(desk.context.store, 1).proposed).toBe('red')
  expect((await desk.present(1, await issuer.sdJwt({ claims, status: 3 }))).outcome).toBe('valid')
  expect(caseView(desk.context.store, 1).proposed).toBe('green')
  return desk
}

describe('a credential that was valid', () => {
  it('is taken back with its facts when it is revoked, and its established case is marked', async () => {
    const desk = await proven()
    establishLight(desk.context, { id: 1, version: version(desk) })
    desk.clock.now = '2023-01-20T08:00:00.000Z'
    const imported = await desk.list(await issuer.statusList({ 3: 1 }, { iat: '2023-01-19T00:00:00Z' }))
    expect(imported).toMatchObject({ known: false, issuer: 'Provmyndigheten', recheck: { checked: 1, changed: [{ caseId: 1, applicationId: 'JS-2023-1-00001', before: 'valid', after: 'revoked', lightBefore: 'green', lightAfter: 'red', established: true, decided: false }] } })
    expect(desk.fact(1, 'registration.category')).toEqual({ display: '14', source: 'register' })
    expect(caseView(desk.context.store, 1)).toMatchObject({ proposed: 'red', changedSinceEstablished: true })
    expect(proofOfCase(desk.context, { id: 1 })).toMatchObject([{ outcome: 'revoked', checkedAt: desk.clock.now }])
    expect(eventsOf(desk.context, 1).map(entry => entry.text)).toContain('Ett intyg kontrollerades på nytt: återkallat.')
    await desk.verify()
  })
  it('gives its facts again when a suspension is lifted', async () => {
    const desk = await proven()
    await desk.list(await issuer.statusList({ 3: 2 }, { iat: '2023-01-10T00:00:00Z' }))
    expect(desk.fact(1, 'registration.category').source).toBe('register')
    await desk.list(await issuer.statusList({}, { iat: '2023-01-11T00:00:00Z' }))
    expect(desk.fact(1, 'registration.category')).toEqual({ display: '11', source: 'credential' })
    await desk.verify()
  })
  it('ends with its list, with its own time, and with its issuer', async () => {
    const desk = await proven()
    desk.clock.now = '2023-03-01T00:00:00.000Z'
    expect((await recheck(desk.context)).changed).toMatchObject([{ after: 'status-stale' }])
    await desk.list(await issuer.statusList({}, { iat: '2023-02-28T00:00:00Z' }))
    expect(desk.fact(1, 'registration.category').source).toBe('credential')
    const report = await withdrawIssuer(desk.context, { id: 1, reason: 'nyckeln är röjd' })
    expect(report.changed).toMatchObject([{ after: 'issuer-withdrawn', lightAfter: 'red' }])
    const [view] = (await listIssuers(desk.context)).issuers
    expect(view).toMatchObject({ inUse: 0, withdrawn: { reason: 'nyckeln är röjd', by: 'Test Testsson' } })
    const again = await changeIssuer(desk.context, { id: 1, name: 'Provmyndigheten', issuer: issuer.id, keyText: JSON.stringify(issuer.jwks), types: ['af-inskrivning'], validFrom: '2022-01-01', validTo: null, note: 'Ny kontroll' })
    expect(again.changed).toMatchObject([{ before: 'issuer-withdrawn', after: 'valid' }])
    const other = await makeKey()
    expect((await changeIssuer(desk.context, { id: 1, name: 'Provmyndigheten', issuer: issuer.id, keyText: JSON.stringify({ keys: [other.publicJwk] }), types: ['af-inskrivning'], validFrom: '2022-01-01', validTo: null, note: '' })).changed).toMatchObject([{ after: 'key-unknown' }])
    await desk.verify()
  })
  it('leaves a caseworker’s correction alone, which stands higher', async () => {
    const desk = await proven()
    desk.context.store.write.transaction(() => desk.context.store.record({ kind: 'fact.corrected', application: 1, body: JSON.stringify({ fact: 'registration.category', value: '70', origin: 'register', reason: 'kontrollerat' }) }))
    expect(desk.fact(1, 'registration.category')).toEqual({ display: '70', source: 'caseworker' })
  })
  it('gives way to one issued later, and holds again when that is taken back', async () => {
    const desk = await proven()
    const later = await desk.present(1, await issuer.sdJwt({ claims: { ...claims, sokandekategori_kod: '22' }, iat: '2023-01-02T00:00:00Z' }))
    expect(desk.fact(1, 'registration.category').display).toBe('22')
    const earlier = await desk.present(1, await issuer.sdJwt({ claims: { ...claims, sokandekategori_kod: '68' }, iat: '2022-02-02T00:00:00Z' }))
    expect(earlier.outcome).toBe('valid')
    expect(desk.fact(1, 'registration.category').display).toBe('22')
    withdrawCredential(desk.context, { credentialId: later.credential.id, version: version(desk), reason: 'fel dag' })
    expect(desk.fact(1, 'registration.category').display).toBe('11')
    expect(() => withdrawCredential(desk.context, { credentialId: later.credential.id, version: version(desk), reason: 'igen' })).toThrow('credential-missing')
    expect(() => withdrawCredential(desk.context, { credentialId: earlier.credential.id, version: version(desk), reason: '' })).toThrow('reason-missing')
    await desk.verify()
  })
  it('is left as it was when the recheck is cancelled', async () => {
    const desk = await proven()
    desk.clock.now = '2023-03-01T00:00:00.000Z'
    const before = desk.context.store.read.value('SELECT count(*) FROM journal')
    const stop = new AbortController()
    stop.abort()
    await expect(recheck({ ...desk.context, signal: stop.signal })).rejects.toThrow('cancelled')
    expect(desk.context.store.read.value('SELECT count(*) FROM journal')).toBe(before)
  })
  it('is nothing for a case that somebody has changed meanwhile, or has decided', async () => {
    const desk = await proven()
    const path = desk.put('intyg.jwt', await issuer.sdJwt({ claims }))
    await expect(presentFile(desk.context, { id: 1, version: 1, path })).rejects.toThrow('case-changed')
    desk.context.store.write.run('UPDATE application SET decided = 1 WHERE id = 1')
    await expect(presentFile(desk.context, { id: 1, version: version(desk), path })).rejects.toThrow('case-decided')
  })
})

describe('status lists', () => {
  const refused: [string, string, (desk: ProofDesk) => Promise<string>][] = [
    ['words', 'status-list-broken', async () => 'ingen lista'],
    ['a credential', 'status-list-broken', () => issuer.sdJwt({ claims })],
    ['one of an issuer nobody trusts', 'status-list-issuer', async () => (await makeIssuer('ES256', { id: 'https://okand.example' })).statusList({})],
    ['one under another key', 'status-list-signature', async () => issuerWith(await makeKey()).statusList({})],
    ['one with a byte changed', 'status-list-signature', async () => { const [head, , signature] = (await issuer.statusList({})).split('.'); return [head, (await issuer.statusList({ 3: 1 })).split('.')[1], signature].join('.') }],
    ['one from tomorrow', 'status-list-future', () => issuer.statusList({}, { iat: '2023-01-16T00:00:00Z' })],
    ['one older than what is there', 'status-list-older', () => issuer.statusList({}, { iat: '2022-12-31T23:59:59Z' })],
  ]
  it.each(refused)('%s is refused (%s) and nothing is stored', async (_says, code, make) => {
    const desk = await proven()
    const before = desk.context.store.read.value('SELECT count(*) FROM journal')
    await expect(desk.list(await make(desk))).rejects.toThrow(code)
    expect(desk.context.store.read.value('SELECT count(*) FROM journal')).toBe(before)
  })
  it('the same one twice changes nothing', async () => {
    const desk = await proven()
    const text = await issuer.statusList({ 9: 1 }, { iat: '2023-01-05T00:00:00Z' })
    expect((await desk.list(text)).known).toBe(false)
    expect(await desk.list(text)).toMatchObject({ known: true, recheck: { changed: [] } })
    expect(desk.context.store.read.value('SELECT count(*) FROM status_list_token')).toBe(1)
    await desk.verify()
  })
  it('one whose stored token was altered is found by the check of the journal', async () => {
    const desk = await proven()
    desk.context.store.write.run(`UPDATE status_list_token SET token = token || 'A'`)
    await expect(desk.verify()).rejects.toThrow('journal-broken')
  })
  it('says when it is too old, at the edge of its time', async () => {
    const desk = await proven()
    const list = async () => (await listIssuers(desk.context)).issuers[0]?.lists[0]
    expect(await list()).toMatchObject({ uri: STATUS_URI, issuedAt: '2023-01-01T00:00:00.000Z', staleAt: '2023-01-31T00:00:00.000Z', stale: false })
    desk.clock.now = '2023-01-30T23:59:59.999Z'
    expect((await recheck(desk.context)).changed).toEqual([])
    desk.clock.now = '2023-01-31T00:00:00.000Z'
    expect((await recheck(desk.context)).changed).toMatchObject([{ after: 'status-stale' }])
    expect(await list()).toMatchObject({ stale: true })
  })
})

describe('issuers', () => {
  it('are read from their metadata or from bare keys, with fingerprints to compare', async () => {
    const desk = await openProofDesk([application(1)])
    const draft = await readIssuerFile(desk.context, { path: desk.put('u.json', issuer.metadata(['af-inskrivning', 'okant'], { note: 'hämtad 2023-01-02' })) })
    expect(draft).toMatchObject({ name: 'Provmyndigheten', issuer: issuer.id, types: ['af-inskrivning'], validFrom: '2022-01-01', validTo: '', keys: [{ kid: issuer.key.kid, kind: 'EC P-256' }] })
    expect(draft.keys[0]?.fingerprint).toMatch(/^(?:[0-9A-F]{4} ){15}[0-9A-F]{4}$/)
    expect(await readIssuerFile(desk.context, { path: desk.put('k.json', JSON.stringify(issuer.jwks)) })).toMatchObject({ name: '', issuer: '', keys: draft.keys })
    expect((await describeKeys({ keyText: draft.keyText })).keys).toEqual(draft.keys)
  })
  it('are refused with a private key, a secret, a key for secrecy or no key', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    for (const key of [await exportJWK(privateKey), { kty: 'oct', k: 'AAAA' }, { ...issuer.key.publicJwk, use: 'enc' }, { ...issuer.key.publicJwk, alg: 'HS256' }, { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }]) {
      await expect(describeKeys({ keyText: JSON.stringify({ keys: [key] }) })).rejects.toThrow('issuer-keys')
    }
    for (const text of ['', '{', '[]', '{"keys":[]}', 'null']) await expect(describeKeys({ keyText: text })).rejects.toThrow('issuer-keys')
  })
  it('have one identifier each, and days in order', async () => {
    const desk = await openProofDesk([application(1)])
    await desk.trust(issuer)
    await expect(desk.trust(issuer)).rejects.toThrow('issuer-exists')
    await expect(desk.trust(await makeIssuer('ES256', { id: 'https://b.example' }), { validTo: '2021-12-31' })).rejects.toThrow('issuer-dates')
    await expect(desk.trust(await makeIssuer('ES256', { id: 'https://b.example' }), { types: ['okant'] })).rejects.toThrow('input-invalid')
    await expect(withdrawIssuer(desk.context, { id: 99, reason: 'x' })).rejects.toThrow('issuer-missing')
    await desk.verify()
  })
  it.each([['no JSON', 'hej'], ['a list', '[1]'], ['not UTF-8', '\ud800'], ['a name that is a number', '{"name":1,"keys":[]}']])('in a file that is %s are refused', async (_says, text) => {
    const desk = await openProofDesk([application(1)])
    await expect(readIssuerFile(desk.context, { path: desk.put('u.json', text) })).rejects.toThrow(/issuer-file|issuer-keys/)
  })
})

it('a credential on a coordination number holds for the personnummer it was joined with, and no longer once that is taken back', async () => {
  const desk = await openProofDesk([application(1), application(2)])
  await desk.trust(issuer)
  const text = await issuer.sdJwt({ claims: { ...claims, personnummer: numberOf(2) } })
  expect((await desk.present(1, text)).outcome).toBe('wrong-holder')
  joinPersons(desk.context, { id: 1, other: 2, reason: 'samma pass' })
  expect((await desk.present(1, text)).outcome).toBe('valid')
  expect((await desk.present(2, text)).outcome).toBe('valid')
  partPersons(desk.context, { id: 1, other: 2, reason: 'det var två' })
  expect((await recheck(desk.context)).changed).toMatchObject([{ caseId: 1, after: 'replayed' }])
  expect(desk.fact(1, 'registration.category').source).not.toBe('credential')
  expect(desk.fact(2, 'registration.category').source).toBe('credential')
  await desk.verify()
})

it('credentials of a protected person are shown for a reason only', async () => {
  const desk = await openProofDesk([application(1)], [registerRow(1, { skyddade_uppgifter: 'ja' })])
  expect(() => proofOfCase(desk.context, { id: 1 })).toThrow('case-protected')
  expect(proofOfCase(desk.context, { id: 1, reason: 'handläggning' })).toEqual([])
})
