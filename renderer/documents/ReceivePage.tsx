import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { BodyLong, BodyShort } from '@navikt/ds-react/Typography'
import { FilesIcon } from '@navikt/aksel-icons'
import { useState, type DragEvent } from 'react'
import type { DocumentsReport } from '../../shared/contract/documents.ts'
import type { ChosenFile } from '../../shared/contract/views.ts'
import type { Result } from '../../shared/fault.ts'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { PageHeading } from '../components/PageHeading.tsx'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import { useAction } from '../components/useAction.ts'
import { useLong } from '../components/useLong.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'
import { ReceiveReport } from './ReceiveReport.tsx'

type Choice = () => Promise<Result<ChosenFile[]>>

/** Receives documents into the cases of an intake: choose or drop, see what becomes of each file, then take in. Nothing is stored before that. */
export function ReceivePage({ intakeId, onList }: { intakeId: number; onList: () => void }) {
  const bridge = useBridge()
  const text = t.documents.received.receive
  const intake = useRead('intake.list', {}).value?.find(i => i.id === intakeId)
  const [files, setFiles] = useState<ChosenFile[]>([])
  const [seen, setSeen] = useState<DocumentsReport | null>(null)
  const [taken, setTaken] = useState<DocumentsReport | null>(null)
  const [over, setOver] = useState(false)
  const preview = useLong('documents.receivePreview')
  const receive = useLong('documents.receive')
  const choose = useAction((get: Choice) => get())
  const busy = preview.busy || receive.busy

  const begin = async (get: Choice) => {
    const chosen = await choose.start(get)
    if (!chosen || chosen.value.length === 0) return
    setFiles(chosen.value)
    setSeen(null)
    setTaken(null)
    receive.clear()
    const report = await preview.start({ intakeId, files: chosen.value.map(f => f.token) })
    if (!report) return
    setSeen(report.value)
    announce(report.value.counts.new > 0 ? text.preview(report.value.counts.new, report.value.cases) : text.nothing)
  }
  const take = async () => {
    if (!seen) return
    const report = await receive.start({ intakeId, files: files.map(f => f.token), digest: seen.digest })
    if (!report) return
    setTaken(report.value)
    announce(text.receipt(report.value.counts.new, report.value.cases))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = [...event.dataTransfer.files]
    if (!busy && dropped.length > 0) void begin(() => bridge.dropFiles(dropped, 'documents'))
  }
  const report = taken ?? seen
  const choices = (
    <>
      <Button type="button" size="small" variant={report ? 'secondary' : 'primary'} loading={choose.busy} onClick={() => void begin(() => bridge.chooseFiles('documents'))}>{report ? text.again : text.chooseFiles}</Button>
      <Button type="button" size="small" variant="secondary" loading={choose.busy} onClick={() => void begin(() => bridge.chooseFiles('document-folder'))}>{text.chooseFolder}</Button>
    </>
  )
  return (
    <div className="wide stack" onDrop={drop} onDragOver={e => { e.preventDefault(); setOver(true) }} onDragLeave={e => { if (e.currentTarget === e.target) setOver(false) }}>
      <PageHeading term="document">{intake ? text.heading(intake.name) : text.headingPlain}</PageHeading>
      {report || busy ? null : (
        <section className={over ? 'drop drop-over' : 'drop'} data-testid="drop">
          <FilesIcon aria-hidden fontSize="2rem" />
          <BodyLong size="small" className="measure">{text.body}</BodyLong>
          <div className="actions centred">
            {choices}
            <BodyShort size="small" as="span">{text.drop}</BodyShort>
          </div>
        </section>
      )}
      {preview.busy ? <ProgressPanel title={text.previewing} progress={preview.progress} stopping={preview.stopping} onCancel={preview.cancel} /> : null}
      {receive.busy ? <ProgressPanel title={text.taking} progress={receive.progress} stopping={receive.stopping} onCancel={receive.cancel} /> : null}
      <FaultMessage fault={choose.fault ?? preview.fault ?? receive.fault} />
      {report && !receive.busy ? (
        <>
          <div className="row-between sticky-bar">
            {taken ? <InlineMessage size="small" status="success">{text.receipt(taken.counts.new, taken.cases)}</InlineMessage>
              : <BodyShort size="small" weight="semibold" as="span">{report.counts.new > 0 ? text.preview(report.counts.new, report.cases) : text.nothing}</BodyShort>}
            <div className="actions">
              {taken ? <Button type="button" size="small" onClick={onList}>{text.toList}</Button>
                : report.counts.new > 0 ? <Button type="button" size="small" onClick={() => void take()}>{text.submit}</Button> : null}
              {choices}
            </div>
          </div>
          <ReceiveReport report={report} taken={taken !== null} />
        </>
      ) : null}
    </div>
  )
}
