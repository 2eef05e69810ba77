import { describe, expect, it } from 'vitest'
import { programmeIds, programmeOf } from '../../../electron/core/programmes/programmes.ts'
import { folders } from '../../../electron/core/programmes/folders.ts'
import { inEnglish, untranslated } from '../../../electron/core/rules/english.ts'
import { explainRule } from '../../../electron/core/rules/explain.ts'
import { runExample } from '../../../electron/core/rules/examples.ts'
import { assess } from '../../../electron/core/rules/assess.ts'
import { loadProgramme } from '../../../electron/core/rules/load.ts'
import { displayValue } from '../../../electron/core/rules/sentences.ts'
import { countryOptions } from '../../../electron/core/rules/countries.ts'

const programme = programmeOf('jobbspranget')
const swedish = /[åäöÅÄÖ]|\b(och|eller|inte|för|till|är|som|uppgift|saknas|behöver|dagar|månader)\b/
const names = /Arbetsförmedlingen|Försäkringskassan|BÄR|Jobbsprånget|återrapporten|Aktuell|Avaktualiserad|Registrerad|Ej inskriven|(Färöarna|Åland|Réunion)/g

describe.each(programmeIds)('the English words of %s', id => {
  const programme = programmeOf(id)
  it('are complete in every version', () => {
    expect(programme.english).not.toBeNull()
    for (const { version } of programme.versions) expect(programme.english && untranslated(programme.version(version).data, programme.english), version).toEqual([])
  })

  it('tell of every version what changed', () => {
    for (const { version, changes } of programme.versions) expect(programme.english?.changes?.[version]?.length, version).toBe(changes.length)
  })

  it('are no part of the hash of the rules', () => {
    const { 'text.en.yaml': _english, ...rest } = folders[id] ?? {}
    const without = loadProgramme(rest, programmeOf)
    // A programme that is like another has the words of that one left.
    expect(without.english?.title).not.toBe(programme.english?.title)
    for (const { version } of programme.versions) expect(without.version(version).hash).toBe(programme.version(version).hash)
  })

  it('keep what is a place for a value', () => {
    for (const { version } of programme.versions) {
      const set = programme.version(version)
      const english = programme.english && inEnglish(set, programme.english)
      for (const fact of set.data.facts) for (const [key, phrase] of Object.entries(fact.phrase ?? {})) {
        expect(english?.factById.get(fact.id)?.phrase?.[key as 'is']?.includes('{}'), `${fact.id} ${key}`).toBe(phrase.includes('{}'))
      }
    }
  })

  it('explain every example of the programme without a word of Swedish, with the very same lights', () => {
    let said = 0
    for (const example of programme.examples.list) {
      const { version } = runExample(programme, example)
      const set = programme.version(version)
      const english = programme.english && inEnglish(set, programme.english)
      if (!english) throw new Error(version)
      const { facts, outcome } = assess(set, example.on, { ...programme.examples.usual, ...example.given }, example.unknown)
      expect(english.evaluate(facts)).toEqual(outcome)
      for (let rule = 0; rule < set.rules.length; rule++) {
        const [one, other] = [explainRule(set, rule, outcome, facts), explainRule(english, rule, outcome, facts)]
        expect([other.light, other.missing, other.facts, other.basis, other.because.length === 0, other.toGreen.length]).toEqual([one.light, one.missing, one.facts, one.basis, one.because.length === 0, one.toGreen.length])
        for (const sentence of [...other.because, ...other.toGreen, ...(JSON.stringify(other.checks).match(/"(?:need|is|label)":"[^"]*"/g) ?? [])]) {
          said += 1
          expect(sentence.replace(names, ''), `${example.says}, ${set.rules[rule]?.def.id ?? ''}`).not.toMatch(swedish)
          expect(sentence).not.toMatch(/\{\}|undefined/)
        }
      }
    }
    expect(said).toBeGreaterThan(programme.examples.list.length * 5)
  })
})

it('a name that the programme does not have is a mistake of the file, told with its line', () => {
  const folder = folders['jobbspranget'] ?? {}
  const bad = (from: string, to: string) => () => loadProgramme({ ...folder, 'text.en.yaml': (folder['text.en.yaml'] ?? '').replace(from, to) }, programmeOf)
  expect(bad('  JO-01: Has', '  JO-99: Has')).toThrow(expect.objectContaining({ code: 'rules-broken', params: { message: expect.stringMatching(/^text\.en\.yaml, rad \d+: .*”JO-99” finns inte i programmet/) as string } }))
  expect(bad('values: { K: woman', 'values: { Q: woman')).toThrow(/rules-broken/)
  expect(bad('comment: { label: comment }', 'comment: { label: comment, phrase: { is: "x" } }')).toThrow(/rules-broken/)
  expect(bad('comment: { label: comment }', 'comment: { labell: comment }')).toThrow(/rules-broken/)
})

it('a rule set that is not wholly in English is told in Swedish, not in half of each', () => {
  const set = programme.version('2024.1')
  const { rules: _rules, ...rest } = programme.english ?? { title: '', purpose: '' }
  expect(inEnglish(set, rest)).toBeNull()
  for (const id of programmeIds) {
    const each = programmeOf(id)
    for (const { version } of each.versions) expect(each.english && inEnglish(each.version(version), each.english), `${id} ${version}`).not.toBeNull()
  }
})

it('values and countries are written as the language does', () => {
  expect(displayValue({ type: 'number', unit: 'months' }, 1.5, 'en')).toBe('1.5 months')
  expect(displayValue({ type: 'boolean' }, false, 'en')).toBe('no')
  expect(displayValue({ type: 'country' }, 'DE', 'en')).toBe('Germany')
  expect(displayValue({ type: 'country' }, 'DE')).toBe('Tyskland')
  expect(displayValue({ type: 'text' }, ['a', 'b', 'c'], 'en')).toBe('a, b and c')
  expect(countryOptions('en').map(c => c.value).sort()).toEqual(countryOptions().map(c => c.value).sort())
  expect(countryOptions('en').find(c => c.value === 'SUHH')?.label).toBe('Soviet Union')
})
