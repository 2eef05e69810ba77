import { expect, it } from 'vitest'
import { speaking } from '../../../electron/core/cases/spoken.ts'
import { establishLight } from '../../../electron/core/screening/work.ts'
import { caseView } from '../../../electron/core/screening/case-view.ts'
import { timelineOfCase } from '../../../electron/core/screening/timeline.ts'
import { rulesOfIntake } from '../../../electron/core/screening/list.ts'
import { consentOfCase } from '../../../electron/core/screening/consent-work.ts'
import { compareVersions, listProgrammes, openBook } from '../../../electron/core/rulebook/book.ts'
import { correct } from '../correct.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, idOf, permitRow, permits, portal, register, registerRow } from '../tables.ts'

const swedish = /[åäöÅÄÖ]|\b(och|eller|inte|för|till|är|som|uppgift|saknas|behöver|dagar|månader|ja|nej)\b/
const allowed = /Jobbsprånget|Arbetsförmedlingen|återrapporten|(Aktuell|Registrerad|Avaktualiserad|Ej inskriven)|Test Testsson/g

const timeline = (desk: Desk, id: number) => timelineOfCase(desk.context, { id, kinds: [], order: 'newest', before: null, limit: 50 }).events.map(event => event.text)

async function filled() {
  const desk = openDesk('2024-1')
  await desk.take(desk.put('a.csv', portal([application(1, { intag: '2024-1' }), application(2, { intag: '2024-1' })])), desk.put('r.csv', register([registerRow(1)])), desk.put('m.csv', permits([permitRow(1)])))
  return { desk, id: Number(desk.row(idOf(1))['id']), version: () => Number(desk.row(idOf(1))['version']) }
}

it('a case is told in the language that is asked for, and the same in every other way', async () => {
  const { desk, id, version } = await filled()
  correct(desk.context, { id, version: version(), fact: 'work.right', value: 'nej', reason: 'call' })
  establishLight(desk.context, { id, version: version() })
  const one = caseView(desk.context.store, id)
  const other = speaking('en', () => caseView(desk.context.store, id))
  expect([one.ruleSet.language, other.ruleSet.language, one.ruleSet.hash]).toEqual(['sv', 'en', other.ruleSet.hash])
  expect(other.sections.flatMap(s => s.rules.map(r => [r.id, r.light, r.facts, r.sources]))).toEqual(one.sections.flatMap(s => s.rules.map(r => [r.id, r.light, r.facts, r.sources])))
  const told = { sv: timeline(desk, id), en: speaking('en', () => timeline(desk, id)) }
  const said = [
    ...other.sections.flatMap(s => [s.title, ...s.rules.flatMap(r => [r.question, ...r.because, ...r.toGreen, ...r.missing.map(m => m.label)])]),
    ...told.en, ...other.facts.flatMap(f => [f.label, f.unit ?? '', ...(f.options ?? []).filter(() => f.type === 'word').map(o => o.label)]),
    ...other.facts.filter(f => f.type === 'word' || f.type === 'country' || f.type === 'boolean' || f.state !== 'known').map(f => f.display),
  ]
  for (const sentence of said) expect(sentence.replace(allowed, '')).not.toMatch(swedish)
  expect(told.en).toEqual(expect.arrayContaining(['The light was established as red light.'.replace(' light.', '.'), expect.stringMatching(/^The fact “right to work” was set to “no”\. .*Reason: call$/), 'The application was taken in.']))
  expect(told.sv).toEqual(expect.arrayContaining(['Ansökan lästes in.']))
})

it('rules, consent, the rule book and every programme that comes with the program are told in English', async () => {
  const { desk, id } = await filled()
  const { rules, consent, programmes, book, diff } = speaking('en', () => ({
    rules: rulesOfIntake(desk.context, { intakeId: desk.intakeId }), consent: consentOfCase(desk.context, { id }), programmes: listProgrammes(desk.context),
    book: openBook(desk.context, { programme: 'jobbspranget', version: '2024.1' }), diff: compareVersions(desk.context, { programme: 'jobbspranget', before: '2023.1', after: '2024.1' }),
  }))
  const texts = [
    ...rules.flatMap(r => [r.question, r.sectionTitle]), ...consent.recipients.flatMap(r => [r.title, r.receives]), book.purpose, ...book.changes.map(c => c.text), ...book.sections.map(s => s.title), ...book.rules.map(r => r.question),
    ...book.parameters.map(p => p.label), ...book.definitions.map(d => d.label), ...book.facts.flatMap(f => [f.label, f.usual]), ...diff.entries.flatMap(e => [e.title, ...e.fields.map(f => f.field)]),
  ]
  for (const text of texts) expect(text.replace(allowed, '')).not.toMatch(swedish)
  expect(book.language).toBe('en')
  expect(programmes.length).toBeGreaterThan(5)
  for (const programme of programmes) expect(programme, programme.id).toMatchObject({ language: 'en' })
})

it('operations side by side keep each to its own language', async () => {
  const { desk, id } = await filled()
  const later = async (language: 'sv' | 'en') => speaking(language, async () => {
    await new Promise(resolve => setTimeout(resolve, language === 'sv' ? 5 : 1))
    return timeline(desk, id).at(-1)
  })
  expect(await Promise.all([later('sv'), later('en'), later('sv')])).toEqual(['Ansökan lästes in.', 'The application was taken in.', 'Ansökan lästes in.'])
})
