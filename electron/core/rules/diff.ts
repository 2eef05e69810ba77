import type { DiffEntry } from '../../../shared/contract/rules.ts'
import type { RuleSetData } from './values.ts'

type Parts = { title: string; fields: [string, string | null][] }
const lights = [['rött', 'red'], ['orange', 'orange'], ['grönt', 'green'], ['ej aktuellt', 'notApplicable']] as const
const factFields: Record<string, string> = {
  label: 'namn', type: 'slag', section: 'avsnitt', list: 'flera värden', unit: 'enhet', values: 'ord', ordered: 'orden har en ordning', pattern: 'form', spelling: 'stavning', empty: 'betyder om inget anges',
  emptyNeeds: 'gäller när utdraget är inläst', editable: 'kan rättas i ett ärende', canBeNone: 'kan saknas', phrase: 'meningar',
}
const basisWord = { statute: 'författning', policy: 'praxis' }

/** A value as it stands in a rule file. */
export function writtenValue(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(v => String(v)).join(', ')}]` : String(value)
}

function written(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  if (value === null) return 'finns inte'
  return typeof value === 'object' && !Array.isArray(value) ? Object.entries(value).map(([key, text]) => `${key}: ${String(text)}`).join('; ') : writtenValue(value)
}

function partsOf(data: RuleSetData): { kind: DiffEntry['kind']; parts: Map<string, Parts> }[] {
  const map = (entries: [string, Parts][]) => new Map(entries)
  return [
    { kind: 'rule', parts: map(data.rules.map(r => [r.id, { title: r.question, fields: [
      ['fråga', r.question], ...lights.flatMap(([word, key]) => r[key].map((c, i): [string, string] => [`${word}${r[key].length > 1 ? ` ${i + 1}` : ''}`, `${c.when} (${basisWord[c.basis]})`])),
      ['källor', r.sources.join('; ')], ['skäl i beslutet', r.decisive], ['avsnitt', data.sections[r.section] ?? r.section], ['går att söka på', r.filterable ? 'ja' : 'nej'],
    ] }])) },
    { kind: 'parameter', parts: map(Object.entries(data.parameters).map(([name, p]) => [name, { title: p.label, fields: [['namn', p.label], ['värde', writtenValue(p.value)], ['enhet', p.unit ?? null], ['källa', p.source]] }])) },
    { kind: 'definition', parts: map(Object.entries(data.definitions).map(([name, d]) => [name, { title: d.label, fields: [['namn', d.label], ['är', d.is], ['enhet', d.unit ?? null]] }])) },
    { kind: 'fact', parts: map(data.facts.map(f => [f.id, { title: f.label, fields: Object.entries(f).filter(([key]) => key !== 'id').map(([key, value]): [string, string] => [factFields[key] ?? key, written(value)]) }])) },
    { kind: 'section', parts: map(Object.entries(data.sections).map(([id, title]) => [id, { title, fields: [['namn', title]] }])) },
  ]
}

/** What differs between two rule sets, part by part; nothing when they say the same. */
export function diffRuleSets(before: RuleSetData, after: RuleSetData): DiffEntry[] {
  const left = partsOf(before)
  const right = partsOf(after)
  return left.flatMap(({ kind, parts: was }, i) => {
    const is = right[i]?.parts ?? new Map<string, Parts>()
    const ids = [...new Set([...was.keys(), ...is.keys()])].sort()
    return ids.flatMap((id): DiffEntry[] => {
      const a = was.get(id)
      const b = is.get(id)
      const names = [...new Set([...(a?.fields ?? []), ...(b?.fields ?? [])].map(([name]) => name))]
      const value = (parts: Parts | undefined, name: string) => parts?.fields.find(([field]) => field === name)?.[1] ?? null
      const fields = names.map(field => ({ field, before: value(a, field), after: value(b, field) })).filter(f => f.before !== f.after)
      return fields.length ? [{ kind, id, title: (b ?? a)?.title ?? id, change: a && b ? 'changed' : a ? 'removed' : 'added', fields }] : []
    })
  })
}
