import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { programmeOf } from '../../../electron/core/programmes/programmes.ts'
import { assess, rulesFor } from '../../../electron/core/rules/assess.ts'
import { addDuration, fromDayNumber } from '../../../electron/core/rules/dates.ts'
import { exampleProblems, runExample } from '../../../electron/core/rules/examples.ts'
import { loadProgramme, type Programme } from '../../../electron/core/rules/load.ts'
import type { RuleSet } from '../../../electron/core/rules/rule-set.ts'
import { type FactDef, type FactValue, TRUE } from '../../../electron/core/rules/values.ts'

const ids = ['fk-it-trainee', 'fk-foretradesratt', 'fk-overklagande'] as const
const assessed = (programme: Programme) => programme.examples.list.map(example => {
  const given = { ...programme.examples.usual, ...example.given }
  return { example, ...assess(rulesFor(programme, example.on, given), example.on, given, example.unknown) }
})

const values: Record<string, readonly string[]> = {
  'academic.level': ['526', '532', '522', '535', '310'], 'academic.field': ['480', '481a', '482z', '523', '523a', '523b', '344z'], 'yh.field': ['480', '481a', '482z', '523', '523a', '523b', '344z'],
}
const numbers = [0, 3, 6, 7, 200, 259, 260, 269, 270, 329, 330, 360, 361, 399, 400]
const day = fc.integer({ min: 20_000, max: 20_400 }).map(fromDayNumber)
function anyValue(fact: FactDef): fc.Arbitrary<FactValue> {
  if (fact.type === 'date') return day
  if (fact.type === 'boolean') return fc.boolean()
  if (fact.type === 'number') return fc.constantFrom(...numbers)
  const words = fc.constantFrom(...(values[fact.id] ?? Object.keys(fact.values ?? {})))
  return fact.list ? fc.uniqueArray(words, { maxLength: 3 }) : words
}
const anyFacts = (set: RuleSet) => fc.tuple(...set.data.facts.map(fact => fc.oneof({ weight: 4, arbitrary: anyValue(fact) }, fc.constant(undefined), fc.constant(fact.canBeNone ? null : undefined))))

describe.each(ids)('the programme %s', id => {
  const programme = programmeOf(id)
  it('loads in every version, each with another content', () => {
    const hashes = programme.versions.map(v => programme.version(v.version).hash)
    expect(new Set(hashes).size).toBe(programme.versions.length)
    for (const v of programme.versions) expect(programme.version(v.version).rules.length).toBeGreaterThan(1)
  })
  it('comes out as all its examples say', () => {
    expect(programme.examples.list.length).toBeGreaterThan(20)
    expect(exampleProblems(programme)).toEqual([])
  })
  it('has an example for every condition of every version', () => {
    const all = assessed(programme)
    for (const { version } of programme.versions) {
      const set = programme.version(version)
      const declared = set.rules.flatMap(rule => rule.conditions.map((c, i) => `${rule.def.id} ${c.light} ${i}`))
      const reached = new Set(all.filter(a => a.set === set).flatMap(a => set.rules.flatMap((rule, r) => { const c = a.outcome.decided[r] ?? -1; return c < 0 || !(rule.def.id in a.example.expect) ? [] : [`${rule.def.id} ${rule.conditions[c]?.light ?? ''} ${c}`] })))
      expect(declared.filter(d => !reached.has(d)), version).toEqual([])
    }
  })
  it('never has two conditions of one rule true at once', () => {
    for (const { version } of programme.versions) {
      const set = programme.version(version)
      fc.assert(fc.property(anyFacts(set), facts => {
        const { trace } = set.evaluate(facts)
        for (const rule of set.rules) expect(rule.conditions.filter(c => 'slot' in c.expr && trace[c.expr.slot] === TRUE).map(c => c.light).length, rule.def.id).toBeLessThan(2)
      }), { numRuns: 1500 })
    }
  })
  it('never makes a rule red because a fact is taken away', () => {
    for (const { version } of programme.versions) {
      const set = programme.version(version)
      fc.assert(fc.property(anyFacts(set), fc.constantFrom(...set.usedBy.keys()), (facts, fact) => {
        const before = set.evaluate(facts).lights
        const after = set.evaluate(facts.map((v, i) => (i === set.factIndex.get(fact) ? undefined : v))).lights
        set.rules.forEach((rule, r) => { if (before[r] !== 2) expect(after[r], `${rule.def.id} without ${fact}`).not.toBe(2) })
      }), { numRuns: 1500 })
    }
  })
  it('tells every example in whole Swedish sentences', () => {
    for (const { rules, example } of assessed(programme)) for (const rule of rules) {
      expect(rule.because.length, `${example.says}: ${rule.id}`).toBeGreaterThan(0)
      for (const sentence of [...rule.because, ...rule.toGreen]) {
        expect(sentence).toMatch(/^[A-ZÅÄÖ][^{}]+\.$/)
        expect(sentence).not.toMatch(/undefined|null|true|false|uppgivet|[a-z]\.[a-z]/)
      }
    }
  })
  it('gives the version that holds on the first of every month', () => {
    const first = programme.versions[0]?.from ?? ''
    expect(() => programme.on(addDuration(first, { months: 0, days: -1 }))).toThrow('programme-no-version')
    for (let on = `${first.slice(0, 7)}-01`, n = 0; n < 72; n++, on = addDuration(on, { months: 1, days: 0 })) {
      const holding = programme.versions.filter(v => v.from <= on && (v.to === null || on <= v.to))
      expect(holding).toHaveLength(1)
      expect(programme.on(on).data.version).toBe(holding[0]?.version)
    }
  })
})

describe('the right of priority', () => {
  const programme = programmeOf('fk-foretradesratt')
  it('changes on a day that stands in one place only', () => {
    const [older, newer] = programme.versions
    expect(older).toMatchObject({ version: '2022.1', to: '2025-05-07' })
    expect(newer).toMatchObject({ version: '2025.1', from: '2025-05-08', to: null })
    const written = Object.entries(programme.files).filter(([name]) => name !== 'examples.yaml').flatMap(([name, text]) => [...text.matchAll(/from:.*2025-05-0[78]|to:.*2025-05-0[78]|date:.*2025-05-0[78]/g)].map(() => name))
    expect(written).toEqual(['programme.yaml'])
  })
  it('moves with that day', () => {
    const files = { ...programme.files, 'programme.yaml': (programme.files['programme.yaml'] ?? '').replace('&changeover 2025-05-08', '&changeover 2025-07-01') }
    expect(files['programme.yaml']).not.toBe(programme.files['programme.yaml'])
    const later = loadProgramme(files, programmeOf)
    expect(later.on('2025-06-30').data.definitions['fixedTerm.enough']).toBeUndefined()
    expect(later.on('2025-07-01').data.definitions['fixedTerm.enough']).toBeDefined()
    expect(programme.on('2025-06-30').data.definitions['fixedTerm.enough']).toBeDefined()
  })
  it('lets the day of the claim choose the version, and the day of assessment where there is no claim', () => {
    const version = (on: string, claim: string | null | undefined) => rulesFor(programme, on, claim === undefined ? {} : { 'claim.date': claim }).data.version
    expect([version('2025-09-01', '2025-05-07'), version('2025-09-01', '2025-05-08'), version('2025-04-01', '2025-05-08')]).toEqual(['2022.1', '2025.1', '2025.1'])
    expect([version('2025-05-07', null), version('2025-05-08', null), version('2025-05-07', undefined)]).toEqual(['2022.1', '2025.1', '2022.1'])
  })
  it('names statute for the ground and policy for the count of days', () => {
    const basis = (id: string) => programme.on('2025-06-01').rules.find(r => r.def.id === id)?.conditions.map(c => c.basis)
    expect(basis('FF-01')).toEqual(['statute', 'statute'])
    expect(basis('FF-02')).toEqual(['policy', 'policy', 'policy'])
  })
})

describe('the explanation', () => {
  const labels = (check: unknown): string[] => (check !== null && typeof check === 'object' && 'parts' in check && Array.isArray(check.parts) ? ['label' in check && typeof check.label === 'string' ? check.label : '', ...check.parts.flatMap(labels)] : [])
  it.each([['fk-it-trainee', 'FT-04', ['FT-02', 'FT-03']], ['fk-foretradesratt', 'FF-02', ['FF-02', 'FF-03']]] as const)('of %s shows under %s the ways to it', (id, rule, ways) => {
    const last = assessed(programmeOf(id)).filter(a => rule in a.example.expect).at(-1)
    const shown = labels(last?.rules.find(r => r.id === rule)?.checks)
    for (const way of ways) expect(shown.filter(label => label.startsWith(`${way}: `))).toHaveLength(1)
  })
  it('of an example that is wrong is told', () => {
    const programme = programmeOf('fk-overklagande')
    expect(runExample(programme, { says: 'fel', on: '2025-09-16', expect: { 'FO-01': 'red', 'FO-09': 'green' } }).problems).toEqual(['FO-01 blir grön, inte röd', 'regeln FO-09 finns inte i version 2022.1'])
  })
})
