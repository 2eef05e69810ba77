import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkCredential } from '../../../electron/core/proof/check.ts'
import { questionOf } from '../../../electron/core/proof/credential-rows.ts'
import { application, numberOf } from '../tables.ts'
import { makeIssuer, makeKey } from './issuer.ts'
import { openProofDesk, type ProofDesk } from './proof-desk.ts'

const registered = { personnummer: numberOf(1), arbetssokande_status: 'Aktuell', inskrivningsdatum: '2022-06-01', sokandekategori_kod: '22' }
const valid: string[] = []
let made: ProofDesk
const ask = (text: string) => checkCredential(text, questionOf(made.context.store.read, 1, made.clock.now))

/** Every text that is not the one that was handed over, however it came about. */
describe('no altered byte of a valid credential is ever accepted', () => {
  beforeAll(async () => {
    const holder = await makeKey()
    const elliptic = await makeIssuer()
    const edwards = await makeIssuer('EdDSA', { id: 'https://annan.example', name: 'Annan' })
    valid.push(
      await elliptic.sdJwt({ claims: registered, exp: '2030-01-01T00:00:00Z' }), await elliptic.bind(await elliptic.sdJwt({ claims: registered, holder }), holder),
      await elliptic.w3c1('ArbetssokandeInskrivning', registered), await edwards.w3c2('ArbetssokandeInskrivning', registered), await edwards.sdJwt({ claims: { sokandekategori_kod: '22' }, open: { personnummer: numberOf(1) } }),
    )
    issuers.push(elliptic, edwards)
  })
  const issuers: Awaited<ReturnType<typeof makeIssuer>>[] = []
  const open = async () => {
    made = await openProofDesk([application(1)])
    for (const issuer of issuers) await made.trust(issuer)
    for (const text of valid) expect((await ask(text)).outcome).toBe('valid')
  }

  it('with any byte in the place of any other', async () => {
    await open()
    await fc.assert(fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 255 }), async (which, at, byte) => {
      const text = valid[which % valid.length] ?? ''
      const place = at % text.length
      const altered = `${text.slice(0, place)}${String.fromCharCode(byte)}${text.slice(place + 1)}`
      fc.pre(altered !== text)
      expect((await ask(altered)).outcome).not.toBe('valid')
    }), { numRuns: 1500, seed: 20261122 })
  })
  it('with each of its last characters, where a signature has bits to spare', async () => {
    await open()
    for (const text of valid) {
      for (let from = text.length - 3; from < text.length; from++) {
        for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/~. \n') {
          if (letter === text[from]) continue
          expect((await ask(`${text.slice(0, from)}${letter}${text.slice(from + 1)}`)).outcome, `${from} ${letter}`).not.toBe('valid')
        }
      }
      const middle = text.split('~')[0] ?? ''
      for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
        if (middle.endsWith(letter)) continue
        expect((await ask(`${middle.slice(0, -1)}${letter}${text.slice(middle.length)}`)).outcome, letter).not.toBe('valid')
      }
    }
  })
  it('cut short, put together or with something put in', async () => {
    await open()
    await fc.assert(fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(), fc.constantFrom('~', '.', 'A', '~A', '~W10~', 'e30', '\u0000', '%41', 'é'), async (which, at, length, put) => {
      const text = valid[which % valid.length] ?? ''
      const place = at % (text.length + 1)
      const inserted = `${text.slice(0, place)}${put}${text.slice(place)}`
      expect((await ask(inserted)).outcome).not.toBe('valid')
      // What may be left out is what the holder may choose not to show: whole disclosures, and the holder's own signature.
      const cut = `${text.slice(0, place)}${text.slice(place + 1 + (length % 40))}`
      const parts = new Set(text.split('~'))
      fc.pre(!cut.split('~').every(part => parts.has(part)))
      expect((await ask(cut)).outcome).not.toBe('valid')
    }), { numRuns: 800, seed: 20261122 })
  })
  it('with another header or other claims under the same signature', async () => {
    await open()
    for (const text of valid) {
      const [jws = '', ...shown] = text.split('~')
      const [head = '', body = '', signature = ''] = jws.split('.')
      const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
      const write = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')
      const again = (header: unknown, claims: unknown) => [`${write(header)}.${write(claims)}.${signature}`, ...shown].join('~')
      for (const alg of ['none', 'HS256', 'ES384', 'ed25519', 'ES256', 'EdDSA', 'RS256', ''].filter(each => each !== read(head)['alg'])) expect((await ask(again({ ...read(head), alg }, read(body)))).outcome).not.toBe('valid')
      expect((await ask(again({ ...read(head), crit: ['x'], x: 1 }, read(body)))).outcome).not.toBe('valid')
      expect((await ask(again({ ...read(head), jwk: {} }, read(body)))).outcome).not.toBe('valid')
      expect((await ask(again(read(head), { ...read(body), exp: 4_000_000_000 }))).outcome).not.toBe('valid')
      expect((await ask(again(read(head), { ...read(body), personnummer: numberOf(2) }))).outcome).not.toBe('valid')
    }
  })
})
