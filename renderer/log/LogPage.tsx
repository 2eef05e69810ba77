import { Button } from '@navikt/ds-react/Button'
import { BodyShort } from '@navikt/ds-react/Typography'
import { useEffect, useReducer, useState, useSyncExternalStore } from 'react'
import type { LogEntry, LogPage as Page } from '../../shared/contract/log.ts'
import type { FaultInfo, Result } from '../../shared/fault.ts'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import { today } from '../components/dates.ts'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { createPageCache } from '../components/pageCache.ts'
import { PageHeading } from '../components/PageHeading.tsx'
import { useAction } from '../components/useAction.ts'
import { moment } from '../text/format.ts'
import { t } from '../text/t.ts'
import { Bursts } from './Bursts.tsx'
import { choiceOf, firstForm, type LogChoice, type LogForm } from './logChoice.ts'
import { LogFilters } from './LogFilters.tsx'
import { LogGrid } from './LogGrid.tsx'

/** Who read and did what, and the questions of the recurring check (2002:623 § 20 c). */
export function LogPage({ onCase }: { onCase: (intake: { id: number; name: string }, caseId: number) => void }) {
  const bridge = useBridge()
  const text = t.log
  const [fault, setFault] = useState<FaultInfo | null>(null)
  const [form, setForm] = useState<LogForm>(() => firstForm())
  const [saved, setSaved] = useState<string | null>(null)
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  const [cache] = useState(() => createPageCache<LogChoice, LogEntry, Page>(async (choice, offset, limit) => {
    const page = await bridge.call('log.page', { ...choice, offset, limit })
    setFault(page.ok ? null : page.fault)
    return page.ok ? page.value : null
  }))
  useSyncExternalStore(cache.subscribe, cache.version)
  const bursts = form.check === 'bursts'
  const asked = bursts ? '' : JSON.stringify(choiceOf(form))
  useEffect(() => {
    if (asked === '') return
    void cache.load(JSON.parse(asked) as LogChoice).then(() => {
      redraw()
      const page = cache.head()
      if (page) announce(text.hits(page.total))
    })
  }, [asked, cache, text])
  const save = useAction(async (): Promise<Result<unknown>> => {
    setSaved(null)
    const target = await bridge.chooseTarget('log', text.suggested(today()))
    if (!target.ok || !target.value) return target
    const written = await bridge.call('log.export', { ...choiceOf(form), path: target.value.token })
    if (written.ok) setSaved(text.saved(written.value.name, written.value.rows))
    return written
  })
  const page = cache.head()
  return (
    <div className="log-page stack-tight">
      <PageHeading term="log" actions={bursts ? null : <Button type="button" size="small" variant="secondary" disabled={!page?.total} loading={save.busy} onClick={() => void save.start()}>{text.save}</Button>}>{text.heading}</PageHeading>
      <LogFilters form={form} onShow={next => { setSaved(null); setForm(next) }} />
      <FaultMessage fault={save.fault ?? (bursts ? null : fault)} />
      {saved ? <Notice status="success">{saved}</Notice> : null}
      {bursts ? <Bursts form={form} onHour={(caseworker, hour) => setForm({ ...form, caseworker, hour, group: 'read', check: '' })} /> : page ? (
        <>
          <BodyShort size="small" data-testid="summary"><strong>{text.hits(page.total)}.</strong> {form.hour ? `${text.burstHour}: ${moment(form.hour.from)}. ` : null}{page.more ? text.tooMany(page.total) : null} <span className="subtle">{text.logged}</span></BodyShort>
          {page.total === 0 ? <section className="panel" data-testid="empty"><p className="plain">{text.empty}</p></section> : <LogGrid cache={cache} onCase={onCase} />}
        </>
      ) : null}
    </div>
  )
}
