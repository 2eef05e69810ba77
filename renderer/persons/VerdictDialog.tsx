import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { Textarea } from '@navikt/ds-react/Textarea'
import { useState } from 'react'
import type { JoinReport } from '../../shared/contract/persons.ts'
import { useBridge } from '../components/bridge.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'

export type Asked = { verdict: 'same' | 'other' | 'part' | 'reopen'; a: { id: number; applicationId: string }; b: { id: number; applicationId: string } }
const OPERATION = { same: 'persons.join', other: 'persons.tellApart', part: 'persons.part', reopen: 'persons.part' } as const
const OWN = 'own'

/** A word on two applications, with the reason for it: one of the usual ones or the caseworker's own. */
export function VerdictDialog({ asked: { verdict, a, b }, onClose, onDone }: { asked: Asked; onClose: () => void; onDone: (report: JoinReport) => void }) {
  const text = t.persons.dialog
  const bridge = useBridge()
  const [choice, setChoice] = useState('')
  const [own, setOwn] = useState('')
  const [missing, setMissing] = useState(false)
  const answer = useAction((reason: string) => bridge.call(OPERATION[verdict], { id: a.id, other: b.id, reason }))
  const submit = () => {
    const reason = choice === OWN ? own.trim() : choice
    setMissing(reason === '')
    if (reason !== '') void answer.start(reason).then(done => { if (done) onDone(done.value) })
  }
  return (
    <ConfirmDialog open title={text[verdict].title} submit={text[verdict].submit} busy={answer.busy} fault={answer.fault} onSubmit={submit} onClose={onClose}>
      <p className="plain strong">{t.persons.page.pair(a.applicationId, b.applicationId)}</p>
      <p className="plain">{text[verdict].body}</p>
      <RadioGroup size="small" legend={text.reason} value={choice} error={missing && choice !== OWN ? text.missing : undefined} onChange={(value: string) => { setChoice(value); setMissing(false) }}>
        {text.reasons[verdict].map(reason => <Radio key={reason} value={reason}>{reason}</Radio>)}
        <Radio value={OWN}>{text.own}</Radio>
      </RadioGroup>
      {choice === OWN ? <Textarea size="small" label={text.ownLabel} minRows={2} autoFocus value={own} error={missing ? text.missing : undefined} onChange={e => { setOwn(e.target.value.slice(0, 2000)); setMissing(false) }} /> : null}
    </ConfirmDialog>
  )
}
