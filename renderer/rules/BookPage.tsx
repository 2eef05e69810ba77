import { Select } from '@navikt/ds-react/Select'
import { Tabs } from '@navikt/ds-react/Tabs'
import { ChevronLeftIcon } from '@navikt/aksel-icons'
import { useEffect, useMemo, useRef } from 'react'
import type { ExampleText, ProgrammeSummary, RuleBookView } from '../../shared/contract/rules.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { PageHeading } from '../components/PageHeading.tsx'
import { WithTerm } from '../components/Term.tsx'
import { useChanged } from '../components/useChanged.ts'
import { useRead } from '../components/useRead.ts'
import { count } from '../text/format.ts'
import { t } from '../text/t.ts'
import { BookSearch } from './BookSearch.tsx'
import { searchBook } from './bookSearch.ts'
import { Compare } from './Compare.tsx'
import { DefinitionList, FactList, ParameterList } from './Lists.tsx'
import { change, TABS, type Place, type Tab } from './place.ts'
import { Changes, ShortHash, spanOf } from './ProgrammesView.tsx'
import { RuleList } from './RuleList.tsx'
import { draftsOf } from './trial.ts'
import { TryPanel } from './TryPanel.tsx'
import { WhatIf } from './WhatIf.tsx'

type Props = { cameFrom: Element | null; programme: ProgrammeSummary; place: Place; onList: () => void; onCase: (intake: { id: number; name: string }, caseId: number) => void; onRulesChanged: () => Promise<void> }

/** One version of a programme: read, compare, try, and ask what it would change. */
export function BookPage({ cameFrom, programme, place, onList, onCase, onRulesChanged }: Props) {
  const text = t.rules.book
  const book = useRead('rules.book', { programme: programme.id, version: place.version })
  useChanged(({ what }) => { if (what === 'rules') void book.reload() })
  const shown = book.value?.version === place.version && book.value.programme === programme.id ? book.value : null
  const version = programme.versions.find(v => v.version === place.version)
  const set = (next: Parameters<typeof change>[1]) => change(programme.id, next)
  return (
    <div className="wide stack rule-book">
      <div>
        <button type="button" className="link" onClick={onList}><ChevronLeftIcon aria-hidden /> {t.rules.allProgrammes}</button>
        <PageHeading cameFrom={cameFrom} actions={(
          <Select size="small" label={text.version} className="version-select" value={place.version} onChange={e => set({ version: e.target.value })}>
            {[...programme.versions].reverse().map(v => <option key={v.version} value={v.version}>{text.versionOption(v.version, v.from, v.to)}</option>)}
          </Select>
        )}>{text.heading(programme.title)}</PageHeading>
        <p className="plain" lang={programme.language}>{programme.purpose}</p>
        {version ? (
          <dl className="version-facts">
            <div><dt>{t.rules.list.columns.span}</dt><dd>{spanOf(version)}</dd></div>
            <div><dt>{text.hash}</dt><dd><WithTerm ids={['hash']}><ShortHash hash={version.hash} /></WithTerm></dd></div>
          </dl>
        ) : null}
      </div>
      <FaultMessage fault={book.fault} />
      {shown ? <BookTabs programme={programme} place={place} book={shown} onCase={onCase} onRulesChanged={onRulesChanged} /> : book.fault ? null : <p className="plain">{t.common.loading}</p>}
    </div>
  )
}

function BookTabs({ programme, place, book, onCase, onRulesChanged }: Omit<Props, 'onList' | 'cameFrom'> & { book: RuleBookView }) {
  const text = t.rules.book
  const set = (next: Parameters<typeof change>[1]) => change(programme.id, next)
  const found = useMemo(() => searchBook(book, place.search), [book, place.search])
  const counts: Partial<Record<Tab, number>> = { rules: book.rules.length, parameters: book.parameters.length, definitions: book.definitions.length, facts: book.facts.length }
  const panel = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  useEffect(() => {
    // Going to another part from inside one takes focus with it; choosing a tab leaves focus on the tab.
    if (moved.current) panel.current?.querySelector<HTMLElement>('[role="tabpanel"]:not([hidden])')?.focus()
    moved.current = false
  }, [place.tab])
  const go = (next: Partial<Place>) => { moved.current = true; set(next) }
  const toRule = (rule: string) => go({ tab: 'rules', search: rule })
  const tryExample = (example: ExampleText) => go({ tab: 'try', drafts: draftsOf(book.usual, example) })
  const search = (n: number, all: number) => <BookSearch value={place.search} hits={n} all={all} onChange={value => set({ search: value })} />
  return (
    <div ref={panel}>
      <Tabs size="small" value={place.tab} onChange={value => { const tab = TABS.find(x => x === value); if (tab) set({ tab }) }}>
        <Tabs.List aria-label={text.tabs}>
          {TABS.map(tab => <Tabs.Tab key={tab} value={tab} label={counts[tab] === undefined ? text.tab[tab] : `${text.tab[tab]} (${count(counts[tab])})`} />)}
        </Tabs.List>
        <Tabs.Panel value="rules" className="stack tab-panel">
          <dl className="version-facts"><div><dt>{text.changes}</dt><dd><Changes changes={book.changes} /></dd></div></dl>
          {search(found.rules.length, book.rules.length)}
          <RuleList book={book} rules={found.rules} onTry={tryExample} />
        </Tabs.Panel>
        <Tabs.Panel value="parameters" className="stack tab-panel">
          {search(found.parameters.length, book.parameters.length)}
          <ParameterList book={book} parameters={found.parameters} onRule={toRule} />
        </Tabs.Panel>
        <Tabs.Panel value="definitions" className="stack tab-panel">
          {search(found.definitions.length, book.definitions.length)}
          <DefinitionList book={book} definitions={found.definitions} onRule={toRule} />
        </Tabs.Panel>
        <Tabs.Panel value="facts" className="stack tab-panel">
          {search(found.facts.length, book.facts.length)}
          <FactList book={book} facts={found.facts} onRule={toRule} />
        </Tabs.Panel>
        <Tabs.Panel value="compare" className="stack tab-panel">{place.tab === 'compare' ? <Compare programme={programme} place={place} /> : null}</Tabs.Panel>
        <Tabs.Panel value="try" className="stack tab-panel">{place.tab === 'try' ? <TryPanel book={book} place={place} /> : null}</Tabs.Panel>
        <Tabs.Panel value="what-if" className="stack tab-panel">{place.tab === 'what-if' ? <WhatIf programme={programme} book={book} place={place} onCase={onCase} onAdopted={onRulesChanged} /> : null}</Tabs.Panel>
      </Tabs>
    </div>
  )
}
