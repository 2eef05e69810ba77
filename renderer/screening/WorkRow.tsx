import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { useRef, useState, type FormEvent } from 'react'
import type { CaseView } from '../../shared/contract/views.ts'
import type { Result } from '../../shared/fault.ts'
import { useRoles } from '../components/Allowed.tsx'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { Term } from '../components/Term.tsx'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'

type Props = {
  view: CaseView
  /** Who works here. */
  me: { id: number; name: string }
  onAssign: (assignee: number | null) => Promise<Result<unknown>>
  onExpress: (asked: string | null, reason: string) => Promise<Result<CaseView>>
}

/** Who has the case, and whether an employer waits for it. */
export function WorkRow({ view, me, onAssign, onExpress }: Props) {
  const text = t.screening.work
  const { assignee, expressUntil } = view.work
  const screens = useRoles().includes('screen')
  const [asking, setAsking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const assign = useAction(onAssign)
  const close = () => {
    setAsking(false)
    requestAnimationFrame(() => opener.current?.focus())
  }
  return (
    <div className="work-row">
      <span>{text.assignee} <strong>{assignee?.name ?? text.nobody}</strong></span>
      {screens ? <Button type="button" size="xsmall" variant="tertiary" aria-keyshortcuts="T" loading={assign.busy} onClick={() => void assign.start(assignee?.id === me.id ? null : me.id)}>{assignee?.id === me.id ? text.leave : text.take}</Button> : null}
      {expressUntil === null ? null : <span>{text.express} <strong className="digits">{text.until(expressUntil)}</strong></span>}
      {screens && view.decision === null && !asking ? <Button ref={opener} type="button" size="xsmall" variant="tertiary" aria-keyshortcuts="E" onClick={() => setAsking(true)}>{expressUntil === null ? text.ask : text.remove}</Button> : null}
      {expressUntil !== null || (screens && view.decision === null) ? <Term id="express" /> : null}
      <FaultMessage fault={assign.fault} />
      {asking ? <ExpressForm marked={expressUntil !== null} onExpress={onExpress} onClose={close} /> : null}
    </div>
  )
}

function ExpressForm({ marked, onExpress, onClose }: { marked: boolean; onExpress: Props['onExpress']; onClose: () => void }) {
  const text = t.screening.work
  const [said, setSaid] = useState('')
  const [missing, setMissing] = useState(false)
  const express = useAction(onExpress)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!said.trim())
    if (said.trim()) void (marked ? express.start(null, said.trim()) : express.start(said.trim(), '')).then(done => { if (done) onClose() })
  }
  return (
    <form className="work-form" noValidate onSubmit={submit} onKeyDown={e => { if (e.key === 'Escape') { e.stopPropagation(); onClose() } }}>
      <TextField size="small" autoFocus label={marked ? text.why : text.who} value={said} error={missing ? (marked ? text.whyMissing : text.whoMissing) : undefined} onChange={e => { setSaid(e.target.value.slice(0, 200)); setMissing(false) }} />
      <Button type="submit" size="small" loading={express.busy}>{marked ? text.remove : text.mark}</Button>
      <Button type="button" size="small" variant="secondary" onClick={onClose}>{t.common.cancel}</Button>
      <FaultMessage fault={express.fault} />
    </form>
  )
}
