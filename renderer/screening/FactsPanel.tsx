import { Tabs } from '@navikt/ds-react/Tabs'
import { useMemo } from 'react'
import type { CaseView, FactEntry } from '../../shared/contract/views.ts'
import type { CasePanel, CasePanelProps } from '../components/casePanel.ts'
import { count } from '../text/format.ts'
import { t } from '../text/t.ts'
import { FactItem } from './FactItem.tsx'
import { termPlaces } from './termPlaces.ts'

type Props = Omit<CasePanelProps, 'asked'> & {
  tab: string; onTab: (tab: string) => void; panels: readonly CasePanel[]; asked: { panel: string; entry: Pick<FactEntry, 'ref'>; turn: number } | null
}

const none: never[] = []
const labelOf = ({ label, amount }: CasePanel, view: CaseView) => { const n = amount?.(view) ?? 0; return n > 0 ? `${label} (${count(n)})` : label }

/** The facts by section with every source's word, and what other rooms have to show of the case. */
export function FactsPanel({ view, tab, onTab, panels, asked, openReason, change, show }: Props) {
  const text = t.screening.case
  const places = useMemo(() => termPlaces(view), [view])
  const sections = view.sections.filter(s => view.facts.some(f => f.section === s.id))
  return (
    <section className="case-right" aria-label={text.facts}>
      <Tabs size="small" value={tab} onChange={onTab}>
        <Tabs.List className="column-head">
          <Tabs.Tab value="facts" label={text.facts} aria-keyshortcuts="F" />
          {panels.map(p => <Tabs.Tab key={p.id} value={p.id} label={labelOf(p, view)} {...(p.key ? { 'aria-keyshortcuts': p.key } : {})} />)}
        </Tabs.List>
        <Tabs.Panel value="facts">
          {sections.map(s => (
            <div key={s.id} className="rules">
              <h3 className="section-title" lang={view.ruleSet.language}>{s.title}</h3>
              <ul className="fact-list">{view.facts.filter(f => f.section === s.id).map(f => <FactItem key={f.id} fact={f} language={view.ruleSet.language} decided={view.decision !== null} terms={places.facts.get(f.id) ?? none} explain={f.id === places.differs} />)}</ul>
            </div>
          ))}
          <p className="plain subtle small wrap">{text.ruleSet(view.ruleSet.programme, view.ruleSet.version)}</p>
        </Tabs.Panel>
        {panels.map(({ id, Panel }) => (
          <Tabs.Panel key={id} value={id}>
            <Panel key={view.id} view={view} openReason={openReason} change={change} show={show} asked={asked?.panel === id ? asked : null} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  )
}
