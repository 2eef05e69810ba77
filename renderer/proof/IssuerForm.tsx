import { Button } from '@navikt/ds-react/Button'
import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { Textarea } from '@navikt/ds-react/Textarea'
import { TextField } from '@navikt/ds-react/TextField'
import { useRef, useState } from 'react'
import type { CredentialTypeView, IssuerDraft, IssuerKey, RecheckReport } from '../../shared/contract/proof.ts'
import { useBridge } from '../components/bridge.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { DateField } from '../components/DateField.tsx'
import { isDay, readDay } from '../components/dates.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { useAction } from '../components/useAction.ts'
import { useLong } from '../components/useLong.ts'
import { t } from '../text/t.ts'
import { Keys } from './IssuerCard.tsx'

type Props = { draft: IssuerDraft; id: number | null; title: string; types: CredentialTypeView[]; onClose: () => void; onDone: (report: RecheckReport | null) => void }
type Errors = Partial<Record<'name' | 'issuer' | 'keyText' | 'types' | 'validFrom' | 'validTo', string>>

/** What makes an issuer trusted, with the fingerprints of its keys before the eyes of whoever trusts it. */
export function IssuerForm({ draft, id, title, types, onClose, onDone }: Props) {
  const bridge = useBridge()
  const text = t.proof.issuers
  const body = useRef<HTMLDivElement>(null)
  const [given, setGiven] = useState<Omit<IssuerDraft, 'keys'>>(draft)
  const [keys, setKeys] = useState<IssuerKey[]>(draft.keys)
  const [errors, setErrors] = useState<Errors>({})
  const show = useAction(() => bridge.call('proof.readKeys', { keyText: given.keyText }))
  const add = useAction((fields: Parameters<typeof fieldsOf>[0]) => bridge.call('proof.addIssuer', fieldsOf(fields)))
  const change = useLong('proof.changeIssuer')
  const set = (part: Partial<IssuerDraft>) => setGiven(before => ({ ...before, ...part }))
  const submit = async () => {
    const required = t.common.required
    const found: Errors = {
      ...(given.name.trim() ? {} : { name: required }), ...(given.issuer.trim() ? {} : { issuer: required }), ...(given.keyText.trim() ? {} : { keyText: required }), ...(given.types.length > 0 ? {} : { types: text.form.typesMissing }),
      ...(isDay(readDay(given.validFrom)) ? {} : { validFrom: t.common.dateInvalid }), ...(given.validTo === '' || isDay(readDay(given.validTo)) ? {} : { validTo: t.common.dateInvalid }),
    }
    setErrors(found)
    if (Object.keys(found).length > 0) {
      if (body.current) focusFirstError(body.current)
      return
    }
    const done = id === null ? await add.start(given) : await change.start({ id, ...fieldsOf(given) })
    if (done) onDone('checked' in done.value ? done.value : null)
  }
  const reveal = async () => {
    const read = await show.start()
    setKeys(read?.value.keys ?? [])
  }
  return (
    <ConfirmDialog open title={title} width="medium" submit={id === null ? text.form.submit : text.form.change} busy={add.busy || change.busy} fault={add.fault ?? change.fault} onSubmit={() => void submit()} onClose={onClose}>
      <div ref={body} className="stack">
        <TextField size="small" label={text.form.name} description={text.form.nameHint} value={given.name} error={errors.name} autoComplete="off" onChange={e => set({ name: e.target.value.slice(0, 200) })} />
        <TextField size="small" label={text.form.issuer} description={text.form.issuerHint} value={given.issuer} error={errors.issuer} autoComplete="off" onChange={e => set({ issuer: e.target.value.slice(0, 500) })} />
        <Textarea size="small" label={text.form.keys} minRows={3} maxRows={6} className="credential-text" spellCheck={false} value={given.keyText} error={errors.keyText} onChange={e => { set({ keyText: e.target.value.slice(0, 100_000) }); setKeys([]) }} />
        {keys.length > 0 ? <div><Keys keys={keys} /><p className="plain small">{text.compare}</p></div>
          : <div><Button type="button" size="xsmall" variant="secondary" loading={show.busy} disabled={!given.keyText.trim()} onClick={() => void reveal()}>{text.form.show}</Button></div>}
        <FaultMessage fault={show.fault} />
        <CheckboxGroup size="small" legend={text.form.types} value={given.types} error={errors.types} onChange={(value: string[]) => set({ types: value })}>
          {types.map(type => <Checkbox key={type.id} value={type.id}>{type.title}</Checkbox>)}
        </CheckboxGroup>
        <div className="side-by-side">
          <DateField label={text.form.from} value={given.validFrom} error={errors.validFrom} onChange={validFrom => set({ validFrom })} />
          <DateField label={`${text.form.to} (${t.common.optional})`} description={text.form.toHint} value={given.validTo} error={errors.validTo} onChange={validTo => set({ validTo })} />
        </div>
        <Textarea size="small" label={`${text.form.note} (${t.common.optional})`} description={text.form.noteHint} minRows={2} value={given.note} onChange={e => set({ note: e.target.value.slice(0, 2000) })} />
      </div>
    </ConfirmDialog>
  )
}

const fieldsOf = ({ name, issuer, keyText, types, validFrom, validTo, note }: Omit<IssuerDraft, 'keys'>) => ({
  name: name.trim(), issuer: issuer.trim(), keyText, types, validFrom: readDay(validFrom), validTo: validTo === '' ? null : readDay(validTo), note: note.trim(),
})
