import type { DefinitionText, ExampleText, FactText, ParameterText, RuleBookView, RuleText } from '../../shared/contract/rules.ts'

const plain = (text: string) => text.toLocaleLowerCase('sv')

/** True when every word of the search is somewhere in the texts. An empty search finds everything. */
export function holdsAll(search: string, texts: readonly (string | null)[]): boolean {
  const words = plain(search).split(/\s+/).filter(Boolean)
  const all = plain(texts.filter(Boolean).join('\n'))
  return words.every(word => all.includes(word))
}

/** What a rule can be found by: itself, its conditions and sources, and what it builds on. */
export function ruleTexts(rule: RuleText, book: RuleBookView): string[] {
  return [
    rule.id, rule.question, ...rule.sources, ...rule.conditions.map(c => c.when),
    ...book.parameters.filter(p => rule.parameters.includes(p.name)).flatMap(p => [p.name, p.label]),
    ...book.definitions.filter(d => rule.definitions.includes(d.name)).flatMap(d => [d.name, d.label]),
    ...book.facts.filter(f => rule.facts.includes(f.id)).flatMap(f => [f.id, f.label]),
  ]
}

export type Found = { rules: RuleText[]; parameters: ParameterText[]; definitions: DefinitionText[]; facts: FactText[] }
/** What of a book a search finds, list by list. */
export function searchBook(book: RuleBookView, search: string): Found {
  return {
    rules: book.rules.filter(r => holdsAll(search, ruleTexts(r, book))),
    parameters: book.parameters.filter(p => holdsAll(search, [p.name, p.label, p.display, p.source, ...p.usedBy])),
    definitions: book.definitions.filter(d => holdsAll(search, [d.name, d.label, d.is, ...d.usedBy])),
    facts: book.facts.filter(f => holdsAll(search, [f.id, f.label, f.unit, ...f.usedBy])),
  }
}

/** The examples that say what a rule's light is, those that fail first. */
export function examplesOf(rule: string, examples: readonly ExampleText[]): ExampleText[] {
  const own = examples.filter(e => e.expect.some(x => x.rule === rule))
  return [...own.filter(e => e.problems.length > 0), ...own.filter(e => e.problems.length === 0)]
}

export type SectionOf<T> = { id: string; title: string; items: T[] }
/** Items by section in the book's order; a section that the book does not name comes last under its own name, an empty one not at all. */
export function bySection<T extends { section: string }>(book: Pick<RuleBookView, 'sections'>, items: readonly T[]): SectionOf<T>[] {
  const known = new Set(book.sections.map(s => s.id))
  const others = [...new Set(items.map(i => i.section))].filter(id => !known.has(id)).map(id => ({ id, title: id }))
  return [...book.sections, ...others].map(s => ({ ...s, items: items.filter(i => i.section === s.id) })).filter(s => s.items.length > 0)
}
