import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { useState, type FormEvent } from 'react'
import { useBridge } from '../components/bridge.tsx'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { PageHeading } from '../components/PageHeading.tsx'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'
import { checkPassphrases, PassphraseFields, type PassphraseErrors } from '../components/PassphraseFields.tsx'
import { RecoveryCode } from './RecoveryCode.tsx'

type Errors = PassphraseErrors & { name?: string; title?: string }

/** Lays up the work store: who works here, a passphrase, and the recovery code that must be kept before going on. */
export function NewStore({ onOpened, onBack }: { onOpened: () => Promise<void>; onBack: () => void }) {
  const bridge = useBridge()
  const text = t.start.create
  const [name, setName] = useState('')
  const [title, setTitle] = useState(text.titleDefault)
  const [pair, setPair] = useState({ first: '', again: '' })
  const [errors, setErrors] = useState<Errors>({})
  const [code, setCode] = useState<string | null>(null)
  const create = useAction(() => bridge.call('store.create', { passphrase: pair.first, name: name.trim(), title: title.trim() }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const found: Errors = {
      ...(name.trim() ? {} : { name: text.nameMissing }), ...(title.trim() ? {} : { title: text.titleMissing }), ...checkPassphrases(pair),
    }
    setErrors(found)
    if (Object.keys(found).length > 0) focusFirstError(form)
    else void create.start().then(made => { if (made) { setPair({ first: '', again: '' }); setCode(made.value.recoveryCode) } })
  }
  if (code !== null) return <RecoveryCode code={code} onDone={onOpened} />
  return (
    <>
      <PageHeading>{text.heading}</PageHeading>
      <form className="panel stack" noValidate onSubmit={submit}>
        <TextField label={text.name} description={text.nameHint} size="small" autoComplete="off" maxLength={200} value={name} error={errors.name} onChange={e => setName(e.target.value)} />
        <TextField label={text.title} size="small" autoComplete="off" maxLength={200} value={title} error={errors.title} onChange={e => setTitle(e.target.value)} />
        <PassphraseFields label={t.start.passphrase} value={pair} errors={errors} onChange={setPair} />
        <FaultMessage fault={create.fault} />
        <div className="actions">
          <Button type="submit" size="small" loading={create.busy}>{text.submit}</Button>
          <Button type="button" size="small" variant="secondary" disabled={create.busy} onClick={onBack}>{t.common.back}</Button>
        </div>
      </form>
    </>
  )
}
