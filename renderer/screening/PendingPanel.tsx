import { Button } from '@navikt/ds-react/Button'
import { Textarea } from '@navikt/ds-react/Textarea'
import { HourglassIcon } from '@navikt/aksel-icons'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { PendingView } from '../../shared/contract/judging.ts'
import type { CaseView } from '../../shared/contract/views.ts'
import type { Result } from '../../shared/fault.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { LightBadge } from '../components/LightBadge.tsx'
import { useRoles } from '../components/Allowed.tsx'
import { Term } from '../components/Term.tsx'
import { useAction } from '../components/useAction.ts'
import { moment } from '../text/format.ts'
import { t } from '../text/t.ts'

type Props = { pending: PendingView; others: number; onConfirm: () => Promise<Result<CaseView>>; onReturn: (reason: string) => Promise<Result<CaseView>> }
const toHeading = () => document.querySelector<HTMLElement>('main h1')?.focus()

/** A light that waits for a second reader: what is asked, and for everybody but who asked the two answers. */
export function PendingPanel({ pending, others, onConfirm, onReturn }: Props) {
  const text = t.judging.pending
  const [returning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const screens = useRoles().includes('screen')
  const confirm = useAction(onConfirm)
  const sendBack = useAction(() => onReturn(reason.trim()))
  const fault = confirm.fault ?? sendBack.fault
  useEffect(() => { if (returning) form.current?.querySelector('textarea')?.focus() }, [returning])
  const leave = () => { setReturning(false); button.current?.focus() }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setMissing(!reason.trim())
    if (!reason.trim()) return focusFirstError(event.currentTarget)
    void sendBack.start().then(done => { if (done) toHeading() })
  }
  return (
    <section className="judge-panel" aria-label={text.whyNotDecide} data-testid="pending">
      <p className="plain light-pair"><HourglassIcon aria-hidden /> <LightBadge light={pending.light} /> <span>{pending.own ? text.own(pending.light, moment(pending.at)) : text.title(pending.light, pending.by, moment(pending.at))}</span> <Term id="secondReader" /></p>
      <p className="plain">{[pending.override ? text.from(pending.from) : '', pending.reason ? text.reason(pending.reason) : '', pending.assessment ? text.assessment(pending.assessment) : ''].filter(Boolean).join(' ')}</p>
      {pending.own && others === 0 ? <p className="plain">{t.judging.override.noReader}</p> : null}
      <FaultMessage fault={fault?.code === 'case-changed' ? null : fault} />
      {pending.own || !screens ? null : returning ? (
        <form ref={form} className="stack" noValidate onSubmit={submit} onKeyDown={e => { if (e.key === 'Escape' && !sendBack.busy) { e.stopPropagation(); leave() } }}>
          <Textarea size="small" label={text.sendBackReason} minRows={2} value={reason} error={missing ? text.reasonMissing : undefined} onChange={e => { setReason(e.target.value.slice(0, 2000)); setMissing(false) }} />
          <div className="actions">
            <Button type="submit" size="small" loading={sendBack.busy}>{text.sendBack}</Button>
            <Button type="button" size="small" variant="secondary" disabled={sendBack.busy} onClick={leave}>{t.common.cancel}</Button>
          </div>
        </form>
      ) : (
        <div className="actions">
          <Button type="button" size="small" loading={confirm.busy} aria-keyshortcuts="O" onClick={() => void confirm.start().then(done => { if (done) toHeading() })}>{text.confirm}</Button>
          <Button ref={button} type="button" size="small" variant="secondary" disabled={confirm.busy} onClick={() => setReturning(true)}>{text.sendBack}</Button>
        </div>
      )}
    </section>
  )
}
