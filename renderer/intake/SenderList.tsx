import { Button } from '@navikt/ds-react/Button'
import { BodyShort } from '@navikt/ds-react/Typography'
import { useId, useState } from 'react'
import { useBridge } from '../components/bridge.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Notice } from '../components/FaultMessage.tsx'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'

/** The senders whose columns are remembered; each may be forgotten. */
export function SenderList({ intakeId, senders }: { intakeId: number; senders: readonly string[] }) {
  const bridge = useBridge()
  const text = t.intake.guide.arrange
  const heading = useId()
  const [left, setLeft] = useState(senders)
  const [asked, setAsked] = useState<string | null>(null)
  const [forgotten, setForgotten] = useState<string | null>(null)
  const forget = useAction((sender: string) => bridge.call('intake.forgetSender', { intakeId, sender }))
  const answer = () => {
    if (asked === null) return
    void forget.start(asked).then(done => {
      if (!done) return
      setLeft([...new Set(done.value.map(s => s.sender))])
      setForgotten(text.forgotten(asked))
      setAsked(null)
    })
  }
  if (left.length === 0 && forgotten === null) return null
  return (
    <section className="stack-tight measure" aria-labelledby={heading}>
      {left.length > 0 ? (
        <>
          <BodyShort size="small" weight="semibold" id={heading}>{text.senders}</BodyShort>
          <ul className="sender-list stack-tight">
            {left.map(sender => (
              <li key={sender} className="row-between">
                <span className="wrap">{sender}</span>
                <Button type="button" size="xsmall" variant="tertiary" aria-label={text.forgetOf(sender)} onClick={() => { setForgotten(null); setAsked(sender) }}>{text.forget}</Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {forgotten ? <Notice status="success">{forgotten}</Notice> : null}
      <ConfirmDialog open={asked !== null} title={text.forgetTitle(asked ?? '')} submit={text.forget} busy={forget.busy} fault={forget.fault} onSubmit={answer} onClose={() => setAsked(null)}>
        <BodyShort size="small">{text.forgetBody}</BodyShort>
      </ConfirmDialog>
    </section>
  )
}
