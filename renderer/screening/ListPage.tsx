import { Button } from '@navikt/ds-react/Button'
import { memo, useCallback, useEffect, useMemo, useReducer, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { ListChoice } from '../../shared/contract/list-query.ts'
import type { ListColumn } from '../../shared/contract/settings.ts'
import type { LightCounts, RuleSummary } from '../../shared/contract/views.ts'
import { Allowed } from '../components/Allowed.tsx'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import { useDeskLook } from '../components/deskLook.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { PageHeading } from '../components/PageHeading.tsx'
import { useChanged } from '../components/useChanged.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'
import { ApplicantGrid } from './ApplicantGrid.tsx'
import { ListFilters } from './ListFilters.tsx'
import { idsOf, startQueue } from './reviewQueue.ts'
import { BulkBar } from './BulkBar.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import { SaveFilter } from './SaveFilter.tsx'
import { beginList, listOf } from './lists.ts'
import { isFiltered, listStep, queryOf, type ListAction, type ListState } from './listState.ts'

export { forgetLists } from './lists.ts'
export { forgetQueue } from './reviewQueue.ts'

const noRules: RuleSummary[] = []
const NONE: ListColumn[] = []
/** Pages that come while the list is scrolled leave the filters alone. */
const Filters = memo(ListFilters)
type Props = { intakeId: number; /** The store and the caseworker's number, as `work-1`. */ who: string; me: number; /** Begins the list anew with this. */ begin: ListChoice | null; findTurn: number; onIntakeName: (name: string) => void; onOpen: (caseId: number) => void; onReadFiles: () => void; /** What other rooms offer for the intake. */ actions?: ReactNode }

/** The applicants of an intake: filter, search, sort, and open. */
export function ListPage({ intakeId, who, me, begin, findTurn, onIntakeName, onOpen, onReadFiles, actions }: Props) {
  const bridge = useBridge()
  const text = t.screening.list
  const [list] = useState(() => {
    if (begin) beginList(bridge, intakeId, begin)
    return listOf(bridge, intakeId)
  })
  const [look, changeLook] = useDeskLook(who)
  const [returned] = useState(() => list.state.active >= 0)
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  const [state, dispatch] = useReducer((s: ListState, a: ListAction) => listStep(s, a), list.state)
  useSyncExternalStore(list.cache.subscribe, list.cache.version)
  const query = JSON.stringify(queryOf(intakeId, state.filter))
  const search = useRef<HTMLInputElement>(null)

  // Asked for first: the rows are what is waited for.
  useEffect(() => {
    if (list.loaded === query) return
    const first = list.loaded === ''
    list.loaded = query
    void list.cache.load(queryOf(intakeId, state.filter)).then(() => {
      redraw()
      const total = list.cache.head()?.total
      if (!first && total !== undefined && list.loaded === query) announce(text.hits(total))
    })
  }, [list, query, intakeId, state.filter, text])
  // The rules are asked for first: rows are shown with them, and the intakes are counted meanwhile.
  const rules = useRead('screening.rules', { intakeId }).value ?? noRules
  const intake = useRead('intake.list', {}).value?.find(i => i.id === intakeId)

  useEffect(() => {
    list.state = { ...state, offset: list.state.filter === state.filter ? list.state.offset : 0 }
  }, [list, state])
  useEffect(() => {
    if (returned) void list.cache.refresh()
  }, [list, returned])
  const intakeName = intake?.name
  useEffect(() => {
    if (intakeName !== undefined) onIntakeName(intakeName)
  }, [intakeName, onIntakeName])
  useEffect(() => {
    if (findTurn > 0) {
      search.current?.focus()
      search.current?.select()
    }
  }, [findTurn])
  useChanged(change => {
    if (change.intakeId === undefined || change.intakeId === intakeId) void list.cache.refresh().then(redraw)
  }, 300)

  const onActive = useCallback((index: number) => dispatch({ type: 'active', index }), [])
  const onSort = useCallback((column: string) => dispatch({ type: 'sort', column }), [])
  const latestOpen = useRef(onOpen)
  useEffect(() => { latestOpen.current = onOpen })
  const open = useCallback((caseId: number) => {
    void startQueue(bridge, queryOf(intakeId, list.state.filter))
    latestOpen.current(caseId)
  }, [bridge, intakeId, list])
  const onIds = useCallback(async () => {
    const { filter } = list.state
    const ids = await idsOf(bridge, queryOf(intakeId, filter))
    return list.state.filter === filter ? ids : null
  }, [bridge, intakeId, list])
  const onOffset = useCallback((offset: number) => { list.state = { ...list.state, offset } }, [list])
  const head = list.cache.head()
  const counts = useSameCounts(head?.counts ?? null)
  const filtered = isFiltered(state.filter)
  const hidden = look?.hidden ?? NONE
  const more = useMemo(() => (
    <>
      {filtered ? <SaveFilter intakeId={intakeId} filter={state.filter} /> : null}
      <ColumnMenu hidden={hidden} onChange={next => changeLook({ hidden: next })} />
    </>
  ), [filtered, intakeId, state.filter, hidden, changeLook])
  return (
    <div className="list-page">
      <PageHeading takeFocus={!returned} actions={<>{actions}<Allowed role="administer"><Button type="button" size="small" variant="secondary" onClick={onReadFiles}>{text.readFiles}</Button></Allowed></>}>
        {intake ? text.heading(intake.name) : text.grid}
      </PageHeading>
      {intake && intake.counts.total > 0 && !intake.protectionChecked ? <p className="flag-line">{text.notCheckedProtection}</p> : null}
      <Filters
        filter={state.filter} counts={counts} rules={rules} searchRef={search} dispatch={dispatch}
        more={more}
        summary={head ? (filtered && intake ? text.hitsOf(head.total, intake.counts.total) : text.hits(head.total)) : ''}
      />
      <BulkBar intakeId={intakeId} me={me} selection={state.selection} filter={state.filter} total={head?.total ?? 0} dispatch={dispatch} />
      <FaultMessage fault={list.fault} />
      {head && head.total === 0 ? (
        <section className="panel stack-tight" data-testid="empty">
          <p className="plain">{filtered ? text.noHits : text.empty}</p>
          <div className="actions">
            {filtered ? <Button type="button" size="small" variant="secondary" onClick={() => dispatch({ type: 'clear' })}>{text.clear}</Button>
              : <Allowed role="administer" what={text.emptyRead}><Button type="button" size="small" onClick={onReadFiles}>{text.emptyRead}</Button></Allowed>}
          </div>
        </section>
      ) : (
        <ApplicantGrid
          list={list} rules={rules} state={state} takeFocus={returned}
          hidden={hidden} dispatch={dispatch} onActive={onActive} onSort={onSort} onOffset={onOffset} onOpen={open} onIds={onIds}
        />
      )}
    </div>
  )
}

/** The same object for as long as the numbers are the same. */
function useSameCounts(counts: LightCounts | null): LightCounts | null {
  const { green = 0, orange = 0, red = 0, total = 0 } = counts ?? {}
  const known = counts !== null
  return useMemo(() => (known ? { green, orange, red, total } : null), [known, green, orange, red, total])
}
