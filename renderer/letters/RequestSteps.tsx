import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import { Textarea } from '@navikt/ds-react/Textarea'
import { TextField } from '@navikt/ds-react/TextField'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { REQUEST_OUTCOMES, type RequestOutcome, type RequestView } from '../../shared/contract/requests.ts'
import type { CaseView } from '../../shared/contract/views.ts'
import type { FaultInfo, Result } from '../../shared/fault.ts'
import { useBridge } from '../components/bridge.tsx'
import type { CasePanelProps } from '../components/casePanel.ts'
import { DateField } from '../components/DateField.tsx'
import { isDay } from '../components/dates.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'

export type Step = 'remind' | 'answer' | 'close'
type Props = { request: RequestView; today: string; remindBy: string; change: CasePanelProps['change']; onDone: () => void; onClose: () => void }

/** The form of one step of a request, where it stands. Escape leaves it. */
export function RequestStep({ step, ...props }: Props & { step: Step }) {
  return step === 'remind' ? <Remind {...props} /> : step === 'answer' ? <Answer {...props} /> : <Close {...props} />
}

function StepForm({ label, submit, busy, fault, valid, onSubmit, onClose, children }: { label: string; submit: string; busy: boolean; fault: FaultInfo | null; valid: () => boolean; onSubmit: () => void; onClose: () => void; children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), [])
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (valid()) onSubmit()
    else focusFirstError(event.currentTarget)
  }
  return (
    <form
      ref={form} className="stack-tight letter-step" noValidate aria-label={label} onSubmit={send}
      onKeyDown={e => { if (e.key === 'Escape' && !e.defaultPrevented && !busy) { e.stopPropagation(); onClose() } }}
    >
      {children}
      <FaultMessage fault={fault?.code === 'case-changed' ? null : fault} />
      <div className="actions">
        <Button type="submit" size="small" loading={busy}>{submit}</Button>
        <Button type="button" size="small" variant="secondary" disabled={busy} onClick={onClose}>{t.common.cancel}</Button>
      </div>
    </form>
  )
}

function useStep(change: Props['change'], run: () => Promise<Result<CaseView>>, said: string, onDone: () => void) {
  const action = useAction(() => change(run, said))
  return { busy: action.busy, fault: action.fault, onSubmit: () => void action.start().then(done => { if (done) onDone() }) }
}

function Remind({ request, remindBy, change, onDone, onClose }: Props) {
  const bridge = useBridge()
  const [dueOn, setDueOn] = useState(remindBy)
  const [tried, setTried] = useState(false)
  const step = useStep(change, () => bridge.call('requests.remind', { requestId: request.id, dueOn }), t.letters.remind.done, onDone)
  return (
    <StepForm label={t.letters.item.remind} submit={t.letters.remind.submit} {...step} valid={() => { setTried(true); return isDay(dueOn) }} onClose={onClose}>
      <DateField label={t.letters.write.due} value={dueOn} error={tried && !isDay(dueOn) ? t.letters.write.dueMissing : undefined} onChange={setDueOn} />
    </StepForm>
  )
}

function Answer({ request, today, change, onDone, onClose }: Props) {
  const bridge = useBridge()
  const text = t.letters.answer
  const [arrivedOn, setArrivedOn] = useState(today)
  const [what, setWhat] = useState('')
  const [tried, setTried] = useState(false)
  const step = useStep(change, () => bridge.call('requests.answer', { requestId: request.id, arrivedOn, what: what.trim() }), text.done, onDone)
  return (
    <StepForm label={t.letters.item.answer} submit={text.submit} {...step} valid={() => { setTried(true); return isDay(arrivedOn) && what.trim() !== '' }} onClose={onClose}>
      <DateField label={text.arrivedOn} description={text.arrivedHint} value={arrivedOn} error={tried && !isDay(arrivedOn) ? t.letters.write.dueMissing : undefined} onChange={setArrivedOn} />
      <TextField size="small" label={text.what} description={text.whatHint} autoComplete="off" value={what} error={tried && what.trim() === '' ? text.whatMissing : undefined} onChange={e => setWhat(e.target.value.slice(0, 1000))} />
    </StepForm>
  )
}

function Close({ request, change, onDone, onClose }: Props) {
  const bridge = useBridge()
  const text = t.letters.close
  const [outcome, setOutcome] = useState<RequestOutcome>(request.state === 'answered' ? 'complete' : 'none')
  const [note, setNote] = useState('')
  const step = useStep(change, () => bridge.call('requests.close', { requestId: request.id, outcome, note: note.trim() }), text.done, onDone)
  return (
    <StepForm label={t.letters.item.close} submit={text.submit} {...step} valid={() => true} onClose={onClose}>
      <Select size="small" label={text.outcome} value={outcome} onChange={e => setOutcome(REQUEST_OUTCOMES.find(each => each === e.target.value) ?? 'none')}>
        {REQUEST_OUTCOMES.map(each => <option key={each} value={each}>{t.letters.outcome[each]}</option>)}
      </Select>
      <Textarea size="small" label={`${text.note} (${t.common.optional})`} minRows={1} value={note} onChange={e => setNote(e.target.value.slice(0, 1000))} />
    </StepForm>
  )
}
