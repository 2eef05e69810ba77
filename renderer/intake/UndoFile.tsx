import { Button } from '@navikt/ds-react/Button'
import { Textarea } from '@navikt/ds-react/Textarea'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { UndoReport } from '../../shared/contract/changes.ts'
import type { IntakeFileView } from '../../shared/contract/views.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import { useLong } from '../components/useLong.ts'
import { t } from '../text/t.ts'
import { ChangeList } from './ChangeList.tsx'

type Props = { file: IntakeFileView; onClose: () => void; onDone: (name: string) => void }

/** What would become of the cases if a file were undone, and the undoing itself, with a reason. */
export function UndoFile({ file, onClose, onDone }: Props) {
  const text = t.changes.undo
  const place = useRef<HTMLElement>(null)
  const [report, setReport] = useState<UndoReport | null>(null)
  const [reason, setReason] = useState('')
  const [seen, setSeen] = useState(false)
  const [errors, setErrors] = useState<{ reason?: string; seen?: string }>({})
  const preview = useLong('intake.undoPreview')
  const undo = useLong('intake.undoFile')
  const look = preview.start
  useEffect(() => {
    place.current?.focus()
    void look({ fileId: file.id }).then(found => { if (found) setReport(found.value) })
  }, [file.id, look])
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const found = { ...(reason.trim() ? {} : { reason: text.reasonMissing }), ...(report && report.changes.lights > 0 && !seen ? { seen: t.changes.mustSee } : {}) }
    setErrors(found)
    if (found.reason || found.seen) return focusFirstError(form)
    const done = await undo.start({ fileId: file.id, reason: reason.trim(), ...(report ? { seen: report.changes.seen } : {}) })
    if (!done) return
    onDone(file.name)
  }
  return (
    <section ref={place} className="panel stack" aria-label={text.heading(file.name)} tabIndex={-1} data-testid="undo-file">
      <Heading level="3" size="small" className="wrap">{text.heading(file.name)}</Heading>
      {preview.busy ? <ProgressPanel title={text.looking} progress={preview.progress} stopping={preview.stopping} onCancel={preview.cancel} /> : null}
      {undo.busy ? <ProgressPanel title={text.working} progress={undo.progress} stopping={undo.stopping} onCancel={undo.cancel} /> : null}
      <FaultMessage fault={preview.fault ?? undo.fault} />
      {report && !undo.busy ? (
        <form noValidate className="stack" onSubmit={e => void submit(e)}>
          <ul className="change-lines">
            {[
              ...(report.removed > 0 ? [text.removed(report.removed)] : []), ...(report.removedEstablished > 0 ? [text.established(report.removedEstablished)] : []),
              ...(report.restored > 0 ? [text.restored(report.restored)] : []), ...(report.laterFiles.length > 0 ? [text.later(report.laterFiles.join(', '))] : []), text.kept,
            ].map(line => <li key={line}>{line}</li>)}
          </ul>
          <ChangeList changes={report.changes} heading={t.changes.headingUndo} seen={seen} onSeen={setSeen} />
          {errors.seen && !seen ? <BodyShort role="alert" size="small" className="must-see">{errors.seen}</BodyShort> : null}
          <Textarea size="small" label={text.reason} value={reason} maxLength={2000} minRows={1} error={reason.trim() ? undefined : errors.reason} onChange={e => setReason(e.target.value)} />
          <div className="actions">
            <Button type="submit" size="small" data-color="danger">{text.do}</Button>
            <Button type="button" size="small" variant="secondary" onClick={onClose}>{text.keep}</Button>
          </div>
        </form>
      ) : preview.busy || undo.busy ? null : <div><Button type="button" size="small" variant="secondary" onClick={onClose}>{text.keep}</Button></div>}
    </section>
  )
}
