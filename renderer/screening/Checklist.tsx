import { useMemo } from 'react'
import type { Language } from '../../shared/domain.ts'
import type { CaseView, FactView, RuleView } from '../../shared/contract/views.ts'
import { t } from '../text/t.ts'
import { RuleItem } from './RuleItem.tsx'
import { termPlaces } from './termPlaces.ts'

const none: never[] = []
const isGreen = (rule: RuleView) => rule.light === 'green' || rule.light === 'not-applicable'

/** The rules by section, in the order a caseworker goes through them. */
export function Checklist({ view, onlyNotGreen }: { view: CaseView; onlyNotGreen: boolean }) {
  const facts = new Map<string, FactView>(view.facts.map(f => [f.id, f]))
  const places = useMemo(() => termPlaces(view), [view])
  const shown = view.sections
    .map(s => ({ ...s, all: s.rules.length, greens: s.rules.filter(isGreen).length, rules: onlyNotGreen ? s.rules.filter(r => !isGreen(r)) : s.rules }))
    .filter(s => s.rules.length > 0)
  if (shown.length === 0) return <p className="plain panel">{t.screening.case.allGreen}</p>
  return (
    <>
      {shown.map(s => <SectionOfRules key={s.id} title={s.title} rules={s.rules} places={places} summary={t.screening.case.sectionSummary(s.greens, s.all)} facts={facts} language={view.ruleSet.language} />)}
    </>
  )
}

function SectionOfRules({ title, rules, places, summary, facts, language }: { language: Language; title: string; rules: RuleView[]; places: ReturnType<typeof termPlaces>; summary: string; facts: ReadonlyMap<string, FactView> }) {
  return (
    <div className="rules">
      <div className="row-between"><h3 className="section-title" lang={language}>{title}</h3><span className="subtle small">{summary}</span></div>
      <ul className="rule-list">{rules.map(r => <RuleItem key={r.id} rule={r} language={language} facts={facts} terms={places.rules.get(r.id) ?? none} basisTerm={places.basis.get(r.id)} />)}</ul>
    </div>
  )
}
