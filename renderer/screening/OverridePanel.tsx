import { Button } from '@navikt/ds-react/Button'
import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { Textarea } from '@navikt/ds-react/Textarea'
import { Heading } from '@navikt/ds-react/Typography'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import type { CaseView } from '../../shared/contract/views.ts'
import { type Light, LIGHTS } from '../../shared/domain.ts'
import type { Result } from '../../shared/fault.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { WithTerm } from '../components/Term.tsx'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'
import { faultSentence } from '../text/words.ts'

const LEAST_REASON = 10
type Props = { view: CaseView; onOverride: (light: Light, reason: string) => Promise<Result<CaseView>>; onClose: () => void }

/** Going away from the proposed light, with a reason; where it may not be, why. Escape leaves everything as it was. */
export function OverridePanel({ view, onOverride, onClose }: Props) {
  const text = t.judging.override
  const heading = useId()
  const { to, fault } = view.override
  const [light, setLight] = useState<Light | ''>('')
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<{ light?: string; reason?: string }>({})
  const title = useRef<HTMLHeadingElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const override = useAction((chosen: Light) => onOverride(chosen, reason.trim()))
  // Where something can be chosen, that is where the work begins; where nothing can, the heading says so.
  useEffect(() => { (form.current?.querySelector<HTMLElement>('input[type="radio"]') ?? title.current)?.focus() }, [])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const found = { ...(light ? {} : { light: text.lightMissing }), ...(reason.trim().length < LEAST_REASON ? { reason: text.reasonShort(LEAST_REASON) } : {}) }
    setErrors(found)
    if (light === '' || found.reason) return focusFirstError(event.currentTarget)
    void override.start(light).then(done => { if (done) onClose() })
  }
  const held = view.secondReader.override
  return (
    <section className="judge-panel" aria-labelledby={heading} data-testid="override" onKeyDown={e => { if (e.key === 'Escape' && !override.busy) { e.stopPropagation(); onClose() } }}>
      <WithTerm ids={['override']}><Heading ref={title} id={heading} level="2" size="xsmall" tabIndex={-1}>{fault ? text.impossible : text.title(view.proposed)}</Heading></WithTerm>
      {fault ? (
        <>
          <p className="plain">{faultSentence(fault)}</p>
          <div className="actions"><Button type="button" size="small" variant="secondary" onClick={onClose}>{t.common.close}</Button></div>
        </>
      ) : (
        <form ref={form} className="stack" noValidate onSubmit={submit}>
          <RadioGroup size="small" legend={text.light} value={light} error={errors.light} onChange={(value: string) => setLight(LIGHTS.find(each => each === value) ?? '')}>
            <div className="radio-row">{to.map(each => <Radio key={each} value={each}>{text.lightName(each)}</Radio>)}</div>
          </RadioGroup>
          <Textarea
            size="small" label={text.reason} description={text.reasonHint(LEAST_REASON)} minRows={2} value={reason} error={errors.reason} onChange={e => setReason(e.target.value.slice(0, 2000))}
            onKeyDown={e => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) e.currentTarget.form?.requestSubmit() }}
          />
          {held ? <p className="plain">{view.secondReader.others > 0 ? text.needsReader : text.noReader}</p> : null}
          <FaultMessage fault={override.fault?.code === 'case-changed' ? null : override.fault} />
          <div className="actions">
            <Button type="submit" size="small" loading={override.busy}>{held ? text.submitHeld : text.submit}</Button>
            <Button type="button" size="small" variant="secondary" disabled={override.busy} onClick={onClose}>{t.common.cancel}</Button>
          </div>
        </form>
      )}
    </section>
  )
}
