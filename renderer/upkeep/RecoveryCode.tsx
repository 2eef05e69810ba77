import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { BodyLong } from '@navikt/ds-react/Typography'
import { PrinterSmallIcon } from '@navikt/aksel-icons'
import { useState, type FormEvent } from 'react'
import { useBridge } from '../components/bridge.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { PageHeading } from '../components/PageHeading.tsx'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'
import { groupsOf, sameGroup } from '../components/strength.ts'

/** Shows a recovery code once, lets it be printed, and goes on only when its last group has been typed. */
export function RecoveryCode({ code, onDone }: { code: string; onDone: () => Promise<void> | void }) {
  const bridge = useBridge()
  const text = t.start.code
  const groups = groupsOf(code)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const [printed, setPrinted] = useState(false)
  const print = useAction(async () => {
    const sheet = await bridge.call('documents.recoverySheet', { recoveryCode: code })
    return sheet.ok ? bridge.print(sheet.value) : sheet
  })
  const done = useAction(async () => {
    await onDone()
    return { ok: true as const, value: null }
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const right = sameGroup(typed, groups.at(-1) ?? '')
    setWrong(!right)
    if (right) void done.start()
    else focusFirstError(event.currentTarget)
  }
  return (
    <>
      <PageHeading term="recoveryCode">{text.heading}</PageHeading>
      <BodyLong size="small">{text.body}</BodyLong>
      <section className="panel stack" aria-label={text.label}>
        <p className="code-groups" data-testid="recovery-code">{groups.map((g, i) => <span key={i} className="code-group">{g}</span>)}</p>
        <BodyLong size="small" weight="semibold">{text.keep}</BodyLong>
        <div className="actions">
          <Button type="button" size="small" variant="secondary" icon={<PrinterSmallIcon aria-hidden />} loading={print.busy}
            onClick={() => void print.start().then(sent => { if (sent) setPrinted(true) })}>{text.print}</Button>
        </div>
        {printed && !print.fault ? <Notice>{text.printed}</Notice> : null}
        <FaultMessage fault={print.fault}>{text.printInstead}</FaultMessage>
      </section>
      <form className="panel stack" noValidate onSubmit={submit}>
        <TextField
          label={text.confirm} description={text.confirmHint} size="small" autoComplete="off" spellCheck={false} className="short-field" value={typed}
          error={wrong ? text.wrong : undefined} onChange={e => { setTyped(e.target.value); setWrong(false) }}
        />
        <div className="actions"><Button type="submit" size="small" loading={done.busy}>{text.done}</Button></div>
      </form>
    </>
  )
}
