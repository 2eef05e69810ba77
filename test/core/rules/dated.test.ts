import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breaksIn, type Dated, dayAfter, dayBefore, holds, turns } from '../../../electron/core/rules/dated.ts'
import { fromDayNumber } from '../../../electron/core/rules/dates.ts'
import { loadProgramme, type ProgrammeFiles } from '../../../electron/core/rules/load.ts'
import { versionDays } from '../../../electron/core/rules/version-days.ts'

const messages = (...items: Dated[]) => breaksIn(items).map(b => `${b.index}: ${b.message}`)
/** Spans that follow each other, of some days each, the last one without end. */
const chain = fc.tuple(fc.integer({ min: 15_000, max: 20_000 }), fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 })).map(([start, lengths]) => {
  let day = start
  return lengths.map((length, i): Dated => { const from = fromDayNumber(day); day += length; return i === lengths.length - 1 ? { from } : { from, to: fromDayNumber(day - 1) } })
})

describe('dated wordings', () => {
  it('hold on both their ends, and no day outside', () => {
    const item = { from: '2023-01-01', to: '2023-12-31' }
    expect(['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01'].map(day => holds(day)(item))).toEqual([false, true, true, false])
    expect(holds('9999-12-31')({ from: '2023-01-01' })).toBe(true)
  })
  it('step over the ends of months and leap years', () => {
    expect([dayAfter('2023-02-28'), dayAfter('2024-02-28'), dayAfter('2023-12-31')]).toEqual(['2023-03-01', '2024-02-29', '2024-01-01'])
    expect([dayBefore('2023-03-01'), dayBefore('2024-03-01'), dayBefore('2025-05-08')]).toEqual(['2023-02-28', '2024-02-29', '2025-05-07'])
  })
  it('may follow each other exactly, in any order in the file', () => {
    fc.assert(fc.property(chain, fc.nat(), (items, turn) => {
      const at = turn % items.length
      expect(breaksIn([...items.slice(at), ...items.slice(0, at)])).toEqual([])
    }))
  })
  it('hold exactly one each day from the first, and turn on the first day of each', () => {
    fc.assert(fc.property(chain, fc.nat(2500), (items, later) => {
      const first = items[0]?.from ?? ''
      const day = fromDayNumber(Math.round(Date.parse(first) / 86_400_000) + later)
      expect(items.filter(holds(day))).toHaveLength(1)
      expect(turns(items)).toEqual(items.map(i => i.from))
    }))
  })
  it('may neither overlap nor leave days between them, by a single day', () => {
    fc.assert(fc.property(chain, fc.nat(), fc.boolean(), (items, which, overlap) => {
      fc.pre(items.length > 1)
      const at = which % (items.length - 1)
      const broken = items.map((item, i) => (i === at ? { from: item.from, to: (overlap ? dayAfter : dayBefore)(item.to ?? '') } : item))
      const found = breaksIn(broken)
      expect(found.length).toBeGreaterThan(0)
      // A span of one day that loses it ends before it begins.
      expect(found[0]?.message).toMatch(broken[at]?.from === items[at]?.to && !overlap ? /innan den börjar/ : overlap ? /överlappar|två gånger/ : /däremellan gäller ingen/)
    }))
  })
  it('are told where they break', () => {
    expect(messages({ from: '2023-01-01' }, { from: '2024-01-01' })).toEqual(['0: gäller tills vidare från 2023-01-01, men en ny börjar 2024-01-01; skriv vilken dag den slutar (to)'])
    expect(messages({ from: '2024-01-01' }, { from: '2023-01-01', to: '2024-01-01' })).toEqual(['0: gäller från 2024-01-01, men den förra gäller till och med 2024-01-01: de överlappar'])
    expect(messages({ from: '2023-01-01', to: '2023-12-30' }, { from: '2024-01-01' })).toEqual(['1: börjar 2024-01-01, men den förra slutar 2023-12-30: däremellan gäller ingen'])
    expect(messages({ from: '2023-01-01', to: '2022-12-31' })).toEqual(['0: slutar 2022-12-31, innan den börjar 2023-01-01'])
    expect(messages({ from: '2023-01-01', to: '2023-06-30' }, { from: '2023-01-01' })).toEqual(['1: står två gånger från 2023-01-01'])
  })
})

describe('versions', () => {
  const changes = (date: string) => [{ date, text: 'Ändring.' }]
  it('last until the next begins, where no last day is written', () => {
    const versions = [{ version: 'b', from: '2025-05-08', changes: changes('2025-05-08') }, { version: 'a', from: '2022-10-01', changes: changes('2022-10-01') }]
    expect(versionDays(versions).map(v => [v.version, v.to])).toEqual([['a', '2025-05-07'], ['b', undefined]])
  })

  const files = (changeover: string): ProgrammeFiles => ({
    'programme.yaml': `id: prov\ntitle: Prov\nsources: { LAG: Provlagen }\nsections: { person: Person }\nversions:\n  - { version: gammal, from: 2023-01-01, changes: [{ date: 2023-01-01, text: Börjar. }] }\n  - { version: ny, from: ${changeover}, changes: [{ date: ${changeover}, text: Ändras. }] }\n`,
    'facts.yaml': 'facts:\n  age: { label: ålder, type: number, section: person }\n',
    'parameters.yaml': 'parameters:\n  least:\n    label: gränsen\n    values:\n      - { from: gammal, to: gammal, source: LAG, value: 18 }\n      - { from: ny, source: LAG, value: 20 }\n',
    'rules.yaml': 'definitions:\n  adult:\n    - { label: myndig, is: age >= parameters.least, to: gammal }\n    - { label: vuxen, is: age >= parameters.least, from: ny }\nrules:\n  - { id: P-01, question: Myndig?, section: person, sources: [LAG], basis: statute, from: gammal, to: gammal, green: adult }\n  - { id: P-01, question: Vuxen?, section: person, sources: [LAG], basis: policy, from: ny, green: adult }\n',
  })
  const none = () => { throw new Error('like') }
  it.each(['2024-01-01', '2024-03-01', '2025-05-08'])('that rules name begin and end on their own days, here %s', changeover => {
    const programme = loadProgramme(files(changeover), none)
    const says = (day: string) => { const { data } = programme.on(day); return [data.version, data.parameters['least']?.value, data.definitions['adult']?.label, data.rules[0]?.question] }
    expect(says(dayBefore(changeover))).toEqual(['gammal', 18, 'myndig', 'Myndig?'])
    expect(says(changeover)).toEqual(['ny', 20, 'vuxen', 'Vuxen?'])
    expect(programme.versions.map(v => v.to)).toEqual([dayBefore(changeover), null])
  })
  it('give the same content whether rules name them or write their days', () => {
    const named = loadProgramme(files('2024-01-01'), none)
    const inDays = Object.fromEntries(Object.entries(files('2024-01-01')).map(([name, text]) => [name, name === 'programme.yaml' ? text : text.replaceAll('from: gammal', 'from: 2023-01-01').replaceAll('to: gammal', 'to: 2023-12-31').replaceAll('from: ny', 'from: 2024-01-01')]))
    expect(inDays['rules.yaml']).not.toContain('gammal')
    const written = loadProgramme(inDays, none)
    for (const version of ['gammal', 'ny']) expect(written.version(version).hash).toBe(named.version(version).hash)
  })
})
