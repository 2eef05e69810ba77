import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import { Textarea } from '@navikt/ds-react/Textarea'
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import type { FactView } from '../../shared/contract/views.ts'
import { ORIGINS, type Origin } from '../../shared/domain.ts'
import { isKey } from '../../shared/keys.ts'
import { FactValueField } from '../components/FactValueField.tsx'
import { draftOf, readDraft, type Draft } from '../components/factValue.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'
import { originWord } from '../text/words.ts'
import { useCaseWork } from './caseWork.ts'
import { ManualForm } from './ManualForm.tsx'

type Props = { fact: FactView; onDone: () => void }

/** A fact's value and why it is changed, where the fact stands. A question that is judged by hand has its own reasons. */
export function FactForm({ fact, onDone }: Props) {
  return fact.manual ? <ManualForm fact={fact} reasons={fact.manual} onDone={onDone} /> : <ValueForm fact={fact} onDone={onDone} />
}

/** Escape leaves the fact as it was. */
function ValueForm({ fact, onDone }: Props) {
  const text = t.screening.fact
  const work = useCaseWork()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<Draft>(() => draftOf(fact))
  const [origin, setOrigin] = useState<Origin>('assessment')
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<{ value?: string; reason?: string }>({})
  const save = useAction((value: Parameters<typeof work.setFact>[2]) => work.setFact(fact.id, fact.label, value, origin, reason.trim()))
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = readDraft(fact, draft)
    const found = { ...(typed.ok ? {} : { value: typed.error }), ...(reason.trim() ? {} : { reason: text.reasonMissing }) }
    setErrors(found)
    if (!typed.ok || found.reason) return focusFirstError(event.currentTarget)
    void save.start(typed.value).then(done => { if (done && form.current) onDone() })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isKey(event, 'closeForm') || event.defaultPrevented || save.busy) return
    event.stopPropagation()
    onDone()
  }
  return (
    <form ref={form} className="fact-form" noValidate onSubmit={submit} onKeyDown={onKeyDown} aria-label={`${text.correct}: ${fact.label}`}>
      <FactValueField fact={fact} draft={draft} error={errors.value} onChange={setDraft} />
      <Select size="small" label={text.origin} value={origin} onChange={e => setOrigin(ORIGINS.find(o => o === e.target.value) ?? 'assessment')}>
        {ORIGINS.map(o => <option key={o} value={o}>{originWord[o]}</option>)}
      </Select>
      <Textarea
        size="small" label={text.reason} description={text.reasonHint} minRows={2} value={reason} error={errors.reason}
        onChange={e => setReason(e.target.value.slice(0, 2000))} onKeyDown={e => { if (isKey(e, 'saveForm')) form.current?.requestSubmit() }}
      />
      <FaultMessage fault={save.fault?.code === 'case-changed' ? null : save.fault} />
      <div className="actions">
        <Button type="submit" size="small" loading={save.busy}>{text.save}</Button>
        <Button type="button" size="small" variant="secondary" disabled={save.busy} onClick={onDone}>{t.common.cancel}</Button>
      </div>
    </form>
  )
}
