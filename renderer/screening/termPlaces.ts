import type { CaseView, FactView, RuleView } from '../../shared/contract/views.ts'
import type { TermId } from '../components/Term.tsx'
import { t } from '../text/t.ts'

type TermPlaces = { header: TermId[]; rules: ReadonlyMap<string, TermId[]>; basis: ReadonlyMap<string, TermId>; facts: ReadonlyMap<string, TermId[]>; differs: string | null }

const patterns = Object.entries(t.glossary.terms).flatMap(([id, { pattern }]) => (pattern ? [[id as TermId, new RegExp(`(?<!\\p{L})(${pattern})`, 'iu')] as const] : []))

/** The words of the glossary that stand in a label or a question, in the order of the glossary. */
export function termsIn(text: string): TermId[] {
  return patterns.flatMap(([id, pattern]) => (pattern.test(text) ? [id] : []))
}

/** What asks for something is open from the start; in the others nothing is seen before somebody opens them. */
const isOpen = (rule: RuleView) => rule.light === 'orange' || rule.light === 'red'

/** Where in a case each word is explained: where it stands first, and nowhere twice. The words of questions and facts are the programme's own. */
export function termPlaces(view: Pick<CaseView, 'protected' | 'person' | 'sections' | 'facts'>): TermPlaces {
  const header: TermId[] = ['evaluationDate', ...(view.person.identityKind === 'samordningsnummer' ? ['coordinationNumber' as const] : []), ...(view.protected ? ['protectedPerson' as const, 'secrecy' as const] : [])]
  const said = new Set<TermId>(header)
  const first = (terms: readonly TermId[]) => terms.filter(term => !said.has(term) && said.add(term))
  const rules = view.sections.flatMap(section => section.rules)
  const byRule = new Map(rules.filter(isOpen).map(rule => [rule.id, first(termsIn(rule.question))]))
  const basis = new Map((['statute', 'policy'] as const).flatMap(of => {
    const rule = rules.find(each => each.basis === of && isOpen(each)) ?? rules.find(each => each.basis === of)
    return rule ? [[rule.id, of] as const] : []
  }))
  const ordered = view.sections.flatMap(section => view.facts.filter(fact => fact.section === section.id))
  const byFact = new Map(ordered.map(fact => [fact.id, first(termsIn(textOf(fact)))]))
  return { header, rules: byRule, basis, facts: byFact, differs: ordered.find(fact => fact.differs)?.id ?? null }
}

const textOf = (fact: FactView) => `${fact.label} ${fact.state === 'known' ? fact.display : ''}`
