import { Button } from '@navikt/ds-react/Button'
import { ErrorSummary } from '@navikt/ds-react/ErrorSummary'
import { BodyShort } from '@navikt/ds-react/Typography'
import { useEffect, useMemo, useRef, useState, type FormEvent } from 'react'
import { useBridge } from '../components/bridge.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { today } from '../components/dates.ts'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { PageHeading } from '../components/PageHeading.tsx'
import { SwedishByLaw } from '../components/SwedishByLaw.tsx'
import { PdfView } from '../components/PdfView.tsx'
import { Term } from '../components/Term.tsx'
import { useAction } from '../components/useAction.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'
import { DecisionFields } from './DecisionFields.tsx'
import { checkDecision, fieldOrder, inputOf, startForm, type DecisionErrors, type DecisionForm } from './decisionForm.ts'

type Props = { caseId: number; reason: string | null; caseworker: string; onCase: () => void; onDecided: (decisionId: number, applicationId: string) => void }

/** A decision on arbetspraktik: fill in, look at the form as it will be printed, decide. */
export function DecidePage({ caseId, reason, onCase, onDecided }: Props) {
  const bridge = useBridge()
  const text = t.decision
  const opened = useRead('screening.open', { id: caseId, ...(reason === null ? {} : { reason }) })
  const [typed, setTyped] = useState<Partial<DecisionForm>>({})
  const [errors, setErrors] = useState<DecisionErrors>({})
  const [shown, setShown] = useState<{ pdf: Uint8Array; of: DecisionForm } | null>(null)
  const [asking, setAsking] = useState(false)
  const summary = useRef<HTMLDivElement>(null)
  const [summaryTurn, setSummaryTurn] = useState(0)
  useEffect(() => {
    if (summaryTurn > 0) summary.current?.focus()
  }, [summaryTurn])
  const view = opened.value
  const assessed = view?.established?.assessment ?? ''
  const form = useMemo<DecisionForm>(() => ({ ...startForm(today(), assessed), ...typed }), [assessed, typed])
  const preview = useAction((input: NonNullable<ReturnType<typeof inputOf>>) => bridge.call('decision.preview', input))
  const decide = useAction((input: NonNullable<ReturnType<typeof inputOf>>) => bridge.call('decision.decide', input))

  const checked = () => {
    const found = checkDecision(form)
    setErrors(found)
    if (Object.keys(found).length > 0) {
      setSummaryTurn(n => n + 1)
      return null
    }
    return view ? inputOf(form, caseId, view.version) : null
  }
  const look = async () => {
    const input = checked()
    if (!input) return
    const made = await preview.start(input)
    if (made) setShown({ pdf: made.value, of: form })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    decide.clear()
    if (checked()) setAsking(true)
  }
  const confirm = async () => {
    const input = checked()
    if (!input || !view) return setAsking(false)
    const made = await decide.start(input)
    if (made) onDecided(made.value.id, view.applicationId)
  }

  if (!view) return <FaultMessage fault={opened.fault}><Button type="button" size="small" variant="secondary" onClick={onCase}>{text.toCase}</Button></FaultMessage>
  const name = [view.person.givenName, view.person.familyName].filter(Boolean).join(' ')
  const wrong = fieldOrder.flatMap(field => { const error = errors[field]; return error ? [[field, error] as const] : [] })
  return (
    <div className="decide">
      <PageHeading term="placement">{text.heading}</PageHeading>
      <BodyShort size="small" className="wrap">{text.forWhom(name, view.applicationId)}</BodyShort>
      <div className="decide-columns">
        <form className="stack" noValidate onSubmit={submit}>
          {wrong.length > 0 ? (
            <ErrorSummary ref={summary} size="small">
              {wrong.map(([field, error]) => <ErrorSummary.Item key={field} href={`#${field}`} onClick={e => { e.preventDefault(); document.getElementById(field)?.focus() }}>{error}</ErrorSummary.Item>)}
            </ErrorSummary>
          ) : null}
          <p className="plain"><strong>{text.period}:</strong> {text.periodValue(view.intake.placeStart, view.intake.placeEnd)}</p>
          <DecisionFields form={form} errors={errors} onChange={change => { preview.clear(); setTyped(before => ({ ...before, ...change })) }} />
          <div className="form-end stack-tight">
            <FaultMessage fault={preview.fault ?? (asking ? null : decide.fault)} />
            <div className="actions">
              <Button type="submit" size="small">{text.decide}</Button>
              <Button type="button" size="small" variant="secondary" loading={preview.busy} onClick={() => void look()}>{text.preview}</Button>
              <Button type="button" size="small" variant="tertiary" onClick={onCase}>{t.common.cancel}</Button>
            </div>
          </div>
        </form>
        <section className="preview" aria-label={text.previewTitle}>
          <SwedishByLaw />
          {shown && shown.of !== form ? <Notice status="warning">{text.previewOld}</Notice> : null}
          {shown ? <PdfView pdf={shown.pdf} /> : <p className="preview-none">{text.previewNone}</p>}
        </section>
      </div>
      <ConfirmDialog open={asking} title={text.confirmTitle} submit={text.decide} busy={decide.busy} fault={decide.fault} onSubmit={() => void confirm()} onClose={() => { setAsking(false); decide.clear() }}>
        <p className="plain wrap">{text.confirmBody(name, form.organiser.trim(), view.intake.placeStart, view.intake.placeEnd)}</p>
        <p className="plain">{text.reconsider} <Term id="reconsideration" /></p>
      </ConfirmDialog>
    </div>
  )
}
