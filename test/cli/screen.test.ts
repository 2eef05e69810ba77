import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extractCsv, portalCsv } from '../../build/sample/csv.ts'
import { INTAKES, sampleIntake } from '../../build/sample/intake.ts'
import { testFolder } from '../core/store-fixture.ts'
import { application, idOf, permitRow, permits, portal, register, registerRow } from '../core/tables.ts'
import { type Ran, run } from './run.ts'

const passphrase = 'fyra ord räcker länge'

function ended({ code, err }: Ran, wanted: number, says: RegExp): void {
  expect(code).toBe(wanted)
  expect(err).toMatch(says)
}

function desk() {
  const folder = testFolder()
  const put = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const out = join(folder, 'ut')
  const applications = put('a.csv', portal([application(2), application(1), application(3, { samtycke: 'nej' }), application(4, { personnummer: '' }), application(2)]))
  const args = (more: Record<string, string> = {}) => ['screen', ...Object.entries({ programme: 'jobbspranget', intake: '2023-1', applications, out, ...more }).flatMap(([k, v]) => (v === '' ? [] : [`--${k}`, v]))]
  return { folder, put, out, args, text: (name: string) => readFileSync(join(out, name), 'utf8') }
}

describe('screen', () => {
  it('writes exactly three files as they are specified, and leaves no store behind', async () => {
    const d = desk()
    const ran = await run(d.args({ register: d.put('r.csv', register([registerRow(1, { skyddade_uppgifter: 'ja' }), registerRow(2, { arbetssokande_status: 'Avaktualiserad', sokandekategori_kod: '99' })])), permits: d.put('m.csv', permits([permitRow(1), permitRow(2)])) }))
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(readdirSync(d.out).sort()).toEqual(['refused.csv', 'screening.csv', 'summary.json'])
    expect(d.text('screening.csv')).toBe(`\ufeffansoknings_id;farg;regler\r\n${idOf(1)};gron; skyddad\r\n${idOf(2)};rod;JO-03:rod JO-04:orange\r\n`)
    expect(d.text('refused.csv')).toBe(`\ufeffrad;ansoknings_id;orsak\r\n4;${idOf(3)};inget samtycke\r\n5;${idOf(4)};personnummer saknas\r\n`)
    const summary = JSON.parse(d.text('summary.json')) as Record<string, number>
    expect(Object.keys(summary)).toEqual(['rows', 'accepted', 'changed', 'refused', 'duplicates', 'warnings', 'green', 'orange', 'red', 'seconds', 'rowsPerSecond'])
    expect(summary).toMatchObject({ rows: 5, accepted: 2, changed: 0, refused: 2, duplicates: 1, warnings: 0, green: 1, orange: 0, red: 1 })
    expect(summary['seconds']).toBeGreaterThan(0)
    expect(JSON.parse(ran.out)).toEqual(summary)
    expect(ran.left).toEqual([])
  })
  it('gives what the answer key says', async () => {
    const d = desk()
    const sample = sampleIntake({ ...INTAKES['2023-2'], size: 300, edges: true })
    const bytes = (pieces: Iterable<Uint8Array>) => Buffer.concat([...pieces])
    const { code } = await run(d.args({ intake: '2023-2', applications: d.put('p.csv', bytes(portalCsv(sample.applications))), register: d.put('r.csv', bytes(extractCsv(sample.register))), permits: d.put('m.csv', bytes(extractCsv(sample.permits))) }))
    expect(code).toBe(0)
    const wanted = sample.key.filter(k => k.colour !== 'avvisas' && k.colour !== 'dubblett').map(k => `${k.applicationId};${k.colour};${k.rules}`).sort()
    expect(d.text('screening.csv').replace('\ufeff', '').trimEnd().split('\r\n').slice(1)).toEqual(wanted)
  })
  it.each([
    ['no applications file', { applications: '/finns/inte.csv' }, /inte\.csv” finns inte längre/],
    ['a broken file', { applications: 'BROKEN' }, /citattecken som aldrig avslutas; det börjar i post 2/],
    ['a broken extract beside good applications', { register: 'BROKEN' }, /citattecken|har ingen kolumn|citat/],
  ])('ends with 1 and a sentence: %s', async (_name, options, says) => {
    const d = desk()
    const broken = d.put('trasig.csv', 'personnummer' in options ? '' : portal([application(1)]).replace(';Provgatan', ';"Provgatan'))
    const brokenRegister = d.put('trasigt-register.csv', register([registerRow(1)]).replace(';Aktuell', ';"Aktuell'))
    const chosen = Object.fromEntries(Object.entries(options).map(([k, v]) => [k, v === 'BROKEN' ? (k === 'register' ? brokenRegister : broken) : v]))
    const ran = await run(d.args(chosen))
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(says)
    expect(ran.err).not.toMatch(/undefined|Error|at .*\.ts/)
    expect(ran.left).toEqual([])
  })
  it('ends with 1 when no row could be taken in, and tells why in refused.csv', async () => {
    const d = desk()
    const ran = await run(d.args({ applications: d.put('nej.csv', portal([application(1, { samtycke: 'nej' })])) }))
    expect(ran).toMatchObject({ code: 1, err: 'Ingen rad kunde läsas in.\n' })
    expect(d.text('refused.csv')).toContain('inget samtycke')
    expect(JSON.parse(d.text('summary.json'))).toMatchObject({ rows: 1, accepted: 0, refused: 1 })
  })
  it('ends with 1 when the results cannot be written', async () => {
    const d = desk()
    const file = d.put('fil', 'x')
    ended(await run(d.args({ out: join(file, 'ut') })), 1, /kunde inte skrivas/)
    mkdirSync(join(d.out, 'screening.csv'), { recursive: true })
    const ran = await run(d.args())
    ended(ran, 1, /screening\.csv” kunde inte skrivas/)
    expect(ran.left).toEqual([])
  })
  it('keeps what would run in a spreadsheet as text', async () => {
    const d = desk()
    await run(d.args({ applications: d.put('f.csv', portal([application(1), application(2, { ansoknings_id: '=1+1', samtycke: 'nej' }), application(3, { ansoknings_id: '"a;b', samtycke: 'nej' })])) }))
    expect(d.text('refused.csv')).toContain(`\r\n3;'=1+1;inget samtycke\r\n4;"""a;b";inget samtycke\r\n`)
  })
})

describe('an intake that the program does not know', () => {
  const dates = { 'evaluation-date': '2025-01-20', 'place-start': '2025-03-03', 'place-end': '2025-07-02' }
  const of2025 = (d: ReturnType<typeof desk>) => d.put('n.csv', portal([application(1, { intag: '2025-1' })]))
  it('needs its three dates', async () => {
    const d = desk()
    for (const some of [{}, { 'evaluation-date': '2025-01-20' }, { 'evaluation-date': '2025-01-20', 'place-start': '2025-03-03' }]) {
      const ran = await run(d.args({ intake: '2025-1', applications: of2025(d), ...some }))
      expect(ran.code).toBe(2)
      expect(ran.err).toMatch(/Intaget ”2025-1” är inte känt. Ange --evaluation-date, --place-start och --place-end/)
    }
    expect((await run(d.args({ intake: '2025-1', applications: of2025(d), ...dates }))).code).toBe(0)
  })
  it('with dates that do not fit together is refused', async () => {
    const d = desk()
    ended(await run(d.args({ intake: '2025-1', applications: of2025(d), ...dates, 'place-end': '2025-01-01' })), 1, /Datumen går inte ihop/)
    ended(await run(d.args({ intake: '2021-1', applications: of2025(d), 'evaluation-date': '2021-01-20', 'place-start': '2021-03-03', 'place-end': '2021-07-02' })), 1, /inga regler som gäller 2021-01-20/)
  })
  it('with a date that is none is wrong usage', async () => {
    const d = desk()
    ended(await run(d.args({ intake: '2025-1', ...dates, 'place-start': '2025-02-30' })), 2, /^--place-start ska vara ett datum som 2023-01-20/)
  })
})

describe('wrong usage ends with 2 and shows how', () => {
  it.each([
    [[], /^$/], [['hoppa'], /Kommandot ”hoppa” finns inte/], [['screen'], /Väljaren --programme saknas/], [['screen', '--programme'], /ska följas av ett värde/],
    [['screen', '--programme', 'jobbspranget', '--intake', '2023-1', '--out', 'x'], /Väljaren --applications saknas/],
    [['screen', '--programme', 'annat', '--intake', '2023-1', '--applications', 'x', '--out', 'x'], /Programmet ”annat” finns inte. De som finns: jobbspranget/],
    [['screen', '--passphrase', 'hemlig'], /Väljaren --passphrase finns inte/], [['screen', '--losenfras=hemlig'], /Väljaren --losenfras finns inte/], [['screen', 'lös'], /Väljarna kunde inte läsas/], [['demo'], /Väljaren --out saknas/],
  ] as const)('%j', async (args, says) => {
    const ran = await run(args)
    expect(ran.code).toBe(2)
    expect(ran.err).toMatch(says)
    expect(ran.err + ran.out).toContain('Språngbräda på kommandoraden')
    expect(ran.err).not.toContain('hemlig')
  })
  it('while asking for help is no mistake', async () => {
    const { code, out } = await run(['--help'])
    expect(code).toBe(0)
    expect(out).toContain('SPRANGBRADA_PASSPHRASE')
    expect(out).not.toMatch(/--(pass|losen|lösen|key|nyckel)/)
  })
})

describe('a store of one’s own', () => {
  it('is made, holds what was read, and all duplicates the second time end with 0', async () => {
    const d = desk()
    const store = join(d.folder, 'lager')
    const first = await run(d.args({ store }), passphrase)
    expect(first.code).toBe(0)
    expect(first.err).toMatch(/^Ett nytt lager har lagts upp. Återställningskod \(visas bara nu\): ([0-9A-Z]{4}-){7}[0-9A-Z]{4}\n$/)
    expect(first.err + first.out).not.toContain(passphrase)
    const screening = d.text('screening.csv')
    const second = await run(d.args({ store }), passphrase)
    expect(second).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(second.out)).toMatchObject({ rows: 5, accepted: 0, changed: 0, duplicates: 3, refused: 2 })
    expect(d.text('screening.csv')).toBe(screening)
    const changed = await run(d.args({ store, applications: d.put('b.csv', portal([application(1, { fodelseland: 'SE' })])) }), passphrase)
    expect(JSON.parse(changed.out)).toMatchObject({ changed: 1, red: 1 })
    expect(existsSync(join(store, 'arbete', 'lager.db'))).toBe(true)
  })
  it('with the wrong passphrase ends with 1 and changes nothing', async () => {
    const d = desk()
    const store = join(d.folder, 'lager')
    await run(d.args({ store }), passphrase)
    const before = readFileSync(join(store, 'arbete', 'lager.db'))
    ended(await run(d.args({ store }), `${passphrase}!`), 1, /^Lösenfrasen stämmer inte/)
    expect(readFileSync(join(store, 'arbete', 'lager.db')).equals(before)).toBe(true)
  })
  it('with a passphrase that is too short is not made', async () => {
    const d = desk()
    const store = join(d.folder, 'lager')
    ended(await run(d.args({ store }), 'kort'), 1, /Lösenfrasen är för kort. Välj minst 12 tecken/)
    expect(existsSync(join(store, 'arbete', 'lager.db'))).toBe(false)
  })
  it('is not made for an intake that cannot be laid up, and nothing is left', async () => {
    const d = desk()
    const store = join(d.folder, 'under', 'lager')
    const dates = { 'evaluation-date': '2025-01-20', 'place-start': '2025-03-03', 'place-end': '2025-01-02' }
    for (const [more, code, says] of [
      [{ intake: '2031-1' }, 2, /^Intaget ”2031-1” är inte känt. Ange --evaluation-date/], [{ intake: '2025-1', ...dates }, 1, /^Datumen går inte ihop/], [{ programme: 'annat' }, 2, /^Programmet ”annat” finns inte/],
    ] as const) {
      const ran = await run(d.args({ store, ...more }), passphrase)
      ended(ran, code, says)
      expect(ran.err).not.toContain('Återställningskod')
      expect([existsSync(join(d.folder, 'under')), ran.left]).toEqual([false, []])
    }
  })
  it('that is there is not touched by an intake it does not know', async () => {
    const d = desk()
    const store = join(d.folder, 'lager')
    await run(d.args({ store }), passphrase)
    ended(await run(d.args({ store, intake: '2031-1' }), passphrase), 2, /^Intaget ”2031-1” är inte känt/)
    ended(await run(d.args({ store }), passphrase), 0, /^$/)
  })
  it('where nothing can be written is told', async () => {
    const d = desk()
    ended(await run(d.args({ store: join(d.put('fil', 'x'), 'lager') }), passphrase), 1, /^Filen ”arbete” kunde inte skrivas/)
  })
  it('without a passphrase and without a terminal is told how to give one', async () => {
    const d = desk()
    const ran = await run(d.args({ store: join(d.folder, 'lager') }))
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(/Lösenfrasen saknas. Sätt miljövariabeln SPRANGBRADA_PASSPHRASE/)
    expect(existsSync(join(d.folder, 'lager', 'arbete', 'lager.db'))).toBe(false)
  })
})

it('running many times leaves no listeners behind', async () => {
  const d = desk()
  const count = () => process.listenerCount('exit') + process.listenerCount('SIGINT')
  await run(d.args())
  const before = count()
  for (let i = 0; i < 3; i++) await run(d.args())
  expect(count()).toBe(before)
})
