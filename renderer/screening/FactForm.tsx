import { Button } from '@navikt/ds-react/Button'
import { Checkbox } from '@navikt/ds-react/Checkbox'
import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import { Textarea } from '@navikt/ds-react/Textarea'
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import type { FactView } from '../../shared/contract/views.ts'
import { ORIGINS, type Origin } from '../../shared/domain.ts'
import { originWord } from '../../shared/text/words.sv.ts'
import { DateField } from '../components/DateField.tsx'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { useAction } from '../components/useAction.ts'
import { capital } from '../text/format.ts'
import { t } from '../text/t.ts'
import { useCaseWork } from './caseWork.ts'
import { draftOf, readDraft, type Draft } from './factValue.ts'

/** A fact's value and why it is changed, where the fact stands. Escape leaves it as it was. */
export function FactForm({ fact, onDone }: { fact: FactView; onDone: () => void }) {
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
    void save.start(typed.value).then(done => { if (done) onDone() })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || save.busy) return
    event.stopPropagation()
    onDone()
  }
  return (
    <form ref={form} className="fact-form" noValidate onSubmit={submit} onKeyDown={onKeyDown} aria-label={`${text.correct}: ${fact.label}`}>
      {draft.none ? null : <ValueField fact={fact} draft={draft} error={errors.value} onChange={value => setDraft({ text: value, none: false })} />}
      {fact.canBeNone ? <Checkbox size="small" checked={draft.none} onChange={e => setDraft(d => ({ ...d, none: e.target.checked }))}>{text.none}</Checkbox> : null}
      <Select size="small" label={text.origin} value={origin} onChange={e => setOrigin(ORIGINS.find(o => o === e.target.value) ?? 'assessment')}>
        {ORIGINS.map(o => <option key={o} value={o}>{originWord[o]}</option>)}
      </Select>
      <Textarea
        size="small" label={text.reason} description={text.reasonHint} minRows={2} value={reason} error={errors.reason}
        onChange={e => setReason(e.target.value.slice(0, 2000))} onKeyDown={e => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) form.current?.requestSubmit() }}
      />
      <FaultMessage fault={save.fault?.code === 'case-changed' ? null : save.fault} />
      <div className="actions">
        <Button type="submit" size="small" loading={save.busy}>{text.save}</Button>
        <Button type="button" size="small" variant="secondary" disabled={save.busy} onClick={onDone}>{t.common.cancel}</Button>
      </div>
    </form>
  )
}

type FieldProps = { fact: FactView; draft: Draft; error: string | undefined; onChange: (value: string) => void }

function ValueField({ fact, draft, error, onChange }: FieldProps) {
  const text = t.screening.fact
  const label = fact.unit ? `${capital(fact.label)} (${fact.unit})` : capital(fact.label)
  if (fact.type === 'boolean') {
    return (
      <RadioGroup size="small" legend={label} value={draft.text} error={error} onChange={onChange}>
        <Radio value="true">{text.yes}</Radio>
        <Radio value="false">{text.no}</Radio>
      </RadioGroup>
    )
  }
  if (fact.options) {
    return (
      <Select size="small" label={label} value={draft.text} error={error} onChange={e => onChange(e.target.value)}>
        <option value="">{text.choose}</option>
        {fact.options.map(o => <option key={o.value} value={o.value}>{o.label}</option>)}
      </Select>
    )
  }
  if (fact.type === 'date') return <DateField label={label} value={draft.text} error={error} onChange={onChange} />
  return (
    <TextField
      size="small" label={label} value={draft.text} error={error} autoComplete="off" onChange={e => onChange(e.target.value)}
      {...(fact.type === 'number' ? { inputMode: 'decimal' as const, className: 'short-field' } : {})}
    />
  )
}
