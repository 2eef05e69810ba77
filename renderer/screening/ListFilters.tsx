import { ActionMenu } from '@navikt/ds-react/ActionMenu'
import { Button } from '@navikt/ds-react/Button'
import { Search } from '@navikt/ds-react/Search'
import { Select } from '@navikt/ds-react/Select'
import { ChevronDownIcon, XMarkIcon } from '@navikt/aksel-icons'
import { memo, useEffect, useRef, useState, type Dispatch, type ReactNode, type RefObject } from 'react'
import { LIGHTS } from '../../shared/domain.ts'
import type { LightCounts, RuleSummary } from '../../shared/contract/views.ts'
import { Term } from '../components/Term.tsx'
import { LightShape } from '../components/LightBadge.tsx'
import { count } from '../text/format.ts'
import { useRead } from '../components/useRead.ts'
import { mainElement } from '../components/mainElement.ts'
import { t } from '../text/t.ts'
import { lightWord } from '../text/words.ts'
import { isFiltered, type Filter, type ListAction, type Only } from './listState.ts'

const onlys = Object.keys(t.screening.list.only) as Only[]
type Props = {
  filter: Filter; counts: LightCounts | null; rules: RuleSummary[]; summary: string; more: ReactNode
  searchRef: RefObject<HTMLInputElement | null>; dispatch: Dispatch<ListAction>
}

/** What is shown of the list: what can be chosen in one row, and what has come of it in another, so that nothing moves under whoever clicks. The counts in the light buttons are of everything the other choices let through. */
export function ListFilters({ filter, counts, rules, summary, more, searchRef, dispatch }: Props) {
  const text = t.screening.list
  return (
    <div className="filters" role="search">
      <div className="filter-row">
        <SearchText searched={filter.text} searchRef={searchRef} dispatch={dispatch} />
        <div className="chip-group" role="group" aria-label={text.lights}>
          {LIGHTS.map(light => (
            <button key={light} type="button" className={`light-chip light-${light}`} aria-pressed={filter.lights.includes(light)} onClick={() => dispatch({ type: 'light', light })}>
              <LightShape light={light} /> {lightWord[light]} <span className="digits">{counts ? count(counts[light]) : ''}</span>
            </button>
          ))}
        </div>
        <Term id="light" />
        <RuleMenu chosen={filter.rules} rules={rules} dispatch={dispatch} />
        <OnlySelect only={filter.only} dispatch={dispatch} />
        {filter.only === 'protected' ? <Term id="protectedPerson" /> : null}
      </div>
      <div className="filter-row">
        <span className="summary" data-testid="summary">{summary}</span>
        <Term id="selection" />
        {filter.queue === null ? null : <Chip text={t.desk.chip(t.desk.queue[filter.queue])} close={t.desk.chipClose(t.desk.queue[filter.queue])} onClose={() => dispatch({ type: 'queue-clear' })} />}
        {filter.assignee === null ? null : <AssigneeChip assignee={filter.assignee} onClose={() => dispatch({ type: 'assignee-clear' })} />}
        {isFiltered(filter) ? <Button type="button" size="small" variant="tertiary" onClick={() => dispatch({ type: 'clear' })}>{text.clear}</Button> : null}
        {more}
      </div>
    </div>
  )
}

/** Whose cases are shown, by name; who has left is still known. */
function AssigneeChip({ assignee, onClose }: { assignee: NonNullable<Filter['assignee']>; onClose: () => void }) {
  const people = useRead('people.list', {}).value
  const name = assignee === 'none' ? t.desk.nobody : people?.find(person => person.id === assignee)?.name
  return name === undefined ? null : <Chip text={t.desk.assigneeChip(name)} close={t.desk.chipClose(t.desk.assigneeChip(name))} onClose={onClose} />
}

/** What the list is held to beside the filters, with the way out of it. */
function Chip({ text, close, onClose }: { text: string; close: string; onClose: () => void }) {
  return (
    <span className="list-chip" data-testid="list-chip">
      {text}
      <Button type="button" size="xsmall" variant="tertiary" icon={<XMarkIcon title={close} />} onClick={() => { onClose(); document.querySelector<HTMLElement>('main [role="searchbox"], main h1')?.focus() }} />
    </span>
  )
}

// Each of these is drawn again only when its own part of the filter has changed: a light that is clicked on is to be seen in the next frame.

const OnlySelect = memo(function OnlySelect({ only: chosen, dispatch }: { only: Only; dispatch: Props['dispatch'] }) {
  const text = t.screening.list
  return (
    <Select size="small" label={text.onlyLabel} hideLabel value={chosen} className="only-select" onChange={e => {
      const only = onlys.find(o => o === e.target.value)
      if (only) dispatch({ type: 'only', only })
    }}>
      {onlys.map(o => <option key={o} value={o}>{o === 'all' ? `${text.onlyLabel}: ${text.only.all.toLowerCase()}` : text.only[o]}</option>)}
    </Select>
  )
})

const SearchText = memo(function SearchText({ searched, searchRef, dispatch }: { searched: string } & Pick<Props, 'searchRef' | 'dispatch'>) {
  const text = t.screening.list
  const [typed, setTyped] = useState(searched)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(searched)
  useEffect(() => {
    // Cleared or set from elsewhere.
    if (searched !== sent.current) setTyped(searched)
    sent.current = searched
  }, [searched])
  useEffect(() => () => clearTimeout(timer.current), [])
  const send = (value: string) => {
    clearTimeout(timer.current)
    sent.current = value
    dispatch({ type: 'text', text: value })
  }
  const change = (value: string) => {
    setTyped(value)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => send(value), 150)
  }
  return (
    <Search
      ref={node => { searchRef.current = node instanceof HTMLInputElement ? node : null }} className="search" size="small" variant="simple" label={text.search} hideLabel
      placeholder={text.search} value={typed} autoComplete="off" spellCheck={false} onChange={change} onClear={() => { setTyped(''); send('') }}
      onKeyDown={e => { if (e.key === 'Enter') { e.preventDefault(); send(typed) } }}
    />
  )
})

const RuleMenu = memo(function RuleMenu({ chosen, rules: all, dispatch }: { chosen: Filter['rules'] } & Pick<Props, 'rules' | 'dispatch'>) {
  const text = t.screening.list
  const rules = all.filter(r => r.filterable)
  const sections = new Map(rules.map(r => [r.section, r.sectionTitle]))
  return (
    <ActionMenu size="small" rootElement={mainElement()}>
      <ActionMenu.Trigger>
        <Button type="button" size="small" variant="secondary" data-color="neutral" icon={<ChevronDownIcon aria-hidden />} iconPosition="right" disabled={rules.length === 0}>
          {chosen.length > 0 ? text.rulesChosen(chosen.length) : text.rules}
        </Button>
      </ActionMenu.Trigger>
      <ActionMenu.Content className="rule-menu">
        {[...sections].map(([section, title]) => (
          <ActionMenu.Group key={section} label={title}>
            {rules.filter(r => r.section === section).map(r => (
              <ActionMenu.CheckboxItem key={r.id} checked={chosen.includes(r.id)} onCheckedChange={() => dispatch({ type: 'rule', rule: r.id })}>
                {r.id} {r.question}
              </ActionMenu.CheckboxItem>
            ))}
          </ActionMenu.Group>
        ))}
        {chosen.length > 0 ? (
          <>
            <ActionMenu.Divider />
            <ActionMenu.Group aria-label={text.rulesClear}><ActionMenu.Item onSelect={() => dispatch({ type: 'rules-clear' })}>{text.rulesClear}</ActionMenu.Item></ActionMenu.Group>
          </>
        ) : null}
      </ActionMenu.Content>
    </ActionMenu>
  )
})
