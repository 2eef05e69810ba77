import { Button } from '@navikt/ds-react/Button'
import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { Select } from '@navikt/ds-react/Select'
import { Textarea } from '@navikt/ds-react/Textarea'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { FactView } from '../../shared/contract/views.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { useAction } from '../components/useAction.ts'
import { capital } from '../text/format.ts'
import { t } from '../text/t.ts'
import { useCaseWork } from './caseWork.ts'

type Answer = 'yes' | 'no'
type Props = { fact: FactView; reasons: NonNullable<FactView['manual']>; onDone: () => void }

/** A question that the caseworker judges: yes or no, and a reason that can be picked and then changed. Escape leaves it as it was. */
export function ManualForm({ fact, reasons, onDone }: Props) {
  const text = t.judging.manual
  const work = useCaseWork()
  const form = useRef<HTMLFormElement>(null)
  const [answer, setAnswer] = useState<Answer | ''>(fact.value === true ? 'yes' : fact.value === false ? 'no' : '')
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<{ answer?: string; reason?: string }>({})
  const save = useAction((value: boolean) => work.setFact(fact.id, fact.label, value, 'assessment', reason.trim()))
  useEffect(() => { form.current?.querySelector<HTMLElement>('input:checked, input')?.focus() }, [])
  const usual = answer === '' ? [] : reasons[answer]
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const found = { ...(answer ? {} : { answer: text.answerMissing }), ...(reason.trim() ? {} : { reason: text.reasonMissing }) }
    setErrors(found)
    if (answer === '' || found.reason) return focusFirstError(event.currentTarget)
    void save.start(answer === 'yes').then(done => { if (done && form.current) onDone() })
  }
  return (
    <form ref={form} className="fact-form" noValidate onSubmit={submit} aria-label={capital(fact.label)} onKeyDown={e => { if (e.key === 'Escape' && !e.defaultPrevented && !save.busy) { e.stopPropagation(); onDone() } }}>
      <RadioGroup
        size="small" legend={capital(fact.label)} value={answer} error={errors.answer}
        onChange={(value: string) => { const next = value === 'yes' ? 'yes' : 'no'; setAnswer(next); if (answer !== '' && reasons[answer].includes(reason)) setReason('') }}
      >
        <div className="radio-row"><Radio value="yes">{text.yes}</Radio><Radio value="no">{text.no}</Radio></div>
      </RadioGroup>
      <Select size="small" label={text.standard} disabled={answer === ''} value={usual.includes(reason) ? reason : ''} onChange={e => { if (e.target.value) setReason(e.target.value) }}>
        <option value="">{text.choose}</option>
        {usual.map(each => <option key={each} lang="sv" value={each}>{each}</option>)}
      </Select>
      <Textarea
        size="small" lang="sv" label={text.reason} description={text.reasonHint} minRows={2} value={reason} error={errors.reason} onChange={e => setReason(e.target.value.slice(0, 500))}
        onKeyDown={e => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) form.current?.requestSubmit() }}
      />
      <FaultMessage fault={save.fault?.code === 'case-changed' ? null : save.fault} />
      <div className="actions">
        <Button type="submit" size="small" loading={save.busy}>{text.save}</Button>
        <Button type="button" size="small" variant="secondary" disabled={save.busy} onClick={onDone}>{t.common.cancel}</Button>
      </div>
    </form>
  )
}
