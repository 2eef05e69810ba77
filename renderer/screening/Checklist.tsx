import type { Language } from '../../shared/domain.ts'
import type { CaseView, FactView, RuleView } from '../../shared/contract/views.ts'
import { Term, type TermId } from '../components/Term.tsx'
import { t } from '../text/t.ts'
import { RuleItem } from './RuleItem.tsx'

/** The word that a section of the checklist turns on. Programmes that people write themselves have sections of their own, without. */
const termOf: Readonly<Record<string, TermId>> = {
  'residence-permit': 'rightToWork', registration: 'applicantCategory', 'plan-programme': 'actionPlan', person: 'coordinationNumber',
}

const isGreen = (rule: RuleView) => rule.light === 'green' || rule.light === 'not-applicable'

/** The rules by section, in the order a caseworker goes through them. */
export function Checklist({ view, onlyNotGreen }: { view: CaseView; onlyNotGreen: boolean }) {
  const facts = new Map<string, FactView>(view.facts.map(f => [f.id, f]))
  const shown = view.sections
    .map(s => ({ ...s, all: s.rules.length, greens: s.rules.filter(isGreen).length, rules: onlyNotGreen ? s.rules.filter(r => !isGreen(r)) : s.rules }))
    .filter(s => s.rules.length > 0)
  if (shown.length === 0) return <p className="plain panel">{t.screening.case.allGreen}</p>
  return (
    <>
      {shown.map(s => <SectionOfRules key={s.id} title={s.title} term={termOf[s.id]} rules={s.rules} summary={t.screening.case.sectionSummary(s.greens, s.all)} facts={facts} language={view.ruleSet.language} />)}
    </>
  )
}

function SectionOfRules({ title, term, rules, summary, facts, language }: { language: Language; title: string; term: TermId | undefined; rules: RuleView[]; summary: string; facts: ReadonlyMap<string, FactView> }) {
  return (
    <div className="rules" lang={language}>
      <div className="row-between"><span className="with-term"><h3 className="section-title">{title}</h3>{term ? <Term id={term} /> : null}</span><span className="subtle small">{summary}</span></div>
      <ul className="rule-list">{rules.map(r => <RuleItem key={r.id} rule={r} facts={facts} />)}</ul>
    </div>
  )
}
