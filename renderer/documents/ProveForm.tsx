import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import { BodyShort } from '@navikt/ds-react/Typography'
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import type { DocumentView } from '../../shared/contract/documents.ts'
import type { CaseView } from '../../shared/contract/views.ts'
import { isKey } from '../../shared/keys.ts'
import { useBridge } from '../components/bridge.tsx'
import type { CasePanelProps } from '../components/casePanel.ts'
import { FactValueField } from '../components/FactValueField.tsx'
import { draftOf, readDraft, type Draft, type FactInput } from '../components/factValue.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { useAction } from '../components/useAction.ts'
import { capital } from '../text/format.ts'
import { t } from '../text/t.ts'

type Props = { document: DocumentView; view: CaseView; page: number; change: CasePanelProps['change']; onClose: () => void; onDone: () => void }
type Errors = { fact?: string; page?: string; value?: string }

/** What a page of a document proves, written while the page is seen. Escape leaves everything as it was. */
export function ProveForm({ document, view, page: shown, change, onClose, onDone }: Props) {
  const text = t.documents.received.proveForm
  const bridge = useBridge()
  const form = useRef<HTMLFormElement>(null)
  const [factId, setFactId] = useState('')
  const [draft, setDraft] = useState<Draft>({ text: '', none: false })
  // Until it is written by hand the page is the one on the screen.
  const [written, setWritten] = useState<string | null>(null)
  const [errors, setErrors] = useState<Errors>({})
  const fact = view.facts.find(f => f.id === factId)
  const page = written ?? String(shown)
  const save = useAction((value: FactInput) => change(
    () => bridge.call('documents.prove', { id: view.id, version: view.version, documentId: document.id, page: Number(page), fact: factId, value }), text.saved(fact?.label ?? ''),
  ))
  useEffect(() => form.current?.querySelector<HTMLElement>('select')?.focus(), [])
  const pageError = () => {
    if (!/^[1-9]\d{0,4}$/.test(page.trim())) return text.pageInvalid
    return document.pages !== null && Number(page) > document.pages ? text.pagePast(document.pages) : undefined
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wrongPage = pageError()
    const typed = fact ? readDraft(fact, draft) : null
    const found: Errors = { ...(fact ? {} : { fact: text.chooseMissing }), ...(wrongPage ? { page: wrongPage } : {}), ...(typed && !typed.ok ? { value: typed.error } : {}) }
    setErrors(found)
    if (!typed?.ok || found.page) return focusFirstError(event.currentTarget)
    void save.start(typed.value).then(done => { if (done) onDone() })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isKey(event, 'closeForm') || event.defaultPrevented || save.busy) return
    event.stopPropagation()
    onClose()
  }
  const choose = (id: string) => {
    const next = view.facts.find(f => f.id === id)
    setFactId(id)
    setErrors({})
    setDraft(next ? draftOf(next) : { text: '', none: false })
  }
  const sections = view.sections.map(s => ({ ...s, facts: view.facts.filter(f => f.section === s.id && f.editable) })).filter(s => s.facts.length > 0)
  return (
    <form ref={form} className="fact-form" noValidate onSubmit={submit} onKeyDown={onKeyDown} aria-label={text.heading}>
      <div className="prove-fields">
        <Select size="small" label={text.fact} value={factId} error={errors.fact} onChange={e => choose(e.target.value)}>
          <option value="">{text.choose}</option>
          {sections.map(s => <optgroup key={s.id} label={s.title}>{s.facts.map(f => <option key={f.id} value={f.id}>{capital(f.label)}</option>)}</optgroup>)}
        </Select>
        {document.type === 'pdf' ? <TextField size="small" label={text.page} className="page-field" inputMode="numeric" autoComplete="off" value={page} error={errors.page} onChange={e => setWritten(e.target.value)} /> : null}
      </div>
      {fact ? <FactValueField key={fact.id} fact={fact} draft={draft} error={errors.value} onChange={setDraft} /> : null}
      <BodyShort size="small" textColor="subtle">{text.order}</BodyShort>
      <FaultMessage fault={save.fault?.code === 'case-changed' ? null : save.fault} />
      <div className="actions">
        <Button type="submit" size="small" loading={save.busy}>{text.submit}</Button>
        <Button type="button" size="small" variant="secondary" disabled={save.busy} onClick={onClose}>{t.common.cancel}</Button>
      </div>
    </form>
  )
}
