import type { ExampleText, FactText, GivenFact, JudgedIntake, ProgrammeSummary, RuleBookView, RuleDiff, RuleText } from '../../../shared/contract/rules.ts'
import type { Language } from '../../../shared/domain.ts'
import { programmeIn, programmesIn } from '../cases/programmes-in-store.ts'
import { englishTexts, worded } from '../cases/spoken.ts'
import type { Context } from '../context.ts'
import { countryName, countryOptions } from '../rules/countries.ts'
import { diffRuleSets, writtenValue } from '../rules/diff.ts'
import { runExample } from '../rules/examples.ts'
import type { Expr } from '../rules/expressions.ts'
import type { Programme, ProgrammeVersion } from '../rules/load.ts'
import { childrenOf, factsIn, type Rule, type RuleSet } from '../rules/rule-set.ts'
import { displayValue } from '../rules/sentences.ts'
import { wordings } from '../rules/wording.ts'
import { type FactDef, type FactScalar, type FactValue, isList, type ParameterDef } from '../rules/values.ts'
import type { Reader, Row } from '../store/database.ts'

type Judged = Row & JudgedIntake & { programme: string }

/** Every programme with its versions and the intakes it judges. */
export function listProgrammes({ store }: Context): ProgrammeSummary[] {
  const intakes = intakesOf(store.read)
  return programmesIn(store.read).map(({ programme, imported }) => ({
    ...called(store.read, programme), id: programme.id, screens: programme.screens, origin: imported ? 'imported' : 'built-in', chosenBy: programme.chosenBy,
    versions: programme.versions.map(v => ({ ...v, changes: changesIn(store.read, programme, v), hash: programme.version(v.version).hash })),
    intakes: intakes.filter(i => i.programme === programme.id).map(({ id, name, version, cases }) => ({ id, name, version, cases })),
  }))
}

/** A programme's title and purpose in the language of the operation. */
function called(db: Reader, { id, title, purpose }: Programme): { title: string; purpose: string; language: Language } {
  const texts = englishTexts(db, id)
  return texts ? { title: texts.title, purpose: texts.purpose, language: 'en' } : { title, purpose, language: 'sv' }
}

function changesIn(db: Reader, { id }: Programme, { version, changes }: ProgrammeVersion): ProgrammeVersion['changes'] {
  const texts = englishTexts(db, id)?.changes?.[version]
  return texts?.length === changes.length ? changes.map((each, i) => ({ ...each, text: texts[i] ?? each.text })) : changes
}

function intakesOf(db: Reader): Judged[] {
  return db.all<Judged>('SELECT i.id, i.name, i.programme, r.version, (SELECT count(*) FROM application a WHERE a.intake = i.id) AS cases FROM intake i JOIN rule_set r ON r.id = i.rule_set ORDER BY i.evaluation_date, i.id')
}

/** One version of a programme with everything it says, and its examples run. Throws Fault programme-missing or programme-no-version. */
export function openBook({ store }: Context, input: { programme: string; version: string }): RuleBookView {
  const programme = programmeIn(store.read, input.programme)
  const set = worded(store.read, programme.version(input.version))
  const { data } = set
  const version = programme.versions.find(v => v.version === input.version)
  const texts = set.rules.map(ruleText)
  const usedBy = (pick: (rule: RuleText) => string[], name: string) => texts.filter(rule => pick(rule).includes(name)).map(rule => rule.id)
  return {
    programme: programme.id, ...called(store.read, programme), language: set.language, version: input.version, from: version?.from ?? '', to: version?.to ?? null, hash: set.hash, changes: version ? changesIn(store.read, programme, version) : [],
    sections: Object.entries(data.sections).map(([id, title]) => ({ id, title })), rules: texts,
    parameters: Object.entries(data.parameters).map(([name, p]) => ({ name, label: p.label, unit: p.unit ?? null, written: writtenValue(p.value), display: displayParameter(p, set.language), source: p.source, usedBy: usedBy(r => r.parameters, name) })).filter(p => p.usedBy.length > 0),
    definitions: Object.entries(data.definitions).map(([name, d]) => ({ name, label: d.label, is: d.is, usedBy: usedBy(r => r.definitions, name) })).filter(d => d.usedBy.length > 0),
    facts: data.facts.filter(f => set.usedBy.has(f.id)).map(f => factText(f, set, version?.from)),
    examples: examplesOf(programme, set), usual: givenIn(programme.examples.usual),
  }
}

/** What differs between two versions of a programme. */
export function compareVersions({ store }: Context, { programme: id, before, after }: { programme: string; before: string; after: string }): RuleDiff {
  const programme = programmeIn(store.read, id)
  const [left, right] = [worded(store.read, programme.version(before)), worded(store.read, programme.version(after))]
  return { before: { version: before, hash: left.hash }, after: { version: after, hash: right.hash }, entries: diffRuleSets(left.data, right.data, left.language === right.language ? left.language : 'sv') }
}

function ruleText({ def, conditions }: Rule): RuleText {
  const parameters = new Set<string>()
  const definitions = new Set<string>()
  const walk = (e: Expr): void => {
    if (e.kind === 'parameter') parameters.add(e.name.slice('parameters.'.length))
    if (e.kind === 'definition') definitions.add(e.name)
    childrenOf(e).forEach(walk)
  }
  for (const c of conditions) walk(c.expr)
  return {
    id: def.id, question: def.question, section: def.section, filterable: def.filterable, sources: def.sources,
    conditions: conditions.map(c => ({ light: c.light, when: c.text, basis: c.basis })), facts: [...factsIn(conditions.map(c => c.expr))], parameters: [...parameters], definitions: [...definitions],
  }
}

function displayParameter({ value, unit }: ParameterDef, language: Language): string {
  const one = (v: FactScalar) => (typeof v === 'string' && /^([A-Z]{2}){1,2}$/.test(v) && countryName(v) !== v ? countryName(v, language) : displayValue({ type: 'text', ...(unit === undefined ? {} : { unit }) }, v, language))
  return Array.isArray(value) ? value.map(one).join(', ') : one(value)
}

function factText(fact: FactDef, set: RuleSet, from: string | undefined): FactText {
  // Facts set by hand are judged on the version's first day unless another is given.
  const day = fact.id === 'evaluation.date' ? from : undefined
  return {
    id: fact.id, label: fact.label, section: fact.section, type: fact.type, list: fact.list ?? false, unit: fact.unit ?? null, canBeNone: fact.canBeNone ?? fact.empty === null,
    options: fact.type === 'country' ? countryOptions(set.language) : fact.values ? Object.entries(fact.values).map(([value, label]) => ({ value, label })) : null,
    usual: day ?? displayFact(fact, fact.empty, set.language), usedBy: set.usedBy.get(fact.id) ?? [],
  }
}

const displayFact = (fact: FactDef, value: FactValue, language: Language): string => (value === undefined ? wordings[language].unknown : value === null ? wordings[language].none : displayValue(fact, value, language))

const givenIn = (facts: Readonly<Record<string, FactScalar | readonly FactScalar[] | null>> | undefined): Record<string, GivenFact> => Object.fromEntries(Object.entries(facts ?? {}).map(([id, value]) => [id, isList(value) ? [...value] : value]))

function examplesOf(programme: Programme, set: RuleSet): ExampleText[] {
  return programme.examples.list.map(example => runExample(programme, example)).filter(result => result.version === set.data.version || result.version === '').map(({ example, version, problems }) => ({
    says: example.says, on: example.on, version, problems, light: example.light ?? null, values: givenIn(example.given), unknown: [...(example.unknown ?? [])],
    given: [
      ...Object.entries(example.given ?? {}).map(([fact, value]) => {
        const def = set.factById.get(fact)
        return { fact, label: def?.label ?? fact, display: def ? displayFact(def, isList(value) ? [...value] : value, set.language) : String(value) }
      }),
      ...(example.unknown ?? []).map(fact => ({ fact, label: set.factById.get(fact)?.label ?? fact, display: wordings[set.language].unknown })),
    ],
    expect: Object.entries(example.expect).map(([rule, light]) => ({ rule, light })),
  }))
}
