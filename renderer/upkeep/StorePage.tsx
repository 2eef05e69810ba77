import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { BodyLong } from '@navikt/ds-react/Typography'
import { useState, type FormEvent } from 'react'
import { useRoles } from '../components/Allowed.tsx'
import { useBridge } from '../components/bridge.tsx'
import { today } from '../components/dates.ts'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { PageHeading } from '../components/PageHeading.tsx'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import { useAction } from '../components/useAction.ts'
import { useLong } from '../components/useLong.ts'
import { t } from '../text/t.ts'
import { faultSentence } from '../text/words.ts'
import { checkPassphrases, PassphraseFields, type PassphraseErrors } from '../components/PassphraseFields.tsx'
import { RecoveryCode } from './RecoveryCode.tsx'
import { Restore } from './Restore.tsx'

type Props = { task: 'passphrase' | 'recovery-code' | 'backup' | 'restore' | 'verify'; sample: boolean; onRestored: () => void }

/** The pages under the menu "Lager". */
export function StorePage({ task, sample, onRestored }: Props) {
  const administers = useRoles().includes('administer')
  if (sample && task !== 'verify') return <div className="narrow stack"><PageHeading>{t.frame.menuItems[task]}</PageHeading><Notice>{t.store.sampleOnly}</Notice></div>
  if (task !== 'passphrase' && !administers) return <div className="narrow stack"><PageHeading>{t.frame.menuItems[task]}</PageHeading><Notice>{t.common.needs('administer')}</Notice></div>
  return (
    <div className="narrow stack">
      {task === 'passphrase' ? <ChangePassphrase /> : task === 'recovery-code' ? <RenewCode /> : task === 'backup' ? <Backup />
        : task === 'restore' ? <Restore onDone={onRestored} /> : <Verify />}
    </div>
  )
}

function ChangePassphrase() {
  const bridge = useBridge()
  const text = t.store.passphrase
  const [current, setCurrent] = useState('')
  const [pair, setPair] = useState({ first: '', again: '' })
  const [errors, setErrors] = useState<PassphraseErrors & { current?: string }>({})
  const [done, setDone] = useState(false)
  const change = useAction(() => bridge.call('store.changePassphrase', { current, next: pair.first }))
  const wrong = change.fault?.code === 'passphrase-wrong' ? faultSentence(change.fault) : undefined
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const found = { ...(current ? {} : { current: text.currentMissing }), ...checkPassphrases(pair) }
    setErrors(found)
    setDone(false)
    if (Object.keys(found).length > 0) return focusFirstError(form)
    void change.start().then(ok => {
      if (!ok) return focusFirstError(form)
      setCurrent('')
      setPair({ first: '', again: '' })
      setDone(true)
    })
  }
  return (
    <>
      <PageHeading>{text.heading}</PageHeading>
      <form className="panel stack" noValidate onSubmit={submit}>
        <TextField label={text.current} type="password" size="small" autoComplete="current-password" value={current} error={errors.current ?? wrong} onChange={e => { setCurrent(e.target.value); change.clear() }} />
        <PassphraseFields label={text.next} value={pair} errors={errors} onChange={setPair} />
        <FaultMessage fault={wrong ? null : change.fault} />
        {done ? <Notice status="success">{text.done}</Notice> : null}
        <div className="actions"><Button type="submit" size="small" loading={change.busy}>{text.submit}</Button></div>
      </form>
    </>
  )
}

function RenewCode() {
  const bridge = useBridge()
  const text = t.store.recoveryCode
  const [passphrase, setPassphrase] = useState('')
  const [missing, setMissing] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  const [done, setDone] = useState(false)
  const renew = useAction(() => bridge.call('store.renewRecoveryCode', { passphrase }))
  const wrong = renew.fault?.code === 'passphrase-wrong' ? faultSentence(renew.fault) : undefined
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setMissing(!passphrase)
    if (!passphrase) return focusFirstError(form)
    void renew.start().then(made => {
      if (made) setCode(made.value.recoveryCode)
      else focusFirstError(form)
    })
  }
  if (code !== null && !done) return <RecoveryCode code={code} onDone={() => setDone(true)} />
  if (done) return <><PageHeading term="recoveryCode">{text.heading}</PageHeading><Notice status="success">{text.done}</Notice></>
  return (
    <>
      <PageHeading term="recoveryCode">{text.heading}</PageHeading>
      <BodyLong size="small">{text.body}</BodyLong>
      <form className="panel stack" noValidate onSubmit={submit}>
        <TextField label={t.start.passphrase} type="password" size="small" autoComplete="current-password" value={passphrase} error={missing ? t.store.passphrase.currentMissing : wrong} onChange={e => { setPassphrase(e.target.value); setMissing(false); renew.clear() }} />
        <FaultMessage fault={wrong ? null : renew.fault} />
        <div className="actions"><Button type="submit" size="small" loading={renew.busy}>{text.submit}</Button></div>
      </form>
    </>
  )
}

function Backup() {
  const bridge = useBridge()
  const text = t.store.backup
  const target = useAction(() => bridge.chooseTarget('backup', text.suggested(today())))
  const backup = useLong('backup.create')
  const [done, setDone] = useState<string | null>(null)
  const make = async () => {
    setDone(null)
    const chosen = await target.start()
    if (!chosen?.value) return
    const made = await backup.start({ path: chosen.value.token })
    if (made) setDone(text.done(made.value.name, made.value.cases, made.value.bytes))
  }
  return (
    <>
      <PageHeading term="backup">{text.heading}</PageHeading>
      <BodyLong size="small">{text.body}</BodyLong>
      {backup.busy ? <ProgressPanel title={text.making} progress={backup.progress} stopping={backup.stopping} onCancel={backup.cancel} />
        : <div className="actions"><Button type="button" size="small" loading={target.busy} onClick={() => void make()}>{text.submit}</Button></div>}
      {done ? <Notice status="success">{done}</Notice> : null}
      <FaultMessage fault={target.fault ?? backup.fault} />
    </>
  )
}

function Verify() {
  const text = t.store.verify
  const verify = useLong('journal.verify')
  const [done, setDone] = useState<string | null>(null)
  const check = async () => {
    setDone(null)
    const result = await verify.start({})
    if (result) setDone(text.done(result.value.entries, result.value.cases))
  }
  return (
    <>
      <PageHeading term="journal">{text.heading}</PageHeading>
      <BodyLong size="small">{text.body}</BodyLong>
      {verify.busy ? <ProgressPanel title={text.checking} progress={verify.progress} stopping={verify.stopping} onCancel={verify.cancel} />
        : <div className="actions"><Button type="button" size="small" onClick={() => void check()}>{text.submit}</Button></div>}
      {done ? <Notice status="success">{done}</Notice> : null}
      <FaultMessage fault={verify.fault} />
    </>
  )
}
