import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { BodyLong } from '@navikt/ds-react/Typography'
import { useState, type FormEvent } from 'react'
import { useBridge } from '../components/bridge.tsx'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { PageHeading } from '../components/PageHeading.tsx'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'
import { faultSentence } from '../text/words.ts'
import { checkPassphrases, PassphraseFields, type PassphraseErrors } from '../components/PassphraseFields.tsx'

/** A forgotten passphrase: the printed code lets the caseworker choose a new one. */
export function Recover({ onOpened, onBack }: { onOpened: () => Promise<void>; onBack: () => void }) {
  const bridge = useBridge()
  const text = t.start.recover
  const [code, setCode] = useState('')
  const [pair, setPair] = useState({ first: '', again: '' })
  const [errors, setErrors] = useState<PassphraseErrors & { code?: string }>({})
  const recover = useAction(async () => {
    const result = await bridge.call('store.recover', { recoveryCode: code.trim(), newPassphrase: pair.first })
    if (result.ok) await onOpened()
    return result
  })
  const wrongCode = recover.fault?.code === 'recovery-code-wrong'
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const found = { ...(code.trim() ? {} : { code: text.codeMissing }), ...checkPassphrases(pair) }
    setErrors(found)
    if (Object.keys(found).length > 0) focusFirstError(form)
    else void recover.start().then(done => { if (!done) focusFirstError(form) })
  }
  return (
    <>
      <PageHeading term="recoveryCode">{text.heading}</PageHeading>
      <BodyLong size="small">{text.body}</BodyLong>
      <form className="panel stack" noValidate onSubmit={submit}>
        <TextField
          label={text.code} description={text.codeHint} size="small" autoComplete="off" spellCheck={false} value={code}
          error={errors.code ?? (wrongCode && recover.fault ? faultSentence(recover.fault) : undefined)}
          onChange={e => { setCode(e.target.value); recover.clear() }}
        />
        <PassphraseFields label={text.next} value={pair} errors={errors} onChange={setPair} />
        <FaultMessage fault={wrongCode ? null : recover.fault} />
        <div className="actions">
          <Button type="submit" size="small" loading={recover.busy}>{text.submit}</Button>
          <Button type="button" size="small" variant="secondary" disabled={recover.busy} onClick={onBack}>{t.common.back}</Button>
        </div>
      </form>
    </>
  )
}
