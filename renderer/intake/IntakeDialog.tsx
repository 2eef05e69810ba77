import { Button } from '@navikt/ds-react/Button'
import { Dialog } from '@navikt/ds-react/Dialog'
import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import { useState, type FormEvent } from 'react'
import type { IntakeView } from '../../shared/contract/views.ts'
import { useBridge } from '../components/bridge.tsx'
import { DateField } from '../components/DateField.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { useAction } from '../components/useAction.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'
import { checkIntake, type IntakeForm, type IntakeFormErrors } from './intakeForm.ts'

const blank: IntakeForm = { programme: '', name: '', evaluationDate: '', placeStart: '', placeEnd: '' }
type Props = { edited: IntakeView | null; titles: ReadonlyMap<string, string>; onDone: () => void; onClose: () => void }

/** Lays up an intake, from one of the known ones if the caseworker wishes, or changes one. */
export function IntakeDialog({ edited, titles, onDone, onClose }: Props) {
  const bridge = useBridge()
  const text = t.intake.form
  const suggestions = useRead('intake.suggestions', {}).value ?? []
  const [form, setForm] = useState<IntakeForm>(edited ? pick(edited) : blank)
  const [errors, setErrors] = useState<IntakeFormErrors>({})
  const save = useAction((fields: IntakeForm) => edited ? bridge.call('intake.update', { id: edited.id, ...fields }) : bridge.call('intake.create', fields))
  const fixed = edited !== null && edited.files.length > 0
  const programmes = [...new Set([...suggestions.map(s => s.programme), ...titles.keys(), ...(edited ? [edited.programme] : [])])]
  const values = { ...form, programme: form.programme || programmes[0] || '' }
  const set = (field: keyof IntakeForm) => (value: string) => setForm(f => ({ ...f, [field]: value }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const found = checkIntake(values)
    setErrors(found)
    if (Object.keys(found).length > 0) return focusFirstError(event.currentTarget)
    void save.start({ ...values, name: values.name.trim() }).then(done => { if (done) onDone() })
  }
  const date = (field: 'evaluationDate' | 'placeStart' | 'placeEnd', description?: string) => (
    <DateField label={text[field]} value={form[field]} onChange={set(field)} error={errors[field]} readOnly={fixed} description={description} />
  )
  return (
    <Dialog open size="small" onOpenChange={next => { if (!next && !save.busy) onClose() }}>
      <Dialog.Popup width="medium" closeOnOutsideClick={false}>
        <Dialog.Header><Dialog.Title>{edited ? text.editHeading : text.createHeading}</Dialog.Title></Dialog.Header>
        <form noValidate onSubmit={submit}>
          <Dialog.Body>
            <div className="stack">
              {!edited && suggestions.length > 0 ? (
                <Select size="small" label={text.known} value={suggestions.find(s => s.name === form.name)?.name ?? ''}
                  onChange={e => { const known = suggestions.find(s => s.name === e.target.value); if (known) { setForm(pick(known)); setErrors({}) } }}>
                  <option value="">{text.knownNone}</option>
                  {suggestions.map(s => <option key={s.name} value={s.name}>{s.name}</option>)}
                </Select>
              ) : null}
              {fixed ? <Notice>{text.fixed}</Notice> : null}
              <TextField label={text.name} size="small" autoComplete="off" value={form.name} error={errors.name} onChange={e => set('name')(e.target.value)} />
              {programmes.length > 1 ? (
                <Select label={text.programme} size="small" value={values.programme} error={errors.programme} readOnly={edited !== null} onChange={e => set('programme')(e.target.value)}>
                  {programmes.map(p => <option key={p} value={p}>{titles.get(p) ?? p}</option>)}
                </Select>
              ) : null}
              {date('evaluationDate', text.evaluationHint)}
              <div className="side-by-side">{date('placeStart')}{date('placeEnd')}</div>
              <FaultMessage fault={save.fault} />
            </div>
          </Dialog.Body>
          <Dialog.Footer>
            <Button type="button" size="small" variant="secondary" disabled={save.busy} onClick={onClose}>{t.common.cancel}</Button>
            <Button type="submit" size="small" loading={save.busy}>{edited ? text.submitEdit : text.submitCreate}</Button>
          </Dialog.Footer>
        </form>
      </Dialog.Popup>
    </Dialog>
  )
}

function pick({ programme, name, evaluationDate, placeStart, placeEnd }: IntakeForm): IntakeForm {
  return { programme, name, evaluationDate, placeStart, placeEnd }
}
