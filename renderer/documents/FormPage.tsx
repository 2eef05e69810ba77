import { Button } from '@navikt/ds-react/Button'
import { FloppydiskIcon, PrinterSmallIcon } from '@navikt/aksel-icons'
import { useState } from 'react'
import type { Result } from '../../shared/fault.ts'
import { useBridge } from '../components/bridge.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { PageHeading } from '../components/PageHeading.tsx'
import { SwedishByLaw } from '../components/SwedishByLaw.tsx'
import { PdfView } from '../components/PdfView.tsx'
import { useAction } from '../components/useAction.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'

/** A decided form: the same bytes are shown, printed and saved. The suggested file name holds nothing of the person. */
export function FormPage({ decisionId, applicationId, onCase }: { decisionId: number; applicationId: string; onCase: () => void }) {
  const bridge = useBridge()
  const text = t.documents
  const form = useRead('documents.form', { decisionId })
  const [done, setDone] = useState<{ status: 'info' | 'success'; text: string } | null>(null)
  const print = useAction(async (pdf: Uint8Array) => {
    setDone(null)
    const sent = await bridge.print(pdf)
    if (sent.ok) setDone({ status: 'info', text: text.printed })
    return sent
  })
  const save = useAction(async (): Promise<Result<unknown>> => {
    setDone(null)
    const target = await bridge.chooseTarget('form', text.fileName(applicationId))
    if (!target.ok) return target
    if (!target.value) return { ok: true, value: null }
    const saved = await bridge.call('documents.save', { decisionId, path: target.value.token })
    if (saved.ok) setDone({ status: 'success', text: text.saved(saved.value.name) })
    return saved
  })
  const pdf = form.value
  return (
    <div className="form-page">
      <PageHeading actions={
        <>
          <Button type="button" size="small" icon={<PrinterSmallIcon aria-hidden />} disabled={!pdf} loading={print.busy} onClick={() => { if (pdf) void print.start(pdf) }}>{text.print}</Button>
          <Button type="button" size="small" variant="secondary" icon={<FloppydiskIcon aria-hidden />} loading={save.busy} onClick={() => void save.start()}>{text.save}</Button>
          <Button type="button" size="small" variant="tertiary" onClick={onCase}>{text.toCase}</Button>
        </>
      }>{text.heading}</PageHeading>
      {done ? <Notice status={done.status}>{done.text}</Notice> : null}
      <FaultMessage fault={form.fault ?? print.fault ?? save.fault}>{!form.fault && print.fault ? text.printInstead : null}</FaultMessage>
      <SwedishByLaw />
      {pdf ? <PdfView pdf={pdf} /> : null}
    </div>
  )
}
