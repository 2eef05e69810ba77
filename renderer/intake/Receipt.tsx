import { Button } from '@navikt/ds-react/Button'
import { BodyShort } from '@navikt/ds-react/Typography'
import { useState } from 'react'
import type { IntakeView, TakeInReport } from '../../shared/contract/views.ts'
import type { Result } from '../../shared/fault.ts'
import { useBridge } from '../components/bridge.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { fileNamePart } from '../components/fileName.ts'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'
import { receiptLines, receiptTitle, takenBy } from './receiptText.ts'

/** What was taken in, when and by whom, to be saved as text or printed. */
export function Receipt({ report, intake }: { report: TakeInReport; intake: IntakeView | undefined }) {
  const bridge = useBridge()
  const text = t.intake.guide.receipt
  const [done, setDone] = useState<string | null>(null)
  const lines = receiptLines(report, intake)
  const when = takenBy(report, intake)
  const save = useAction(async (): Promise<Result<unknown>> => {
    setDone(null)
    const target = await bridge.chooseTarget('receipt', text.fileName(fileNamePart(intake?.name ?? '')))
    if (!target.ok) return target
    if (!target.value) return { ok: true, value: null }
    const result = await bridge.call('intake.saveReceipt', { path: target.value.token, text: `${[receiptTitle, '', ...lines].join('\n')}\n` })
    if (result.ok) setDone(text.saved(result.value.name))
    return result
  })
  const print = useAction(async (): Promise<Result<unknown>> => {
    setDone(null)
    const pdf = await bridge.call('documents.receiptSheet', { title: receiptTitle, lines })
    if (!pdf.ok) return pdf
    const result = await bridge.print(pdf.value)
    if (result.ok) setDone(text.printed)
    return result
  })
  return (
    <section className="panel stack-tight" aria-label={text.heading} data-testid="receipt">
      <BodyShort size="small">{[intake ? `${text.intake}: ${intake.name}` : '', ...(when ? [`${text.at}: ${when.at}`, `${text.by}: ${when.by}`] : [])].filter(Boolean).join(' · ')}</BodyShort>
      <div className="actions">
        <Button type="button" size="small" variant="secondary" loading={save.busy} onClick={() => void save.start()}>{text.save}</Button>
        <Button type="button" size="small" variant="secondary" loading={print.busy} onClick={() => void print.start()}>{text.print}</Button>
      </div>
      <FaultMessage fault={save.fault ?? print.fault} />
      {done ? <Notice status="success">{done}</Notice> : null}
    </section>
  )
}
