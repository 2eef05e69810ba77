import { CheckmarkIcon, HourglassIcon, ShieldLockIcon } from '@navikt/aksel-icons'
import { memo, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { ListRow } from '../../shared/contract/views.ts'
import { useBridge } from '../components/bridge.tsx'
import { LightShape } from '../components/LightBadge.tsx'
import { useChanged } from '../components/useChanged.ts'
import { ROWS_BEFORE, VirtualTable, type Column } from '../components/VirtualTable.tsx'
import { t } from '../text/t.ts'
import { lightWord } from '../text/words.ts'
import { stateWord } from './ApplicantGrid.tsx'
import { staleRows, useReviewQueue, wantRows } from './reviewQueue.ts'

const ROW = 32

/** The cases one goes through, with how each stands now. It looks at its own height when drawn: drawn with a new case it would lay that out too. */
export const QueuePane = memo(function QueuePane({ intakeId, caseId, onGo }: { intakeId: number; caseId: number; onGo: (caseId: number) => void }) {
  const bridge = useBridge()
  const text = t.screening.review
  const queue = useReviewQueue(intakeId, caseId)
  const place = queue?.places.get(caseId) ?? -1
  const [marked, setMarked] = useState(place)
  const [range, setRange] = useState({ first: place, last: place })
  useEffect(() => setMarked(place), [place])
  useEffect(() => void wantRows(bridge, range.first, range.last), [bridge, range])
  useChanged(change => {
    staleRows(change.caseId)
    void wantRows(bridge, range.first, range.last)
  }, 300)
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), [])
  const columns = useMemo((): Column[] => [{ id: 'light', header: text.light, width: '3.25rem' }, { id: 'name', header: text.applicant, width: 'minmax(0, 1fr)' }, { id: 'state', header: text.state, width: '3rem' }], [text])
  const rows = queue?.rows
  const ids = queue?.ids
  const cells = useMemo(() => {
    const drawn = new WeakMap<ListRow, ReactNode[]>()
    return (index: number): ReactNode[] | null => {
      const row = rows?.get(ids?.[index] ?? 0)
      if (!row) return null
      const known = drawn.get(row) ?? rowCells(row)
      drawn.set(row, known)
      return known
    }
  }, [rows, ids])
  const open = useCallback((index: number) => {
    const id = ids?.[index]
    if (id !== undefined) onGo(id)
  }, [ids, onGo])
  if (!queue) return null
  return (
    <section className="queue-pane" aria-label={text.queue}>
      <h2 className="column-title">{text.queue} <span className="subtle small digits">{text.place(place + 1, queue.ids.length)}</span></h2>
      <VirtualTable
        label={text.queue} columns={columns} rowCount={queue.ids.length} rowHeight={ROW} cells={cells} active={marked} onActive={setMarked} onOpen={open}
        onSort={() => undefined} onRange={onRange} initialOffset={Math.max(0, (place - ROWS_BEFORE) * ROW)} onOffset={() => undefined} resetKey="" follow
      />
    </section>
  )
})

function rowCells(row: ListRow): ReactNode[] {
  const name = row.protected ? t.screening.list.protectedName : [row.familyName, row.givenName].filter(Boolean).join(', ')
  return [
    <span className="queue-light" title={lightWord[row.light]}><LightShape light={row.light} /><span className="aksel-sr-only">{lightWord[row.light]}</span></span>,
    <span className="ellipsis" title={`${name}, ${row.applicationId}`}>{row.protected ? <ShieldLockIcon aria-hidden /> : null}{name || row.applicationId}</span>,
    <span className="queue-state" title={stateWord(row)}>{row.waitsUntil ? <HourglassIcon aria-hidden /> : row.established && !row.changedSinceEstablished ? <CheckmarkIcon aria-hidden /> : null}<span className="aksel-sr-only">{stateWord(row)}</span></span>,
  ]
}
