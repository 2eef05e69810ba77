import type { RuleSet } from './rule-set.ts'
import type { DocumentOf } from './schema.ts'
import { mistakeAt, type Path, type Read } from './yaml.ts'

/** What an applicant can be asked for, by question. */
export type RequestTexts = DocumentOf<'requests'>

/** Looks into a programme's texts for requests: each question, fact and text that is named must be there. Throws Fault rules-broken with file and line. */
export function checkRequestTexts(read: Read<'requests'>, sets: readonly RuleSet[]): void {
  const { texts, rules, others = {} } = read.data
  const questions = new Set(sets.flatMap(set => set.rules.map(rule => rule.def.id)))
  const facts = new Set(sets.flatMap(set => [...set.factIndex.keys()]))
  const question = (path: Path, id: string) => { if (!questions.has(id)) throw mistakeAt(read, path, `regeln ${id} finns inte i programmet`) }
  const text = (path: Path, name: string | undefined) => { if (name !== undefined && !(name in texts)) throw mistakeAt(read, path, `texten ”${name}” finns inte under ”texts”`) }
  const used = new Set<string>()
  for (const [id, rule] of Object.entries(rules)) {
    const path = ['rules', id]
    question(path, id)
    if (id in others) throw mistakeAt(read, ['others', id], `regeln ${id} står både under ”rules” och under ”others”`)
    if (rule.orange === undefined && rule.red === undefined && rule.missing === undefined) throw mistakeAt(read, path, 'inget står som kan begäras: ange ”orange”, ”red” eller ”missing”')
    for (const light of ['orange', 'red'] as const) text([...path, light], rule[light])
    for (const [fact, name] of Object.entries(rule.missing ?? {})) {
      if (!facts.has(fact)) throw mistakeAt(read, [...path, 'missing', fact], `uppgiften ”${fact}” finns inte i facts.yaml`)
      text([...path, 'missing', fact], name)
    }
    for (const name of [rule.orange, rule.red, ...Object.values(rule.missing ?? {})]) if (name !== undefined) used.add(name)
  }
  for (const id of Object.keys(others)) question(['others', id], id)
  for (const name of Object.keys(texts)) if (!used.has(name)) throw mistakeAt(read, ['texts', name], `texten ”${name}” begärs aldrig`)
}
