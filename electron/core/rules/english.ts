import { compileRuleSet, type RuleSet } from './rule-set.ts'
import type { DocumentOf } from './schema.ts'
import type { FactDef, RuleSetData } from './values.ts'
import { mistakeAt, type Read } from './yaml.ts'

/** A programme's words in English: data beside its rules, and no part of what their hash is over. */
export type EnglishTexts = DocumentOf<'text'>
type ByVersion = string | Record<string, string>

export const ENGLISH_FILE = 'text.en.yaml'

/** Throws Fault rules-broken for a name that none of the versions knows. */
export function checkEnglish(read: Read<'text'>, sets: readonly RuleSetData[]): void {
  const known = {
    sections: (id: string) => sets.some(s => id in s.sections), facts: (id: string) => sets.some(s => s.facts.some(f => f.id === id)), parameters: (id: string) => sets.some(s => id in s.parameters),
    definitions: (id: string) => sets.some(s => id in s.definitions), rules: (id: string) => sets.some(s => s.rules.some(r => r.id === id)), changes: (id: string) => sets.some(s => s.version === id),
  }
  for (const [part, has] of Object.entries(known)) {
    for (const id of Object.keys(read.data[part as keyof typeof known] ?? {})) if (!has(id)) throw mistakeAt(read, [part, id], `”${id}” finns inte i programmet`)
  }
  for (const [id, { values, phrase }] of Object.entries(read.data.facts ?? {})) {
    const facts = sets.flatMap(s => s.facts.filter(f => f.id === id))
    for (const word of Object.keys(values ?? {})) if (!facts.some(f => f.values && word in f.values)) throw mistakeAt(read, ['facts', id, 'values', word], `uppgiften ”${id}” har inte ordet ”${word}”`)
    for (const key of Object.keys(phrase ?? {})) if (!facts.some(f => f.phrase && key in f.phrase)) throw mistakeAt(read, ['facts', id, 'phrase', key], `uppgiften ”${id}” har ingen mening ”${key}”`)
  }
}

/** The English words of a programme, what they leave out taken from the programme that it is like. */
export function englishOf({ data }: Read<'text'>, base: EnglishTexts | null): EnglishTexts {
  if (!base) return data
  return {
    ...data, sections: { ...base.sections, ...data.sections }, facts: { ...base.facts, ...data.facts }, parameters: { ...base.parameters, ...data.parameters }, definitions: { ...base.definitions, ...data.definitions },
    rules: { ...base.rules, ...data.rules }, words: { ...base.words, ...data.words }, credentials: { ...base.credentials, ...data.credentials }, sharing: { ...base.sharing, ...data.sharing },
  }
}

const pick = (text: ByVersion | undefined, version: string): string | undefined => (typeof text === 'object' ? text[version.replace(/ .*/, '')] : text)

/** What of a rule set has no English, as paths; empty when everything has. */
export function untranslated(data: RuleSetData, texts: EnglishTexts): string[] {
  const out: string[] = []
  const need = (path: string, text: string | undefined) => { if (!text) out.push(path) }
  for (const id of Object.keys(data.sections)) need(`sections ${id}`, texts.sections?.[id])
  for (const fact of data.facts) {
    const own = texts.facts?.[fact.id]
    need(`facts ${fact.id}`, own?.label)
    if (fact.unit && /[a-zåäö]/i.test(fact.unit)) need(`facts ${fact.id} unit`, own?.unit)
    for (const word of Object.keys(fact.values ?? {})) if (fact.values?.[word] !== word || /[a-zåäö]{3}/.test(word)) need(`facts ${fact.id} values ${word}`, own?.values?.[word])
    for (const key of Object.keys(fact.phrase ?? {})) need(`facts ${fact.id} phrase ${key}`, own?.phrase?.[key as keyof NonNullable<FactDef['phrase']>])
  }
  for (const [name, p] of Object.entries(data.parameters)) {
    need(`parameters ${name}`, texts.parameters?.[name]?.label)
    if (p.unit && /[a-zåäö]/i.test(p.unit)) need(`parameters ${name} unit`, texts.parameters?.[name]?.unit)
  }
  for (const name of Object.keys(data.definitions)) need(`definitions ${name}`, pick(texts.definitions?.[name]?.label, data.version))
  for (const rule of data.rules) need(`rules ${rule.id}`, pick(texts.rules?.[rule.id], data.version))
  return out
}

/**
 * The same rule set in English, with the same hash: its parts stand in the same order, so that what the Swedish one has decided can be
 * told by it. Sources and reasons of decisions stay Swedish. Null where something of it has no English: half of each would be no language.
 */
export function inEnglish(set: RuleSet, texts: EnglishTexts): RuleSet | null {
  const { data } = set
  if (untranslated(data, texts).length > 0) return null
  const withUnit = (unit: string | undefined) => (unit === undefined ? {} : { unit })
  const english: RuleSetData = {
    ...data, title: texts.title,
    sections: Object.fromEntries(Object.keys(data.sections).map(id => [id, texts.sections?.[id] ?? id])),
    facts: data.facts.map(fact => {
      const own = texts.facts?.[fact.id]
      return {
        ...fact, label: own?.label ?? fact.label, ...withUnit(own?.unit ?? fact.unit),
        ...(fact.values ? { values: { ...fact.values, ...own?.values } } : {}), ...(fact.phrase ? { phrase: own?.phrase as NonNullable<FactDef['phrase']> } : {}),
      }
    }),
    parameters: Object.fromEntries(Object.entries(data.parameters).map(([name, p]) => [name, { ...p, label: texts.parameters?.[name]?.label ?? p.label, ...withUnit(texts.parameters?.[name]?.unit ?? p.unit) }])),
    definitions: Object.fromEntries(Object.entries(data.definitions).map(([name, d]) => [name, { ...d, label: pick(texts.definitions?.[name]?.label, data.version) ?? d.label, ...withUnit(texts.definitions?.[name]?.unit ?? d.unit) }])),
    rules: data.rules.map(rule => ({ ...rule, question: pick(texts.rules?.[rule.id], data.version) ?? rule.question })),
  }
  return { ...compileRuleSet(english), hash: set.hash, language: 'en', words: texts.words ?? {} }
}
