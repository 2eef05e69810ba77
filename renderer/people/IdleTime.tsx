import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { useState, type FormEvent } from 'react'
import { Allowed } from '../components/Allowed.tsx'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { useAction } from '../components/useAction.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'

/** After how long the store locks by itself: everybody sees it, whoever administers chooses it. */
export function IdleTime() {
  const status = useRead('store.status', {})
  const minutes = status.value?.open?.idleMinutes
  if (minutes === undefined) return <FaultMessage fault={status.fault} />
  return (
    <section className="panel stack-tight">
      <Heading level="2" size="xsmall">{t.people.lockHeading}</Heading>
      <BodyLong size="small" className="measure">{t.people.lockBody(minutes)}</BodyLong>
      <Allowed role="administer" what={t.people.lockSubmit}><Choose minutes={minutes} onDone={() => void status.reload()} /></Allowed>
    </section>
  )
}

function Choose({ minutes, onDone }: { minutes: number; onDone: () => void }) {
  const bridge = useBridge()
  const text = t.people
  const [typed, setTyped] = useState(String(minutes))
  const [wrong, setWrong] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const save = useAction((chosen: number) => bridge.call('store.setIdleMinutes', { minutes: chosen }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const chosen = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0
    const good = chosen >= 1 && chosen <= 60
    setWrong(!good)
    setSaid(null)
    if (!good) return focusFirstError(form)
    void save.start(chosen).then(done => {
      if (!done) return
      setSaid(text.lockDone(chosen))
      announce(text.lockDone(chosen))
      onDone()
    })
  }
  return (
    <form className="stack-tight" noValidate onSubmit={submit}>
      <TextField className="short-field" label={text.lockMinutes} size="small" inputMode="numeric" autoComplete="off" maxLength={2} value={typed} error={wrong ? text.lockInvalid : undefined} onChange={e => { setTyped(e.target.value); setWrong(false) }} />
      <FaultMessage fault={save.fault} />
      {said ? <Notice status="success">{said}</Notice> : null}
      <div className="actions"><Button type="submit" size="small" variant="secondary" loading={save.busy}>{text.lockSubmit}</Button></div>
    </form>
  )
}
