import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { BodyLong, BodyShort } from '@navikt/ds-react/Typography'
import { FilesIcon } from '@navikt/aksel-icons'
import { useRef, useState, type DragEvent } from 'react'
import type { Inspection } from '../../shared/contract/intake.ts'
import type { ChosenFile, TakeInReport } from '../../shared/contract/views.ts'
import type { Result } from '../../shared/fault.ts'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { PageHeading } from '../components/PageHeading.tsx'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import { Term } from '../components/Term.tsx'
import { useAction } from '../components/useAction.ts'
import { useLong } from '../components/useLong.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'
import { type Arranged, filesOfReports, mustArrange, planOf, plansOf } from './arranged.ts'
import { ArrangeStep } from './ArrangeStep.tsx'
import { Receipt } from './Receipt.tsx'
import { Report } from './Report.tsx'
import { StepHeading } from './StepHeading.tsx'
import { type Step, Steps } from './Steps.tsx'

/** Reads files into an intake: choose or drop, see what they are and what their columns mean, look at what becomes of them, then take in. Nothing is stored before "Läs in". */
export function ReadFilesPage({ intakeId, onList }: { intakeId: number; onList: () => void }) {
  const bridge = useBridge()
  const text = t.intake.read
  const page = useRef<HTMLDivElement>(null)
  const intakes = useRead('intake.list', {})
  const intake = intakes.value?.find(i => i.id === intakeId)
  const [step, setStep] = useState<Step>('choose')
  const [files, setFiles] = useState<Arranged[]>([])
  const [inspection, setInspection] = useState<Inspection | null>(null)
  const [report, setReport] = useState<TakeInReport | null>(null)
  const [seen, setSeen] = useState(false)
  const [unseen, setUnseen] = useState(false)
  const [over, setOver] = useState(false)
  const inspect = useLong('intake.inspect')
  const preview = useLong('intake.preview')
  const takeIn = useLong('intake.takeIn')
  const choose = useAction((get: () => Promise<Result<ChosenFile[]>>) => get())
  const busy = inspect.busy || preview.busy || takeIn.busy
  const orderOf = (all: readonly Arranged[]) => ({ intakeId, files: all.map(f => f.file.token), plans: plansOf(all) })

  const begin = async (get: () => Promise<Result<ChosenFile[]>>) => {
    const chosen = await choose.start(get)
    if (!chosen || chosen.value.length === 0) return
    setStep('choose')
    setReport(null)
    preview.clear()
    takeIn.clear()
    const found = await inspect.start({ intakeId, plans: chosen.value.map(f => ({ file: f.token })) })
    if (!found) return setFiles([])
    const seen = found.value.files
    const stop = mustArrange(seen)
    const arranged = chosen.value.flatMap((file, i): Arranged[] => {
      const one = seen[i]
      return one ? [{ file, seen: one, shape: {}, columns: null, open: one.state === 'guessed' || one.state === 'incomplete' }] : []
    })
    setFiles(arranged)
    setInspection(found.value)
    if (!stop) return look(arranged)
    setStep('arrange')
    announce(t.intake.guide.arrange.heading)
  }
  const look = async (all: Arranged[]) => {
    setReport(null)
    setSeen(false)
    setUnseen(false)
    const found = await preview.start(orderOf(all))
    if (!found) return
    setReport(found.value)
    setStep('preview')
    announce(text.preview)
  }
  const take = async () => {
    if (report && report.changes.lights > 0 && !seen) {
      setUnseen(true)
      return page.current?.querySelector<HTMLElement>('[data-testid="changes"] input')?.focus()
    }
    const done = await takeIn.start({ ...orderOf(files), ...(report ? { seen: report.changes.seen } : {}) })
    if (!done) return
    await intakes.reload()
    setReport(done.value)
    setStep('receipt')
    announce(text.receipt(done.value.seconds))
  }
  const arrange = (only: Arranged | null) => {
    setFiles(files.map(f => ({ ...f, open: f === only || f.open })))
    setReport(null)
    setStep('arrange')
  }
  const pick = () => void begin(() => bridge.chooseFiles('intake'))
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = [...event.dataTransfer.files]
    if (!busy && dropped.length > 0) void begin(() => bridge.dropFiles(dropped))
  }
  const readable = report?.files.some(f => !f.fault) ?? false
  const refused = report?.files.filter(f => f.fault).length ?? 0
  const taken = step === 'receipt'
  const sources = report && !taken ? filesOfReports(report.files, files) : []
  return (
    <div ref={page} className="wide stack" onDrop={drop} onDragOver={e => { e.preventDefault(); setOver(true) }} onDragLeave={e => { if (e.currentTarget === e.target) setOver(false) }}>
      <PageHeading>{intake ? text.heading(intake.name) : text.headingPlain}</PageHeading>
      <Steps step={step} />
      {step === 'choose' && !busy ? (
        <section className={over ? 'drop drop-over' : 'drop'} data-testid="drop">
          <FilesIcon aria-hidden fontSize="2rem" />
          <BodyLong size="small" className="measure">{text.body} <Term id="registerExtract" /></BodyLong>
          <div className="actions centred">
            <Button type="button" size="small" loading={choose.busy} onClick={pick}>{text.choose}</Button>
            <BodyShort size="small" as="span">{text.drop}</BodyShort>
          </div>
        </section>
      ) : null}
      {busy && files.length > 0 && !report ? <p className="plain small wrap">{files.map(f => f.file.name).join(', ')}</p> : null}
      {inspect.busy ? <ProgressPanel title={t.intake.guide.inspecting} progress={inspect.progress} stopping={inspect.stopping} onCancel={inspect.cancel} /> : null}
      {preview.busy ? <ProgressPanel title={text.previewing} progress={preview.progress} stopping={preview.stopping} onCancel={preview.cancel} /> : null}
      {takeIn.busy ? <ProgressPanel title={text.taking} progress={takeIn.progress} stopping={takeIn.stopping} onCancel={takeIn.cancel} /> : null}
      <FaultMessage fault={choose.fault ?? inspect.fault ?? preview.fault ?? takeIn.fault} />
      {step === 'arrange' && inspection && !busy ? (
        <ArrangeStep intakeId={intakeId} files={files} inspection={inspection} choosing={choose.busy} onChange={setFiles} onChoose={pick} onGoOn={() => void look(files)} />
      ) : null}
      {report && !takeIn.busy ? (
        <>
          <div className="row-between sticky-bar">
            <div className="stack-tight min0">
              <StepHeading key={step}>{taken ? t.intake.guide.receipt.heading : t.intake.guide.steps.preview}</StepHeading>
              {taken ? <InlineMessage size="small" status="success">{[text.receipt(report.seconds), ...(refused ? [text.refusedTaken(refused)] : [])].join(' ')}</InlineMessage>
                : <BodyShort size="small" weight="semibold" as="span">{readable ? [text.preview, text.nothingStored, ...(refused ? [text.refusedFiles(refused)] : [])].join(' ') : text.nothing}</BodyShort>}
            </div>
            <div className="actions">
              {taken ? <Button type="button" size="small" onClick={onList}>{text.toList}</Button>
                : readable ? <Button type="button" size="small" onClick={() => void take()}>{text.takeIn}</Button> : null}
              <Button type="button" size="small" variant="secondary" loading={choose.busy} onClick={pick}>{text.more}</Button>
            </div>
          </div>
          {taken ? <Receipt report={report} intake={intake} /> : null}
          {unseen && !seen && !taken ? <Notice status="warning">{t.changes.mustSee}</Notice> : null}
          <Report
            report={report} seen={seen} onSeen={taken ? null : setSeen}
            sourceOf={i => { const found = sources[i]; return found ? { intakeId, plan: planOf(found) } : null }}
            onArrange={i => { const found = sources[i]; return found && found.seen.state !== 'broken' ? () => arrange(found) : null }}
          />
        </>
      ) : null}
    </div>
  )
}
