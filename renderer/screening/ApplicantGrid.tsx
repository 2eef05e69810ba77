import { useCallback, useMemo, type ReactNode } from 'react'
import { ExclamationmarkTriangleIcon, CircleSlashIcon, ShieldLockIcon } from '@navikt/aksel-icons'
import type { ListRow, RuleSummary } from '../../shared/contract/views.ts'
import { LightBadge, LightShape } from '../components/LightBadge.tsx'
import { VirtualTable, type Column } from '../components/VirtualTable.tsx'
import { t } from '../text/t.ts'
import type { List } from './lists.ts'
import { sortOf, type ListState } from './listState.ts'

const widths = { light: '6.75rem', state: '11rem', name: 'minmax(11rem, 1.6fr)', identityNumber: '9.5rem', applicationId: '9rem', rules: 'minmax(12rem, 2fr)', received: '6.5rem' }
const columnIds = ['light', 'state', 'name', 'identityNumber', 'applicationId', 'rules', 'received'] as const

type Props = {
  list: List; rules: RuleSummary[]; state: ListState; takeFocus: boolean
  onActive: (index: number) => void; onSort: (column: string) => void; onOffset: (offset: number) => void; onOpen: (caseId: number) => void
}

/** The applicants as a grid. */
export function ApplicantGrid({ list, rules, state, takeFocus, onActive, onSort, onOffset, onOpen }: Props) {
  const text = t.screening.list
  const questions = useMemo(() => new Map(rules.map(r => [r.id, r.question])), [rules])
  const { sort: sorted, direction } = state.filter
  const columns = useMemo(() => columnIds.map((id): Column => {
    const sort = sortOf(id)
    const base = { id, header: text.columns[id], width: widths[id] }
    return sort ? { ...base, sort: sorted !== sort ? 'none' : direction === 'asc' ? 'ascending' : 'descending' } : base
  }), [text, sorted, direction])
  const open = useCallback((index: number) => {
    const row = list.cache.row(index)
    if (row) onOpen(row.id)
  }, [list, onOpen])
  const cells = useMemo(() => {
    const drawn = new WeakMap<ListRow, ReactNode[]>()
    return (index: number): ReactNode[] | null => {
      const row = list.cache.row(index)
      if (!row) return null
      const known = drawn.get(row) ?? rowCells(row, questions)
      drawn.set(row, known)
      return known
    }
  }, [list, questions])
  return (
    <VirtualTable
      label={text.grid} columns={columns} rowCount={list.cache.head()?.total ?? 0} cells={cells}
      active={state.active} onActive={onActive} onOpen={open} onSort={onSort} onRange={list.cache.want}
      initialOffset={list.state.offset} onOffset={onOffset} takeFocus={takeFocus} resetKey={JSON.stringify(list.cache.shown())}
    />
  )
}

/** What a row says of how far its case has come. */
export function stateWord(row: Pick<ListRow, 'decided' | 'established' | 'changedSinceEstablished'>): string {
  const words = t.screening.list.state
  if (row.decided) return row.changedSinceEstablished ? words.decidedChanged : words.decided
  if (row.changedSinceEstablished) return words.changed
  return row.established ? words.established : words.proposed
}

function rowCells(row: ListRow, questions: ReadonlyMap<string, string>): ReactNode[] {
  const name = row.protected ? null : [row.familyName, row.givenName].filter(Boolean).join(', ')
  return [
    <LightBadge light={row.light} />,
    row.consentWithdrawn
      ? <span className="ellipsis consent-mark" title={`${t.proof.consent.row}. ${stateWord(row)}`}><CircleSlashIcon aria-hidden /> {t.proof.consent.row}<span className="aksel-sr-only">. {stateWord(row)}</span></span>
      : <span className={row.changedSinceEstablished ? 'ellipsis strong' : 'ellipsis'} title={stateWord(row)}>{stateWord(row)}</span>,
    name === null
      ? <span className="ellipsis protected" title={t.screening.list.protectedName}><ShieldLockIcon aria-hidden /> {t.screening.list.protectedName}</span>
      : <span className="ellipsis" title={name}>{name}</span>,
    <span className="digits">{row.identityNumber || t.common.none}</span>,
    row.vanished
      ? <span className="ellipsis strong" title={`${row.applicationId}, ${t.screening.list.vanishedMark}`}><ExclamationmarkTriangleIcon aria-hidden /> {row.applicationId}<span className="aksel-sr-only">, {t.screening.list.vanishedMark}</span></span>
      : <span className="ellipsis" title={row.applicationId}>{row.applicationId}</span>,
    <RuleChips row={row} questions={questions} />,
    <span className="digits">{row.receivedOn ?? t.common.none}</span>,
  ]
}

function RuleChips({ row, questions }: { row: ListRow; questions: ReadonlyMap<string, string> }) {
  const text = t.screening.list
  const shown = row.rules.slice(0, 4)
  return (
    <span className="chips">
      {row.pooled ? <span className="rule-chip" title={text.pooledTitle}>{text.pooled}</span> : null}
      {shown.map(r => (
        <span key={r.id} className={`rule-chip light-${r.light}`} title={questions.get(r.id) ?? r.id}>
          <LightShape light={r.light} /><span aria-hidden>{r.id}</span><span className="aksel-sr-only">{text.ruleChip(r.id, r.light)}</span>
        </span>
      ))}
      {row.rules.length > shown.length ? <span className="more" title={row.rules.slice(shown.length).map(r => r.id).join(', ')}>{text.moreRules(row.rules.length - shown.length)}</span> : null}
    </span>
  )
}
