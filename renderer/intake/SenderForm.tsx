import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { useId, useState, type FormEvent } from 'react'
import { useBridge } from '../components/bridge.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'
import { type Arranged, columnsOf } from './arranged.ts'

type Props = { intakeId: number; arranged: Arranged; senders: readonly string[] }

/** Remembers what a sender's columns are, by their headers, for the next file from there. */
export function SenderForm({ intakeId, arranged, senders }: Props) {
  const bridge = useBridge()
  const text = t.intake.guide.arrange
  const list = useId()
  const { seen } = arranged
  const [sender, setSender] = useState(seen.sender ?? '')
  const [error, setError] = useState<string | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const remember = useAction((name: string) => bridge.call('intake.rememberMapping', {
    intakeId, sender: name, kind: seen.kind ?? 'applications', headers: seen.columns.map(c => c.header), columns: columnsOf(arranged),
  }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setSaved(null)
    const name = sender.trim()
    setError(name ? null : text.senderMissing)
    if (!name) return focusFirstError(event.currentTarget)
    void remember.start(name).then(done => { if (done) setSaved(text.rememberedNow(done.value.sender)) })
  }
  return (
    <form noValidate className="stack-tight" onSubmit={submit}>
      <div className="sender-line">
        <TextField size="small" label={text.sender} description={text.senderHint} autoComplete="off" list={list} maxLength={80} value={sender} error={error} onChange={e => setSender(e.target.value)} />
        <Button type="submit" size="small" variant="secondary" loading={remember.busy}>{text.remember}</Button>
      </div>
      <datalist id={list}>{senders.map(s => <option key={s} value={s} />)}</datalist>
      <FaultMessage fault={remember.fault} />
      {saved ? <Notice status="success">{saved}</Notice> : null}
    </form>
  )
}
