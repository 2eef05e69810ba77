import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folders } from '../../electron/core/programmes/folders.ts'
import { testFolder } from '../core/store-fixture.ts'
import { application, permitRow, permits, portal, register, registerRow } from '../core/tables.ts'
import { run } from './run.ts'

const passphrase = 'fyra ord räcker länge'
const usual = { 'experience.swedishMonths': 12, 'birth.country': 'SY', 'permit.kind': 'PUT' }

function place() {
  const folder = testFolder()
  const put = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const assess = (facts: unknown, more: Partial<Record<'programme' | 'on', string>> = {}) =>
    run(['assess', '--programme', more.programme ?? 'jobbspranget', '--on', more.on ?? '2023-01-20', '--facts', put('uppgifter åäö.json', typeof facts === 'string' ? facts : JSON.stringify(facts))])
  /** The trainee programme in a folder, some of its files written otherwise. */
  const programme = (name: string, change: (file: string, text: string) => string) => {
    mkdirSync(join(folder, name))
    for (const [file, text] of Object.entries(folders['fk-it-trainee'] ?? {})) writeFileSync(join(folder, name, file), change(file, text))
    return join(folder, name)
  }
  return { folder, put, assess, programme }
}
const numbered = (text: string, needle: string) => text.split(/\r?\n/).findIndex(line => line.includes(needle)) + 1
const rulesText = folders['fk-it-trainee']?.['rules.yaml'] ?? ''

describe('assess', () => {
  it.each([
    ['broken JSON', '{\n  "birth.country": "SY"\n  "x": 1\n}', /ingen giltig JSON \(felet är vid rad 3\)/],
    ['an empty file', '', /ingen giltig JSON/], ['a list', '[1]', /ska vara ett JSON-objekt/], ['null', 'null', /ska vara ett JSON-objekt/],
    ['an unknown fact', '{ "birth.cuntry": "SY" }', /Uppgiften ”birth.cuntry” finns inte/], ['a name from the language', '{ "__proto__": 1 }', /Uppgiften ”__proto__” finns inte/],
    ['a number as text', '{ "experience.swedishMonths": "12" }', /”experience.swedishMonths” ska vara ett tal/], ['a word that is none', '{ "permit.kind": "PUTT" }', /”permit.kind” ska vara ett av orden svensk-medborgare, PUT/],
    ['a list for one value', '{ "birth.country": ["SY"] }', /”birth.country” ska vara ett land/], ['an object', '{ "birth.country": {} }', /”birth.country” ska vara ett land/], ['a day that is none', '{ "birth.date": "1990-02-30" }', /”birth.date” ska vara ett datum/],
  ])('refuses %s with a sentence', async (_name, text, says) => {
    const ran = await place().assess(text)
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toMatch(says)
    expect(ran.err.trim().split('\n')).toHaveLength(1)
  })
  it('refuses a single value where the fact is a list', async () => {
    expect((await place().assess({ 'appeal.contents': 'skal' }, { programme: 'fk-overklagande', on: '2024-01-20' })).err).toMatch(/”appeal.contents” ska vara en lista/)
  })
  it('refuses a day before the first version, a programme that is not there and a date that is none', async () => {
    const p = place()
    expect(await p.assess(usual, { on: '2022-11-30' })).toMatchObject({ code: 1, err: expect.stringMatching(/inga regler som gäller 2022-11-30/) as string })
    expect(await p.assess(usual, { programme: 'annat' })).toMatchObject({ code: 2, err: expect.stringMatching(/^Programmet ”annat” finns inte. De som finns: jobbspranget, /) as string })
    expect(await p.assess(usual, { on: '2023-02-30' })).toMatchObject({ code: 2, err: expect.stringMatching(/^--on ska vara ett datum/) as string })
    expect(await run(['assess', '--programme', 'jobbspranget', '--on', '2023-01-20', '--facts', join(p.folder, 'finns-inte.json')])).toMatchObject({ code: 1, err: 'Filen ”finns-inte.json” finns inte längre. Välj den igen.\n' })
    expect((await run(['assess', '--programme', 'jobbspranget', '--on', '2023-01-20', '--facts', p.folder])).err).toMatch(/gick inte att läsa/)
    expect(await run(['assess', '--programme', 'jobbspranget'])).toMatchObject({ code: 2 })
  })
  it('prints every light with its reason, what is missing and the facts that were read', async () => {
    const { code, out, err } = await place().assess(`\ufeff${JSON.stringify(usual)}`)
    expect([code, err]).toEqual([0, ''])
    const report = JSON.parse(out) as { programme: string; version: string; hash: string; light: string; rules: { id: string; light: string; reason: string[]; missing: string[]; facts: Record<string, unknown> }[] }
    expect(report).toMatchObject({ programme: 'jobbspranget', version: '2023.1', light: 'orange', hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
    const rule = (id: string) => report.rules.find(r => r.id === id)
    expect(report.rules).toHaveLength(21)
    expect(rule('JO-14')).toMatchObject({ light: 'green', missing: [], facts: { 'experience.swedishMonths': 12 } })
    expect(rule('JO-17')).toMatchObject({ light: 'orange', missing: ['plan.renewedOn', 'plan.allowsPlacement'] })
    // What is not given means what an empty cell means: no extension, no work beside.
    expect(rule('JO-08')).toMatchObject({ light: 'not-applicable', facts: { 'extension.appliedOn': null } })
    expect(rule('JO-23')).toMatchObject({ light: 'green', facts: { 'activity.workHours': 0 } })
  })
  it('takes lists, none, and the version of the day', async () => {
    const p = place()
    const light = async (facts: unknown) => (JSON.parse((await p.assess(facts, { programme: 'fk-overklagande', on: '2024-01-20' })).out) as { rules: { id: string; light: string }[] }).rules.find(r => r.id === 'FO-03')?.light
    expect([await light({ 'appeal.contents': ['anstallning', 'diarienummer', 'skal'] }), await light({ 'appeal.contents': ['skal'] }), await light({ 'appeal.contents': [] })]).toEqual(['green', 'orange', 'orange'])
    expect(JSON.parse((await p.assess({}, { on: '2024-01-01' })).out)).toMatchObject({ version: '2024.1' })
    expect(JSON.parse((await p.assess({}, { on: '2023-12-31' })).out)).toMatchObject({ version: '2023.1' })
  })
})

describe('rules check', () => {
  it('tells every mistake with file and line, also those behind the first', async () => {
    const p = place()
    const text = rulesText.replace('red: intake.open = false', 'red: intake.opne = false').replace('green: academic.passed or yh.passed', 'green: academic.passed or').replace('yh.points >= parameters.yhPoints and yh.degree = true and yh.inIt', 'yh.points >= "400"')
    const ran = await run(['rules', 'check', p.programme('trasigt', (file, own) => (file === 'rules.yaml' ? text : own))])
    expect([ran.code, ran.out]).toEqual([1, 'trasigt: 3 fel\n'])
    const lines = ran.err.trim().split('\n').sort()
    expect(lines).toHaveLength(3)
    for (const [needle, says] of [['intake.opne', /regeln FT-01, red: ”intake\.opne” är inget känt namn/], ['green: academic.passed or', /regeln FT-04, green: här tar uttrycket slut/], ['yh.points >= "400"', /definitionen yh\.passed: ett tal kan inte jämföras med en text/]] as const) {
      expect(lines.filter(line => says.test(line) && line.startsWith('trasigt: rules.yaml, rad ')), needle).toHaveLength(1)
    }
    expect(lines.find(line => line.includes('intake.opne'))).toContain(`rad ${numbered(text, 'intake.opne')}:`)
  })
  it('tells mistakes of form, of dates and of sources one by one', async () => {
    const p = place()
    const ran = await run(['rules', 'check', p.programme('form', (file, own) => (file === 'facts.yaml' ? own.replace('type: boolean', 'type: bool') : file === 'parameters.yaml' ? own.replace('source: "SUN: nivå"', 'source: "SAN: nivå"').replace('{ from: "2024.1", source: policy, value: ["482"] }', '{ from: "2023.7", source: policy, value: ["482"] }') : own))])
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(/form: facts\.yaml, rad \d+: .*type/)
    expect(ran.err).toMatch(/form: parameters\.yaml, rad \d+: .*”2023\.7” är varken ett datum/)
    expect(ran.err).toMatch(/form: parameters\.yaml, rad \d+: .*källan ”SAN” finns inte/)
  })
  it('tells an example that does not come out, and a light that nobody can get', async () => {
    const p = place()
    const example = await run(['rules', 'check', p.programme('exempel', (file, own) => (file === 'parameters.yaml' ? own.replace('value: 400', 'value: 399') : own))])
    expect(example).toMatchObject({ code: 1, err: expect.stringMatching(/^exempel: examples\.yaml, rad \d+: ”Tvåårig yrkeshögskola med ett poäng för lite räcker inte\.” – FT-04 blir grön, inte röd\n$/) as string })
    const never = rulesText.replace('red: intake.open = false', 'red: intake.open = false\n    orange: intake.open = true and intake.open = false')
    const ran = await run(['rules', 'check', p.programme('aldrig', (file, own) => (file === 'rules.yaml' ? never : own))])
    expect(ran).toMatchObject({ code: 1, err: `aldrig: rules.yaml, rad ${numbered(never, 'orange: intake.open')}: regeln FT-01 blir aldrig orange genom ”intake.open = true and intake.open = false” i version 2024.1: inga uppgifter hittades som gör villkoret sant\n` })
  })
  it('tells what is no programme', async () => {
    const p = place()
    mkdirSync(join(p.folder, 'tom'))
    expect((await run(['rules', 'check', join(p.folder, 'tom')])).err).toBe('tom: filen programme.yaml saknas\n')
    expect(await run(['rules', 'check', join(p.folder, 'ingen')])).toMatchObject({ code: 1, err: 'Filen ”ingen” finns inte längre. Välj den igen.\n' })
    expect((await run(['rules', 'check', p.put('x.yaml', 'hej: [')])).err).toMatch(/ingen programfil/)
    expect((await run(['rules', 'check', '--alla'])).code).toBe(2)
    expect((await run(['rules', 'chek'])).err).toMatch(/^Kommandot ”rules chek” finns inte/)
    expect((await run(['rules'])).code).toBe(2)
  })
  it('finds nothing wrong with the programmes that come with the program, and counts what it went through', async () => {
    const ran = await run(['rules', 'check'])
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(ran.out.trim().split('\n')).toHaveLength(Object.keys(folders).length)
    expect(ran.out).toMatch(/^jobbspranget: inga fel \(\d+ versioner, \d+ regler, \d+ exempel\)$/m)
  })
})

describe('rules diff and export', () => {
  it('shows in words what differs', async () => {
    const { code, out } = await run(['rules', 'diff', 'jobbspranget@2023.1', 'jobbspranget@2024.1'])
    expect(code).toBe(0)
    expect(out).toMatch(/^Jobbsprånget 2023\.1 → Jobbsprånget 2024\.1\n/)
    expect(out).toMatch(/\nRegeln JO-06 läggs till: Är den som har tillfälligt skydd folkbokförd\?\n/)
    expect(out).toMatch(/\nRegeln JO-05 ändras: .*\n {4}fråga: Är sökanden född utanför Europa\?\n {6}→ Är sökanden född utanför Europa, eller gäller/)
  })
  it('says that equal rules are equal, also those of an exported file', async () => {
    const p = place()
    const file = join(p.folder, 'trainee.yaml')
    expect(await run(['rules', 'export', 'fk-it-trainee', '--out', file])).toMatchObject({ code: 0, err: '', out: 'Programmet ”fk-it-trainee” är sparat i trainee.yaml.\n' })
    expect((await run(['rules', 'diff', 'fk-it-trainee@2024.1', file])).out).toMatch(/Reglerna är lika/)
    expect((await run(['rules', 'diff', `${file}@2024.1`, 'fk-it-trainee'])).out).toMatch(/Reglerna är lika/)
    const changed = p.put('ändrad.yaml', readFileSync(file, 'utf8').replace('value: 400', 'value: 300').replace(/^hash: .*\n/m, ''))
    expect((await run(['rules', 'diff', file, changed])).out).toMatch(/Parametern yhPoints ändras: .*\n {4}värde: 400\n {6}→ 300\n$/)
    expect(await run(['rules', 'check', changed])).toMatchObject({ code: 1 })
  })
  it('refuses what is not there', async () => {
    const p = place()
    expect(await run(['rules', 'diff', 'jobbspranget@1999.1', 'jobbspranget'])).toMatchObject({ code: 1, err: expect.stringMatching(/inga regler som gäller 1999\.1/) as string })
    expect(await run(['rules', 'diff', 'hittepa@1', 'jobbspranget'])).toMatchObject({ code: 1, err: 'Programmet ”hittepa” finns inte.\n' })
    expect((await run(['rules', 'diff', 'jobbspranget'])).code).toBe(2)
    const altered = p.put('a.yaml', 'format: sprangbrada-programme/1\nhash: "0"\nfiles: { programme.yaml: "id: x" }\n')
    expect((await run(['rules', 'diff', altered, 'jobbspranget'])).err).toMatch(/ändrad sedan den exporterades/)
    expect((await run(['rules', 'export', 'hittepa', '--out', 'x'])).code).toBe(2)
    expect((await run(['rules', 'export', 'jobbspranget', '--out', join(p.put('fil', ''), 'x')])).err).toMatch(/kunde inte skrivas/)
  })
})

describe('what-if', () => {
  async function filled() {
    const p = place()
    const store = join(p.folder, 'lager')
    const months = [0, 12, 13, 37]
    const applications = p.put('a.csv', portal(months.map((m, n) => application(n, { arbetslivserfarenhet_sverige_man: String(m), fodelseland: n === 0 ? 'UA' : 'SY', uppehallstillstand: n === 0 ? 'tillfalligt-skydd' : 'PUT' }))))
    const extracts = ['--register', p.put('r.csv', register(months.map((_, n) => registerRow(n)))), '--permits', p.put('m.csv', permits(months.map((_, n) => permitRow(n))))]
    expect((await run(['screen', '--programme', 'jobbspranget', '--intake', '2023-1', '--applications', applications, ...extracts, '--store', store, '--out', join(p.folder, 'ut')], passphrase)).code).toBe(0)
    const ask = (more: Record<string, string> = {}, words = passphrase) => run(['what-if', ...Object.entries({ store, programme: 'jobbspranget', version: '2024.1', out: join(p.folder, 'svar'), ...more }).flatMap(([k, v]) => [`--${k}`, v])], words)
    return { ...p, store, ask, answer: (name: string) => readFileSync(join(p.folder, 'svar', name), 'utf8') }
  }
  it('refuses what is not there, and writes nothing then', async () => {
    const p = await filled()
    expect(await p.ask({ store: join(p.folder, 'annat') })).toMatchObject({ code: 1, err: 'Där finns inget lager. Ange mappen som lagret ligger i.\n' })
    expect(await p.ask({}, `${passphrase}!`)).toMatchObject({ code: 1, err: expect.stringMatching(/^Lösenfrasen stämmer inte/) as string })
    expect(await p.ask({ version: '1999.1' })).toMatchObject({ code: 1, err: expect.stringMatching(/inga regler som gäller 1999\.1/) as string })
    expect(await p.ask({ programme: 'hittepa' })).toMatchObject({ code: 1, err: 'Programmet ”hittepa” finns inte.\n' })
    expect((await p.ask({ programme: 'fk-it-trainee' })).code).toBe(1)
    expect((await run(['what-if', '--store', p.store])).code).toBe(2)
    expect(readdirSync(p.folder)).not.toContain('annat')
    expect(readdirSync(p.folder)).not.toContain('svar')
  })
  it('judges every intake by the version, writes both files, and leaves every light as it was', async () => {
    const p = await filled()
    const ran = await p.ask()
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(readdirSync(join(p.folder, 'svar')).sort()).toEqual(['what-if.csv', 'what-if.json'])
    const summary = JSON.parse(p.answer('what-if.json')) as { matrix: number[][]; total: number; changed: number; seconds: number; byRule: { id: string }[]; intakes: unknown[] }
    expect(summary).toMatchObject({ programme: 'jobbspranget', version: '2024.1', total: 4, intakes: [{ intake: '2023-1', total: 4, before: { version: '2023.1' } }] })
    expect(summary.matrix.flat().reduce((a, b) => a + b, 0)).toBe(4)
    const rows = p.answer('what-if.csv').replace('\ufeff', '').trimEnd().split('\r\n')
    expect(rows[0]).toBe('intag;ansoknings_id;farg_fore;farg_efter;faststalld;regler')
    expect(rows).toHaveLength(1 + summary.changed)
    // Born in Europe with temporary protection and registered was red in 2023 and is green in 2024.
    expect(rows[1]).toMatch(/^2023-1;[^;]+;rod;gron;nej;JO-05:rod>gron$/)
    expect(summary.byRule.map(r => r.id)).toContain('JO-05')
    const again = await p.ask({ store: join(p.store, 'arbete', 'lager.db') })
    expect(JSON.parse(again.out)).toMatchObject({ total: 4, changed: summary.changed, matrix: summary.matrix })
    expect(JSON.parse((await p.ask({ version: '2023.1' })).out)).toMatchObject({ total: 4, changed: 0 })
  })
})
