import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { BodyLong, BodyShort, ErrorMessage } from '@navikt/ds-react/Typography'
import { useId, useRef, useState, type FormEvent } from 'react'
import type { ChosenFile } from '../../shared/contract/views.ts'
import { useBridge } from '../components/bridge.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { PageHeading } from '../components/PageHeading.tsx'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import { useAction } from '../components/useAction.ts'
import { useLong } from '../components/useLong.ts'
import { t } from '../text/t.ts'

/** Restores a backup in three steps: choose, look at what it holds, lay it in. Nothing is touched before the last. */
export function Restore({ onDone, onBack }: { onDone: () => Promise<void> | void; onBack?: () => void }) {
  const bridge = useBridge()
  const text = t.start.restoreForm
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [secret, setSecret] = useState('')
  const chooser = useRef<HTMLButtonElement>(null)
  const fileError = useId()
  const [errors, setErrors] = useState<{ file?: string; secret?: string }>({})
  const [found, setFound] = useState<{ madeAt: string; cases: number; intakes: number } | null>(null)
  const [restored, setRestored] = useState<{ cases: number; previousKeptAs: string } | null>(null)
  const choose = useAction(() => bridge.chooseFiles('backup'))
  const inspect = useAction((path: string) => bridge.call('backup.inspect', { path, secret }))
  const restore = useLong('backup.restore')

  const pick = async () => {
    const chosen = await choose.start()
    const first = chosen?.value[0]
    if (!first) return
    setFile(first)
    setFound(null)
    setErrors({})
    inspect.clear()
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const wrong = { ...(file ? {} : { file: text.fileMissing }), ...(secret ? {} : { secret: text.secretMissing }) }
    setErrors(wrong)
    if (!file) return chooser.current?.focus()
    if (!secret) return focusFirstError(form)
    if (!found) {
      const seen = await inspect.start(file.token)
      if (seen) setFound(seen.value)
      return
    }
    const done = await restore.start({ path: file.token, secret })
    if (done) setRestored(done.value)
  }

  if (restored) {
    return (
      <>
        <PageHeading term="backup">{text.heading}</PageHeading>
        <Notice status="success">{text.done(restored.cases, restored.previousKeptAs)}</Notice>
        <div className="actions"><Button type="button" size="small" onClick={() => void onDone()}>{text.finish}</Button></div>
      </>
    )
  }
  return (
    <>
      <PageHeading term="backup">{text.heading}</PageHeading>
      <BodyLong size="small">{text.body}</BodyLong>
      {restore.busy ? <ProgressPanel title={text.restoring} progress={restore.progress} stopping={restore.stopping} onCancel={restore.cancel} /> : (
        <form className="panel stack" noValidate onSubmit={e => void submit(e)}>
          <div className="stack-tight">
            {file ? <BodyShort size="small">{text.chosen}: <strong className="wrap">{file.name}</strong></BodyShort> : null}
            <div className="actions"><Button ref={chooser} type="button" size="small" variant="secondary" aria-describedby={errors.file ? fileError : undefined} loading={choose.busy} onClick={() => void pick()}>{file ? text.otherFile : text.choose}</Button></div>
            {errors.file ? <ErrorMessage id={fileError} size="small" showIcon>{errors.file}</ErrorMessage> : null}
          </div>
          <TextField
            label={text.secret} description={text.secretHint} type="password" size="small" autoComplete="off" value={secret} error={errors.secret}
            onChange={e => { setSecret(e.target.value); setFound(null); inspect.clear() }}
          />
          {found ? <Notice>{text.found(found.madeAt, found.cases, found.intakes)}</Notice> : null}
          <FaultMessage fault={choose.fault ?? inspect.fault ?? restore.fault} />
          <div className="actions">
            <Button type="submit" size="small" loading={inspect.busy}>{found ? text.submit : text.inspect}</Button>
            {onBack ? <Button type="button" size="small" variant="secondary" disabled={inspect.busy} onClick={onBack}>{t.common.back}</Button> : null}
          </div>
        </form>
      )}
    </>
  )
}
