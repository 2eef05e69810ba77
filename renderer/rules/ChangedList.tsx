import { Button } from '@navikt/ds-react/Button'
import { ArrowRightIcon, ShieldLockIcon } from '@navikt/aksel-icons'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { WhatIfPage, WhatIfRow, WhatIfSummary } from '../../shared/contract/rules.ts'
import type { FaultInfo } from '../../shared/fault.ts'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { LightBadge, LightShape } from '../components/LightBadge.tsx'
import { createPageCache } from '../components/pageCache.ts'
import { VirtualTable, type Column } from '../components/VirtualTable.tsx'
import { t } from '../text/t.ts'
import { showAll, type Place, type Shown } from './place.ts'

const widths = { before: '6.75rem', after: '6.75rem', state: '7.5rem', name: 'minmax(11rem, 1.5fr)', applicationId: '10rem', rules: 'minmax(14rem, 2fr)' }
const columns = (['before', 'after', 'state', 'name', 'applicationId', 'rules'] as const).map((id): Column => ({ id, header: t.rules.whatIf.listColumns[id], width: widths[id] }))
const nothing = () => undefined

type Props = { answer: WhatIfSummary; place: Place; onShow: (shown: Shown) => void; onActive: (index: number) => void; onOpen: (caseId: number) => void }

/** Everybody whose light would change, fetched as they come on the screen. */
export function ChangedList({ answer, place, onShow, onActive, onOpen }: Props) {
  const bridge = useBridge()
  const text = t.rules.whatIf
  const { shown, active } = place
  const [returned] = useState(active >= 0)
  const [fault, setFault] = useState<FaultInfo | null>(null)
  const cache = useMemo(() => createPageCache<Shown & { of: WhatIfSummary }, WhatIfRow, WhatIfPage>(async ({ of, from, to, rule }, offset, limit) => {
    const result = await bridge.call('rules.whatIfPage', { intakeId: of.intake.id, offset, limit, ...(from ? { from } : {}), ...(to ? { to } : {}), ...(rule ? { rule } : {}) })
    setFault(result.ok ? null : result.fault)
    return result.ok ? result.value : null
  }), [bridge])
  useSyncExternalStore(cache.subscribe, cache.version)
  useEffect(() => {
    void cache.load({ ...shown, of: answer }, Math.max(0, active)).then(() => {
      const head = cache.head()
      if (head && shown !== showAll) announce(text.hits(head.total, answer.changed))
    })
    // The marked row only says where the first page lies.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [cache, answer, shown, text])
  const cells = useMemo(() => {
    const drawn = new WeakMap<WhatIfRow, ReactNode[]>()
    return (index: number): ReactNode[] | null => {
      const row = cache.row(index)
      if (!row) return null
      const known = drawn.get(row) ?? rowCells(row)
      drawn.set(row, known)
      return known
    }
  }, [cache])
  const open = useCallback((index: number) => {
    const row = cache.row(index)
    if (row) onOpen(row.id)
  }, [cache, onOpen])
  const head = cache.head()
  const question = cache.shown()
  const narrowed = shown.from !== null || shown.to !== null || shown.rule !== null
  if (fault?.code === 'what-if-missing') return <Notice status="warning">{text.gone}</Notice>
  return (
    <section className="stack-tight" aria-label={text.list}>
      <div className="actions">
        <h3 className="section-title">{text.list}</h3>
        {shown.from && shown.to ? <span className="light-pair"><LightBadge light={shown.from} /><ArrowRightIcon aria-label="till" /><LightBadge light={shown.to} /></span> : null}
        {shown.rule ? <span className="mark">{shown.rule}</span> : null}
        <span className="small" data-testid="what-if-hits">{head ? text.hits(head.total, answer.changed) : ''}</span>
        {narrowed ? <Button type="button" size="xsmall" variant="tertiary" onClick={() => onShow(showAll)}>{text.clear}</Button> : null}
      </div>
      <FaultMessage fault={fault} />
      {head?.total === 0 ? <p className="plain panel" data-testid="empty">{text.noHits}</p> : (
        <div className="what-if-grid">
          <VirtualTable
            label={text.list} columns={columns} rowCount={head?.total ?? 0} cells={cells} active={active} onActive={onActive} onOpen={open} onSort={nothing} onRange={cache.want}
            initialOffset={Math.max(0, active - 3) * 36} onOffset={nothing} takeFocus={returned} resetKey={question && JSON.stringify({ ...question, of: null })}
          />
        </div>
      )}
    </section>
  )
}

function rowCells(row: WhatIfRow): ReactNode[] {
  const text = t.rules.whatIf
  const state = row.decided ? text.state.decided : row.established ? text.state.established : text.state.proposed
  return [
    <LightBadge light={row.before} />,
    <LightBadge light={row.after} />,
    <span className={row.established || row.decided ? 'strong' : ''}>{state}</span>,
    row.protected ? <span className="ellipsis protected" title={text.protectedName}><ShieldLockIcon aria-hidden /> {text.protectedName}</span> : <span className="ellipsis" title={row.name}>{row.name}</span>,
    <span className="ellipsis" title={row.applicationId}>{row.applicationId}</span>,
    <span className="chips">
      {row.rules.slice(0, 3).map(r => (
        <span key={r.id} className="rule-move" title={text.ruleMove(r.id, r.before, r.after)}>
          <span aria-hidden>{r.id}</span> <LightShape light={r.before} /><ArrowRightIcon aria-hidden /><LightShape light={r.after} /><span className="aksel-sr-only">{text.ruleMove(r.id, r.before, r.after)}</span>
        </span>
      ))}
      {row.pooled ? <span className="rule-move" title={t.screening.list.pooledTitle}>{t.screening.list.pooled}</span> : null}
      {row.rules.length > 3 ? <span className="more" title={row.rules.slice(3).map(r => r.id).join(', ')}>{t.screening.list.moreRules(row.rules.length - 3)}</span> : null}
    </span>,
  ]
}
