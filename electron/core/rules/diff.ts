import type { DiffEntry } from '../../../shared/contract/rules.ts'
import type { Language } from '../../../shared/domain.ts'
import type { RuleSetData } from './values.ts'

type Parts = { title: string; fields: [string, string | null][] }
type Names = {
  yes: string; no: string; none: string; red: string; orange: string; green: string; notApplicable: string; statute: string; policy: string
  question: string; sources: string; decisive: string; section: string; filterable: string; name: string; value: string; unit: string; source: string; is: string
  fact: Record<string, string>
}
const names: Record<Language, Names> = {
  sv: {
    yes: 'ja', no: 'nej', none: 'finns inte', red: 'rött', orange: 'orange', green: 'grönt', notApplicable: 'ej aktuellt', statute: 'författning', policy: 'praxis',
    question: 'fråga', sources: 'källor', decisive: 'skäl i beslutet', section: 'avsnitt', filterable: 'går att söka på', name: 'namn', value: 'värde', unit: 'enhet', source: 'källa', is: 'är',
    fact: {
      label: 'namn', type: 'slag', section: 'avsnitt', list: 'flera värden', unit: 'enhet', values: 'ord', ordered: 'orden har en ordning', pattern: 'form', spelling: 'stavning', empty: 'betyder om inget anges',
      emptyNeeds: 'gäller när utdraget är inläst', editable: 'kan rättas i ett ärende', canBeNone: 'kan saknas', phrase: 'meningar',
    },
  },
  en: {
    yes: 'yes', no: 'no', none: 'does not exist', red: 'red', orange: 'orange', green: 'green', notApplicable: 'not applicable', statute: 'statute', policy: 'policy',
    question: 'question', sources: 'sources', decisive: 'reason in the decision', section: 'section', filterable: 'can be searched', name: 'name', value: 'value', unit: 'unit', source: 'source', is: 'is',
    fact: {
      label: 'name', type: 'kind', section: 'section', list: 'several values', unit: 'unit', values: 'words', ordered: 'the words have an order', pattern: 'form', spelling: 'spelling', empty: 'means if nothing is given',
      emptyNeeds: 'holds when the extract has been read', editable: 'can be corrected in a case', canBeNone: 'can be missing', phrase: 'sentences',
    },
  },
}
const lights = ['red', 'orange', 'green', 'notApplicable'] as const

/** A value as it stands in a rule file. */
export function writtenValue(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(v => String(v)).join(', ')}]` : String(value)
}

function written(value: unknown, n: Names): string {
  if (typeof value === 'boolean') return value ? n.yes : n.no
  if (value === null) return n.none
  return typeof value === 'object' && !Array.isArray(value) ? Object.entries(value).map(([key, text]) => `${key}: ${String(text)}`).join('; ') : writtenValue(value)
}

function partsOf(data: RuleSetData, n: Names): { kind: DiffEntry['kind']; parts: Map<string, Parts> }[] {
  const map = (entries: [string, Parts][]) => new Map(entries)
  return [
    { kind: 'rule', parts: map(data.rules.map(r => [r.id, { title: r.question, fields: [
      [n.question, r.question], ...lights.flatMap(key => r[key].map((c, i): [string, string] => [`${n[key]}${r[key].length > 1 ? ` ${i + 1}` : ''}`, `${c.when} (${n[c.basis]})`])),
      [n.sources, r.sources.join('; ')], [n.decisive, r.decisive], [n.section, data.sections[r.section] ?? r.section], [n.filterable, r.filterable ? n.yes : n.no],
    ] }])) },
    { kind: 'parameter', parts: map(Object.entries(data.parameters).map(([name, p]) => [name, { title: p.label, fields: [[n.name, p.label], [n.value, writtenValue(p.value)], [n.unit, p.unit ?? null], [n.source, p.source]] }])) },
    { kind: 'definition', parts: map(Object.entries(data.definitions).map(([name, d]) => [name, { title: d.label, fields: [[n.name, d.label], [n.is, d.is], [n.unit, d.unit ?? null]] }])) },
    { kind: 'fact', parts: map(data.facts.map(f => [f.id, { title: f.label, fields: Object.entries(f).filter(([key]) => key !== 'id').map(([key, value]): [string, string] => [n.fact[key] ?? key, written(value, n)]) }])) },
    { kind: 'section', parts: map(Object.entries(data.sections).map(([id, title]) => [id, { title, fields: [[n.name, title]] }])) },
  ]
}

/** What differs between two rule sets, part by part; nothing when they say the same. */
export function diffRuleSets(before: RuleSetData, after: RuleSetData, language: Language = 'sv'): DiffEntry[] {
  const left = partsOf(before, names[language])
  const right = partsOf(after, names[language])
  return left.flatMap(({ kind, parts: was }, i) => {
    const is = right[i]?.parts ?? new Map<string, Parts>()
    const ids = [...new Set([...was.keys(), ...is.keys()])].sort()
    return ids.flatMap((id): DiffEntry[] => {
      const a = was.get(id)
      const b = is.get(id)
      const fieldNames = [...new Set([...(a?.fields ?? []), ...(b?.fields ?? [])].map(([name]) => name))]
      const value = (parts: Parts | undefined, name: string) => parts?.fields.find(([field]) => field === name)?.[1] ?? null
      const fields = fieldNames.map(field => ({ field, before: value(a, field), after: value(b, field) })).filter(f => f.before !== f.after)
      return fields.length ? [{ kind, id, title: (b ?? a)?.title ?? id, change: a && b ? 'changed' : a ? 'removed' : 'added', fields }] : []
    })
  })
}
