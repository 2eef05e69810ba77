import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { call } from '../../electron/cli/store.ts'
import { createCore } from '../../electron/core/core.ts'
import { makeIssuer } from '../core/proof/issuer.ts'
import { application, idOf, numberOf, portal, register, registerRow } from '../core/tables.ts'
import { run } from './run.ts'

type Check = { file: string; outcome: string | null; sentence: string; issuer?: string; title?: string; fault?: string; facts?: { fact: string; label: string; display?: string }[] }
type Told = { application: string; intake: string; kept: boolean; checks: Check[] }
const passphrase = 'fyra ord räcker länge'
const claims = { personnummer: numberOf(1), arbetssokande_status: 'Aktuell', inskrivningsdatum: '2022-06-01', sokandekategori_kod: '22' }
const issuer = await makeIssuer()
let folder = ''
let store = ''
const put = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const check = (files: string[], more: Record<string, string | true> = {}, before: string[] = []) =>
  run([...before, 'proof', 'check', ...Object.entries<string | true>({ store, application: idOf(1), ...more }).flatMap(([name, value]) => (value === true ? [`--${name}`] : [`--${name}`, value])), ...files], passphrase)
/** What the store holds of the case, asked for by another core. */
async function ofStore<T>(ask: (core: ReturnType<typeof createCore>, context: { signal: AbortSignal; progress: () => void }) => Promise<T>): Promise<T> {
  const core = createCore({ role: 'single', folder: store, assets: '' })
  const context = { signal: new AbortController().signal, progress: () => undefined }
  try {
    await call(core, 'store.unlock', { profile: 'work', passphrase }, context)
    return await ask(core, context)
  } finally {
    core.close()
  }
}
const credentials = () => ofStore(async (core, context) => (await call(core, 'proof.ofCase', { id: 1 }, context)).map(each => each.outcome))

afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sprangbrada-proof-'))
  store = join(folder, 'lager')
  const files = ['--applications', put('a.csv', portal([application(1), application(2)])), '--register', put('r.csv', register([registerRow(1), registerRow(2, { skyddade_uppgifter: 'ja' })]))]
  expect((await run(['screen', '--programme', 'jobbspranget', '--intake', '2023-1', ...files, '--out', join(folder, 'ut'), '--store', store], passphrase)).code).toBe(0)
  await ofStore((core, context) => call(core, 'proof.addIssuer', { name: issuer.name, issuer: issuer.id, keyText: JSON.stringify(issuer.jwks), types: ['af-inskrivning'], validFrom: '2022-01-01', validTo: null, note: '' }, context))
})

it('tells what a credential proves, without its values unless asked, and keeps nothing', async () => {
  const file = put('greta-gren.jwt', await issuer.sdJwt({ claims }))
  const ran = await check([file])
  expect(ran.err).toMatch(/^Fil 1: Giltigt\. Intyget är äkta, gäller och avser personen i ärendet\. Inget är sparat/)
  expect(ran).toMatchObject({ code: 0, left: [] })
  const told = JSON.parse(ran.out) as Told
  expect(told).toMatchObject({ application: idOf(1), intake: '2023-1', kept: false, checks: [{ outcome: 'valid', issuer: 'Provmyndigheten' }] })
  expect(told.checks[0]?.facts?.map(each => each.fact)).toContain('registration.category')
  expect(ran.out).not.toContain('2022-06-01')
  expect(JSON.parse((await check([file], { values: true })).out)).toMatchObject({ checks: [{ facts: expect.arrayContaining([{ fact: 'registration.date', label: 'inskrivningsdatum', display: '2022-06-01' }]) as unknown }] })
  expect(await credentials()).toEqual([])
})

it('says no word of any person on the error stream, whatever the files are called and hold', async () => {
  const files = [
    put('greta gren 19850101.jwt', await issuer.sdJwt({ claims: { ...claims, personnummer: numberOf(3) } })), put('trasig greta.jwt', 'inget intyg'), join(folder, 'greta finns inte.jwt'),
    put('fel nyckel.jwt', await (await makeIssuer('EdDSA', { id: 'https://annan.example', name: 'Annan' })).sdJwt({ claims })),
  ]
  const ran = await check(files)
  expect(ran.code).toBe(1)
  expect((JSON.parse(ran.out) as Told).checks.map(each => each.outcome)).toEqual(['wrong-holder', 'malformed', null, 'issuer-unknown'])
  expect(ran.err.trimEnd().split('\n').map(line => line.slice(0, 18))).toEqual(['Fil 1: Fel person.', 'Fil 2: Går inte at', 'Fil 3: Filen kunde', 'Fil 4: Okänd utfär'])
  expect(ran.err).not.toMatch(new RegExp(`greta|19850101|${idOf(1)}|${numberOf(1)}|${numberOf(3)}`, 'i'))
})

it('is told in English when asked, with the same outcome', async () => {
  const file = put('intyg.jwt', await issuer.sdJwt({ claims, exp: '2023-01-01T00:00:00Z' }))
  const [swedish, english] = [await check([file]), await check([file], {}, ['--language', 'en'])]
  expect(english.err).toMatch(/^File 1: /)
  const [one, other] = [JSON.parse(swedish.out) as Told, JSON.parse(english.out) as Told]
  expect([one, other].map(each => each.checks[0]?.outcome)).toEqual(['expired', 'expired'])
  expect(other.checks[0]?.sentence).not.toBe(one.checks[0]?.sentence)
  expect(other.checks[0]?.sentence).not.toMatch(/[åäö]/)
})

it('puts the credential into the case when asked, as the window does', async () => {
  const file = put('behåll.jwt', await issuer.sdJwt({ claims }))
  const ran = await check([file, put('också.jwt', await issuer.w3c1('ArbetssokandeInskrivning', claims))], { keep: true })
  expect(ran.err).toMatch(/^Fil 1: Giltigt\. Intyget är äkta och gäller\. Uppgifterna i det gäller nu före register/)
  expect(ran.code).toBe(0)
  expect(await credentials()).toEqual(['valid', 'valid'])
})

it('opens a protected person with a reason only, which the journal keeps', async () => {
  const file = put('skyddad.jwt', await issuer.sdJwt({ claims: { ...claims, personnummer: numberOf(2) } }))
  const refused = await check([file], { application: idOf(2) })
  expect(refused).toMatchObject({ code: 1, out: '', err: 'Personen har skyddade personuppgifter. Ange varför du behöver öppna ärendet; skälet skrivs i journalen.\n' })
  expect((await check([file], { application: idOf(2), reason: 'Den sökande ringde om sitt intyg' })).code).toBe(0)
  const read = await ofStore(async (core, context) => (await call(core, 'timeline.ofCase', { id: 2, reason: 'Kontroll', kinds: ['reads'], order: 'newest', limit: 10 }, context)).events.map(each => each.text))
  expect(read.join(' ')).toContain('Den sökande ringde om sitt intyg')
})

it.each([
  [['proof'], 2, /ska det stå check/], [['proof', 'lägg'], 2, /”proof lägg” finns inte/], [['proof', 'check', '--store', 'x'], 2, /--application saknas/],
  [['proof', 'check', '--store', '/finns/inte', '--application', 'x', 'fil'], 1, /inget lager/], [['proof', 'check', '--nät'], 2, /proof check tar filer/],
] as const)('%j ends with %i', async (args, code, says) => {
  const ran = await run(args, passphrase)
  expect(ran.code).toBe(code)
  expect(ran.err).toMatch(says)
})

it('does not find an application that is not there, and does not repeat what was asked', async () => {
  const ran = await check([put('x.jwt', 'x')], { application: 'JS-hemlig' })
  expect(ran).toMatchObject({ code: 1, out: '' })
  expect(ran.err).not.toContain('hemlig')
})
