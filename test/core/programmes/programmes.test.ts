import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folders } from '../../../electron/core/programmes/folders.ts'
import { programmeIds, programmeOf } from '../../../electron/core/programmes/programmes.ts'
import { assess, rulesFor } from '../../../electron/core/rules/assess.ts'
import { dayAfter } from '../../../electron/core/rules/dated.ts'
import { isoDate } from '../../../electron/core/rules/dates.ts'
import { exampleProblems } from '../../../electron/core/rules/examples.ts'
import { loadProgramme } from '../../../electron/core/rules/load.ts'
import type { RuleSet } from '../../../electron/core/rules/rule-set.ts'
import { TRUE } from '../../../electron/core/rules/values.ts'
import { anyFactsOf } from './any-facts.ts'

const ids = ['jobbspranget', 'jobbspranget-pilot', 'arbetsgivarkontroll', 'beslutsvillkor'] as const
const all = ids.map(id => [id, programmeOf(id)] as const)
const conditionsOf = (set: RuleSet) => set.rules.flatMap(r => r.conditions.map(c => `${r.def.id} ${c.light}: ${c.text}`))
const own = new RegExp(/^J[OP]-|^EC-|^DP-/)

describe.each(all)('%s', (id, programme) => {
  it('loads in each version and says what it is for', () => {
    expect(programme.purpose).toMatch(/^\p{Lu}.+\.$/u)
    for (const v of programme.versions) {
      const set = programme.version(v.version)
      expect(set.rules.length).toBeGreaterThan(10)
      for (const { def } of set.rules) {
        expect(def.id).toMatch(own)
        expect(def.question).toMatch(/^\p{Lu}.*[?)]$/u)
        expect(def.sources.length).toBeGreaterThan(0)
        expect(Object.keys(set.data.sections)).toContain(def.section)
      }
    }
  })

  it('has the version of the day on the first of every month, and none before its first day', () => {
    for (let year = 2022; year <= 2027; year++) for (let month = 1; month <= 12; month++) {
      const day = isoDate(year, month, 1) ?? ''
      const wanted = programme.versions.filter(v => v.from <= day).at(-1)
      if (wanted === undefined) expect(() => programme.on(day)).toThrow('programme-no-version')
      else expect(programme.on(day).data.version).toBe(wanted.version)
    }
    for (const v of programme.versions) {
      expect(programme.on(v.from).data.version).toBe(v.version)
      if (v.to !== null) expect(programme.on(v.to).data.version).toBe(v.version)
      if (v.to !== null) expect(programme.on(dayAfter(v.to)).data.version).not.toBe(v.version)
    }
  })

  it('has examples that all come out', () => expect(exampleProblems(programme)).toEqual([]))

  it('has an example for every condition of every wording', () => {
    const reached = new Set<string>()
    const named = new Set<string>()
    for (const example of programme.examples.list) {
      const given = { ...programme.examples.usual, ...example.given }
      const set = rulesFor(programme, example.on, given)
      const { outcome } = assess(set, example.on, given, example.unknown)
      set.rules.forEach((rule, i) => {
        const light = example.expect[rule.def.id]
        const condition = rule.conditions[outcome.decided[i] ?? -1]
        if (condition) reached.add(`${rule.def.id} ${condition.light}: ${condition.text}`)
        if (light !== undefined) named.add(`${rule.def.id} ${light}`)
      })
    }
    // What the pilot takes from Jobbsprånget has its examples there.
    const mine = (rule: string) => id !== 'jobbspranget-pilot' || rule.startsWith('JP-')
    const declared = programme.versions.flatMap(v => conditionsOf(programme.version(v.version))).filter(mine)
    expect(declared.filter(c => !reached.has(c))).toEqual([])
    const lights = programme.versions.flatMap(v => programme.version(v.version).rules.flatMap(r => r.conditions.map(c => `${r.def.id} ${c.light}`))).filter(mine)
    expect([...new Set(lights)].filter(l => !named.has(l))).toEqual([])
  })

  it('explains every example in whole sentences without raw names', () => {
    const wrong = new Set<string>()
    for (const example of programme.examples.list) {
      const given = { ...programme.examples.usual, ...example.given }
      const set = rulesFor(programme, example.on, given)
      const raw = new RegExp([...set.factById.keys(), ...Object.keys(set.data.definitions), ...Object.keys(set.data.parameters)].filter(name => /[.A-Z]/.test(name)).map(name => `\\b${name.replaceAll('.', '\\.')}\\b`).join('|'))
      for (const { id: rule, because, toGreen } of assess(set, example.on, given, example.unknown).rules) {
        if (because.length === 0) wrong.add(`${rule} säger inget (${example.says})`)
        for (const s of [...because, ...toGreen]) if (!/^\p{Lu}.*[^ .,]\.$/u.test(s) || /undefined|null|NaN|\{\}|\[object|\btrue\b|\bfalse\b| {2}|,,|\.\.|behöver .*uppgivet/.test(s) || raw.test(s)) wrong.add(`${rule}: ${s}`)
      }
    }
    expect([...wrong]).toEqual([])
  })

  it.each(programme.versions.map(v => v.version))('never has two lights at once, nor a red that hangs on what is unknown (%s)', version => {
    const set = programme.version(version)
    fc.assert(fc.property(anyFactsOf(set), fc.array(fc.nat({ max: set.data.facts.length - 1 }), { maxLength: 6 }), (facts, hidden) => {
      const { trace, lights } = set.evaluate(facts)
      set.rules.forEach((rule, i) => {
        const holding = rule.conditions.filter(c => c.test(facts, trace) === TRUE)
        // That a rule does not apply is as good as green, so both may hold; of all others only one.
        const [first] = holding
        const kinds = new Set(holding.map(c => (c.light === 'not-applicable' ? 'green' : c.light)))
        if (kinds.size > 1 || (holding.length > 1 && first?.light !== 'green' && first?.light !== 'not-applicable')) throw new Error(`${rule.def.id} is both ${holding.map(c => `${c.light} (${c.text})`).join(' and ')}`)
        // What is known has an answer: an orange without a reason could not be mended.
        if (holding.length === 0 && set.data.facts.every((f, at) => facts[at] !== undefined || !set.usedBy.get(f.id)?.includes(rule.def.id))) throw new Error(`${rule.def.id} has no light though all is known`)
        if (lights[i] === undefined) throw new Error(rule.def.id)
      })
      // Taking knowledge away never turns a light that is not red into red, nor into green; but a rule may say itself what it means that something is not known.
      const gone = set.data.facts.filter((_, at) => hidden.includes(at)).map(f => f.id)
      const less = facts.map((value, at) => (hidden.includes(at) ? undefined : value))
      const after = set.evaluate(less)
      set.rules.forEach((rule, i) => {
        const [before, now] = [lights[i], after.lights[i]].map(code => (code === 3 ? 0 : code))
        const saysSo = now === 0 && rule.conditions.some(c => gone.some(id => c.text.includes(`known(${id})`)))
        if (now !== 1 && now !== before && !saysSo) throw new Error(`${rule.def.id} goes from ${before} to ${now} when something becomes unknown`)
      })
    }), { numRuns: 800 })
  })
})

describe('what comes with the program', () => {
  // The program trusts its own files and reads each when it is needed; here they are read and checked whole.
  it.each(programmeIds)('%s holds when all of it is read', id => {
    expect(() => loadProgramme(folders[id] ?? {}, programmeOf)).not.toThrow()
  })
})

describe('jobbspranget in 2024', () => {
  const files = folders['jobbspranget'] ?? {}
  const changed = (from: string, to: string) => {
    const text = files['parameters.yaml'] ?? ''
    expect(text).toContain(from)
    return loadProgramme({ ...files, 'parameters.yaml': text.replace(from, to) }, programmeOf)
  }
  const light = (programme: ReturnType<typeof programmeOf>, rule: string, given: Record<string, unknown>, unknown: string[] = []) => {
    const found = assess(programme.on('2024-01-22'), '2024-01-22', { ...programme.examples.usual, ...given }, unknown).rules.find(r => r.id === rule)
    return { light: found?.light, because: found?.because, toGreen: found?.toGreen, missing: found?.missing }
  }
  it('counts Swedish only where the requirement is English or Swedish', () => {
    const english = changed('value: EN_OR_SV', 'value: EN')
    const goodSwedish = { 'language.english': 'A2', 'language.swedish': 'C1' }
    expect(light(programmeOf('jobbspranget'), 'JO-15', goodSwedish).light).toBe('green')
    expect(light(english, 'JO-15', goodSwedish)).toEqual({ light: 'red', because: ['Engelskan är på nivå A2, lägre än den lägsta nivå som kan prövas (B1).', 'Kravet på språk är engelska.'], toGreen: ['Engelskan behöver vara minst B2.'], missing: [] })
    expect(light(english, 'JO-15', { 'language.english': 'B1', 'language.swedish': 'C1' }).light).toBe('orange')
    expect(light(english, 'JO-15', { 'language.english': 'B2' }, ['language.swedish']).light).toBe('green')
    expect(light(english, 'JO-15', { 'language.english': 'A1' }, ['language.swedish']).light).toBe('red')
    expect(light(english, 'JO-15', { 'language.swedish': 'C1' }, ['language.english'])).toMatchObject({ light: 'orange', missing: ['language.english'] })
  })
  it('looks at science by hand only where the website counts too', () => {
    const wider = changed('value: AF }', 'value: AF_AND_WEBSITE }')
    expect(light(programmeOf('jobbspranget'), 'JO-13', { 'education.field': '441' }).light).toBe('red')
    expect(light(wider, 'JO-13', { 'education.field': '441' }).light).toBe('orange')
    expect(light(wider, 'JO-13', { 'education.field': '225b' }).light).toBe('red')
    expect(light(wider, 'JO-13', { 'education.field': '421b' }).light).toBe('orange')
    expect(light(wider, 'JO-13', { 'education.field': '521a' }).light).toBe('green')
  })
})

describe('the pilot', () => {
  it('asks everything that Jobbsprånget asks but what it replaces, and drops an assumption that is switched off', () => {
    const pilot = programmeOf('jobbspranget-pilot')
    const rules = pilot.on('2024-01-22').rules.map(r => r.def.id)
    const base = programmeOf('jobbspranget').on('2024-01-22').rules.map(r => r.def.id)
    expect(base.filter(id => !rules.includes(id))).toEqual(['JO-05', 'JO-12', 'JO-13', 'JO-14', 'JO-15'])
    const files = folders['jobbspranget-pilot'] ?? {}
    const text = files['parameters.yaml'] ?? ''
    const off = loadProgramme({ ...files, 'parameters.yaml': text.replaceAll('source: JP, value: true', 'source: JP, value: false') }, programmeOf)
    const found = assess(off.on('2024-01-22'), '2024-01-22', { ...pilot.examples.usual, 'birth.country': 'PL', 'experience.swedishMonths': 60 }).rules.find(r => r.id === 'JP-06')
    expect(found?.light).toBe('green')
    expect(found?.because).toEqual(['Antagande: kravet på att vara född utanför Europa är borttaget i piloten.', 'Antagande: kravet på begränsad erfarenhet av svenskt arbetsliv är borttaget i piloten.'])
  })
})
