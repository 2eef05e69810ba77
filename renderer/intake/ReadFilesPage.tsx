import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { BodyLong, BodyShort } from '@navikt/ds-react/Typography'
import { FilesIcon } from '@navikt/aksel-icons'
import { useState, type DragEvent } from 'react'
import type { ChosenFile, TakeInReport } from '../../shared/contract/views.ts'
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
import { Report } from './Report.tsx'

/** Reads files into an intake: choose or drop, look at what they hold, then take in. Nothing is stored before "Läs in". */
export function ReadFilesPage({ intakeId, onList }: { intakeId: number; onList: () => void }) {
  const bridge = useBridge()
  const text = t.intake.read
  const intake = useRead('intake.list', {}).value?.find(i => i.id === intakeId)
  const [files, setFiles] = useState<ChosenFile[]>([])
  const [seen, setSeen] = useState<TakeInReport | null>(null)
  const [taken, setTaken] = useState<TakeInReport | null>(null)
  const [over, setOver] = useState(false)
  const preview = useLong('intake.preview')
  const takeIn = useLong('intake.takeIn')
  const choose = useAction((get: () => Promise<Result<ChosenFile[]>>) => get())
  const busy = preview.busy || takeIn.busy

  const begin = async (get: () => Promise<Result<ChosenFile[]>>) => {
    const chosen = await choose.start(get)
    if (!chosen || chosen.value.length === 0) return
    setFiles(chosen.value)
    setSeen(null)
    setTaken(null)
    takeIn.clear()
    const report = await preview.start({ intakeId, files: chosen.value.map(f => f.token) })
    if (!report) return
    setSeen(report.value)
    announce(text.preview)
  }
  const take = async () => {
    const report = await takeIn.start({ intakeId, files: files.map(f => f.token) })
    if (!report) return
    setTaken(report.value)
    announce(text.receipt(report.value.seconds))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = [...event.dataTransfer.files]
    if (!busy && dropped.length > 0) void begin(() => bridge.dropFiles(dropped))
  }
  const readable = seen?.files.some(f => !f.fault) ?? false
  const report = taken ?? seen
  const refused = report?.files.filter(f => f.fault).length ?? 0
  return (
    <div className="wide stack" onDrop={drop} onDragOver={e => { e.preventDefault(); setOver(true) }} onDragLeave={e => { if (e.currentTarget === e.target) setOver(false) }}>
      <PageHeading>{intake ? text.heading(intake.name) : text.headingPlain}</PageHeading>
      {report || busy ? null : (
        <section className={over ? 'drop drop-over' : 'drop'} data-testid="drop">
          <FilesIcon aria-hidden fontSize="2rem" />
          <BodyLong size="small" className="measure">{text.body}</BodyLong>
          <div className="actions centred">
            <Button type="button" size="small" loading={choose.busy} onClick={() => void begin(() => bridge.chooseFiles('intake'))}>{text.choose}</Button>
            <BodyShort size="small" as="span">{text.drop}</BodyShort>
          </div>
        </section>
      )}
      {busy && !report ? <p className="plain small">{files.map(f => f.name).join(', ')}</p> : null}
      {preview.busy ? <ProgressPanel title={text.previewing} progress={preview.progress} stopping={preview.stopping} onCancel={preview.cancel} /> : null}
      {takeIn.busy ? <ProgressPanel title={text.taking} progress={takeIn.progress} stopping={takeIn.stopping} onCancel={takeIn.cancel} /> : null}
      <FaultMessage fault={choose.fault ?? preview.fault ?? takeIn.fault} />
      {report && !takeIn.busy ? (
        <>
          <div className="row-between sticky-bar">
            {taken ? <InlineMessage size="small" status="success">{[text.receipt(taken.seconds), ...(refused ? [text.refusedTaken(refused)] : [])].join(' ')}</InlineMessage>
              : <BodyShort size="small" weight="semibold" as="span">{readable ? [text.preview, text.nothingStored, ...(refused ? [text.refusedFiles(refused)] : [])].join(' ') : text.nothing}</BodyShort>}
            <div className="actions">
              {taken ? <Button type="button" size="small" onClick={onList}>{text.toList}</Button>
                : readable ? <Button type="button" size="small" onClick={() => void take()}>{text.takeIn}</Button> : null}
              <Button type="button" size="small" variant="secondary" loading={choose.busy} onClick={() => void begin(() => bridge.chooseFiles('intake'))}>{text.more}</Button>
            </div>
          </div>
          <Report report={report} />
        </>
      ) : null}
    </div>
  )
}
