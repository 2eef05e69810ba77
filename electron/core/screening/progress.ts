import type { SectionProgress } from '../../../shared/contract/judging.ts'
import type { FactView, RuleView } from '../../../shared/contract/views.ts'

type Section = { id: string; rules: readonly RuleView[] }

/** How far each part of the checklist has come, and who has said what in it. */
export function progressOf(sections: readonly Section[], facts: readonly FactView[]): SectionProgress[] {
  const byId = new Map(facts.map(fact => [fact.id, fact]))
  const saidByHand = (id: string) => byId.get(id)?.source === 'caseworker'
  return sections.map(({ id, rules }) => {
    const own = facts.filter(fact => fact.section === id)
    const asked = own.filter(fact => fact.manual !== null && fact.usedByRules.length > 0)
    const answered = rules.filter(rule => rule.missing.length === 0)
    const unknown = new Map(rules.flatMap(rule => rule.missing.map(({ fact, label }) => [fact, label] as const)))
    return {
      section: id, rules: rules.length, answered: answered.length, green: rules.filter(rule => rule.light === 'green' || rule.light === 'not-applicable').length,
      automatic: answered.filter(rule => !rule.facts.some(saidByHand)).length,
      unknown: [...unknown].map(([fact, label]) => ({ fact, label })),
      manual: { asked: asked.length, answered: asked.filter(fact => fact.state === 'known').length },
      byHand: own.flatMap(fact => {
        const said = fact.entries.find(entry => entry.source === 'caseworker' && entry.holds)
        return said ? [{ fact: fact.id, label: fact.label, by: said.by ?? '', at: said.at ?? '' }] : []
      }).sort((a, b) => (a.at < b.at ? 1 : -1)),
    }
  })
}
