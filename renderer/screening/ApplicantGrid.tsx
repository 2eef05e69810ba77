import { useCallback, useMemo, useRef, type Dispatch, type ReactNode } from 'react'
import { ExclamationmarkTriangleIcon, CircleSlashIcon, LightningIcon, ShieldLockIcon } from '@navikt/aksel-icons'
import type { ListRow, RuleSummary } from '../../shared/contract/views.ts'
import { LightBadge, LightShape } from '../components/LightBadge.tsx'
import { dayDistance, today } from '../components/dates.ts'
import { useWidth } from '../components/useWidth.ts'
import { VirtualTable, type Column } from '../components/VirtualTable.tsx'
import { t } from '../text/t.ts'
import type { List } from './lists.ts'
import { sortOf, type ListAction, type ListState } from './listState.ts'
import { idsBetween, isChosen } from './selection.ts'

/** The least width of a column in rem, and its share of what is left over. */
const widths = { light: [6.5, 0], state: [9.5, 0], name: [10, 1.6], identityNumber: [9, 0], applicationId: [8.75, 0], rules: [11, 2], due: [9.5, 0.4], assignee: [8, 0.6], received: [6.25, 0] } as const
const columnIds = ['light', 'state', 'name', 'identityNumber', 'applicationId', 'rules', 'due', 'assignee', 'received'] as const
export type ColumnId = (typeof columnIds)[number]
const CHOICE_REM = 2.25

type Props = {
  list: List; rules: RuleSummary[]; state: ListState; takeFocus: boolean
  onActive: (index: number) => void; onSort: (column: string) => void; onOffset: (offset: number) => void; onOpen: (caseId: number) => void
  /** The ids of the whole list in its order, or null when they cannot be had. */
  onIds: () => Promise<Int32Array | null>
  hidden: readonly ColumnId[]; dispatch: Dispatch<ListAction>
}

/** The applicants as a grid. */
export function ApplicantGrid({ list, rules, state, takeFocus, onActive, onSort, onOffset, onOpen, onIds, hidden, dispatch }: Props) {
  const text = t.screening.list
  const box = useRef<HTMLDivElement>(null)
  const questions = useMemo(() => new Map(rules.map(r => [r.id, r.question])), [rules])
  const { sort: sorted, direction } = state.filter
  const shown = useMemo(() => columnIds.filter(id => !hidden.includes(id)), [hidden])
  const columns = useMemo(() => shown.map((id): Column => {
    const sort = sortOf(id)
    const [least, share] = widths[id]
    const base = { id, header: text.columns[id], width: share === 0 ? `${least}rem` : `minmax(${least}rem, ${share}fr)` }
    return sort ? { ...base, sort: sorted !== sort ? 'none' : direction === 'asc' ? 'ascending' : 'descending' } : base
  }), [shown, text, sorted, direction])
  const open = useCallback((index: number) => {
    const row = list.cache.row(index)
    if (row) onOpen(row.id)
  }, [list, onOpen])
  const fit = chipsThatFit(useWidth(box), shown)
  const cells = useMemo(() => {
    const drawn = new WeakMap<ListRow, ReactNode[]>()
    return (index: number): ReactNode[] | null => {
      const row = list.cache.row(index)
      if (!row) return null
      const known = drawn.get(row) ?? shown.map(id => rowCell(id, row, questions, fit))
      drawn.set(row, known)
      return known
    }
  }, [list, questions, shown, fit])
  const question = list.cache.shown()
  const marked = state.active < 0 ? undefined : list.cache.row(state.active)
  const idAt = (index: number) => list.cache.row(index)?.id
  const chosen = {
    label: text.chosenColumn,
    has: (index: number) => { const id = idAt(index); return id === undefined ? state.selection.all : isChosen(state.selection, id) },
    toggle: (index: number) => { const id = idAt(index); if (id !== undefined) dispatch({ type: 'choose', ids: [id] }) },
    extend: (from: number, to: number) => {
      const known = idsBetween(idAt, from, to)
      if (known) return dispatch({ type: 'choose', ids: known, chosen: true })
      // Rows that were scrolled past have not been fetched: the whole list is asked for its ids.
      void onIds().then(all => { if (all) dispatch({ type: 'choose', ids: [...all.subarray(Math.min(from, to), Math.max(from, to) + 1)], chosen: true }) })
    },
    all: () => dispatch({ type: 'choose-all' }), none: () => dispatch({ type: 'choose-none' }),
  }
  return (
    <div ref={box} className="grid-place">
      <VirtualTable
        label={text.grid} columns={columns} rowCount={list.cache.head()?.total ?? 0} cells={cells}
        active={state.active} onActive={onActive} onOpen={open} onSort={onSort} onRange={list.cache.want}
        minWidth={`${shown.reduce((sum, id) => sum + widths[id][0], CHOICE_REM)}rem`} chosen={chosen}
        initialOffset={list.state.offset} onOffset={onOffset} takeFocus={takeFocus} resetKey={question && JSON.stringify(question)}
      />
      <p className="marked-rules small" aria-hidden>{marked ? rulesInWords(marked, questions).join(' · ') : null}</p>
    </div>
  )
}

/** What a row says of how far its case has come. */
export function stateWord(row: Pick<ListRow, 'decided' | 'established' | 'changedSinceEstablished'> & { awaiting?: boolean }): string {
  const words = t.screening.list.state
  if (row.awaiting) return t.desk.awaiting
  if (row.decided) return row.changedSinceEstablished ? words.decidedChanged : words.decided
  if (row.changedSinceEstablished) return words.changed
  return row.established ? words.established : words.proposed
}

function rowCell(column: ColumnId, row: ListRow, questions: ReadonlyMap<string, string>, fit: number): ReactNode {
  switch (column) {
    case 'light': return <LightBadge light={row.light} />
    case 'state': return row.consentWithdrawn
      ? <span className="ellipsis consent-mark" title={`${t.proof.consent.row}. ${stateWord(row)}`}><CircleSlashIcon aria-hidden /> {t.proof.consent.row}<span className="aksel-sr-only">. {stateWord(row)}</span></span>
      : <span className={row.changedSinceEstablished ? 'ellipsis strong' : 'ellipsis'} title={stateWord(row)}>{stateWord(row)}</span>
    case 'name': {
      const name = [row.familyName, row.givenName].filter(Boolean).join(', ')
      return row.protected
        ? <span className="ellipsis protected" title={t.screening.list.protectedName}><ShieldLockIcon aria-hidden /> {t.screening.list.protectedName}</span>
        : <span className="ellipsis" title={name}>{name}</span>
    }
    case 'identityNumber': return <span className="digits">{row.identityNumber || t.common.none}</span>
    case 'applicationId': return row.vanished
      ? <span className="ellipsis strong" title={`${row.applicationId}, ${t.screening.list.vanishedMark}`}><ExclamationmarkTriangleIcon aria-hidden /> {row.applicationId}<span className="aksel-sr-only">, {t.screening.list.vanishedMark}</span></span>
      : <span className="ellipsis" title={row.applicationId}>{row.applicationId}</span>
    case 'rules': return <RuleChips row={row} questions={questions} fit={fit} />
    case 'due': return <Due row={row} />
    case 'assignee': return <span className="ellipsis" title={row.assignee?.name ?? ''}>{row.assignee?.name ?? ''}</span>
    case 'received': return <span className="digits">{row.receivedOn ?? t.common.none}</span>
  }
}

/** What the case waits for: the express check or the applicant's answer, and how many days there are left. */
function Due({ row }: { row: ListRow }) {
  const text = t.desk.due
  if (row.answered) return <span className="ellipsis strong" title={text.answered}>{text.answered}</span>
  const until = row.express && (row.waitsUntil === null || (row.expressUntil ?? '') < row.waitsUntil) ? row.expressUntil : row.waitsUntil
  const days = until === null ? 0 : dayDistance(today(), until)
  const when = until === null ? '' : `${until}, ${days < 0 ? text.over(-days) : text.left(days)}`
  return (
    <span className={days < 0 ? 'due strong' : 'due'} title={row.express ? `${text.express}. ${when}` : when}>
      {row.express ? <LightningIcon title={text.express} /> : null}
      {until === null ? null : days < 0 ? text.over(-days) : text.left(days)}
    </span>
  )
}

/** The rules that are not green, as many as there is room for; how many more there are stands beside them, and all of them with their questions are read out and shown when pointed at. */
function RuleChips({ row, questions, fit }: { row: ListRow; questions: ReadonlyMap<string, string>; fit: number }) {
  const text = t.screening.list
  const shown = row.rules.slice(0, chipsShown(row, fit))
  const more = row.rules.length - shown.length
  return (
    <span className="chips" title={rulesInWords(row, questions).join('\n')}>
      <span className="aksel-sr-only">{rulesInWords(row, questions).join('. ')}</span>
      {row.pooled ? <span className="rule-chip" aria-hidden>{text.pooled}</span> : null}
      {shown.map(r => <span key={r.id} className={`rule-chip light-${r.light}`} aria-hidden><LightShape light={r.light} />{r.id}</span>)}
      {more > 0 ? <span className="more" aria-hidden>{text.moreRules(more)}</span> : null}
    </span>
  )
}

/** What of a row is not green, each with its question. */
export function rulesInWords(row: Pick<ListRow, 'pooled' | 'rules'>, questions: ReadonlyMap<string, string>): string[] {
  const text = t.screening.list
  return [...(row.pooled ? [text.pooledTitle] : []), ...row.rules.map(r => [text.ruleChip(r.id, r.light), questions.get(r.id)].filter(Boolean).join(': '))]
}

const REM = 16
const CHIP_REM = 4
/** What the word for pooled rules takes the room of. */
const POOLED_CHIPS = 2
/** How many of a row's rules get a chip where so many fit, with room for how many more there are. */
export function chipsShown({ pooled, rules }: { pooled: boolean; rules: readonly unknown[] }, fit: number): number {
  const room = Math.max(1, fit - (pooled ? POOLED_CHIPS : 0))
  return rules.length <= room ? rules.length : Math.max(pooled ? 0 : 1, room - 1)
}

/** How many rule chips the column has room for in a list so wide. */
export function chipsThatFit(width: number, shown: readonly ColumnId[]): number {
  const sum = (at: 0 | 1) => shown.reduce((total, id) => total + widths[id][at], 0)
  const spare = Math.max(0, width / REM - sum(0) - CHOICE_REM)
  const column = widths.rules[0] + (sum(1) === 0 ? 0 : (spare * widths.rules[1]) / sum(1))
  return Math.max(1, Math.floor((column - 1) / CHIP_REM))
}
