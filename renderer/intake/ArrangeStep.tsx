import { Button } from '@navikt/ds-react/Button'
import { BodyLong } from '@navikt/ds-react/Typography'
import { useRef, useState } from 'react'
import type { Inspection } from '../../shared/contract/intake.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { useBridge } from '../components/bridge.tsx'
import { useAction } from '../components/useAction.ts'
import { announce } from '../components/announce.tsx'
import { t } from '../text/t.ts'
import { ArrangeFile } from './ArrangeFile.tsx'
import { type Arranged, isReady, type Shape } from './arranged.ts'
import { SenderList } from './SenderList.tsx'
import { StepHeading } from './StepHeading.tsx'

type Props = {
  intakeId: number; files: Arranged[]; inspection: Inspection; choosing: boolean
  onChange: (files: Arranged[]) => void; onChoose: () => void; onGoOn: () => void
}

/** Every file with what it is taken for; goes on when nothing needed is missing. */
export function ArrangeStep({ intakeId, files, inspection, choosing, onChange, onChoose, onGoOn }: Props) {
  const bridge = useBridge()
  const text = t.intake.guide.arrange
  const part = useRef<HTMLDivElement>(null)
  const [stopped, setStopped] = useState(false)
  const look = useAction((token: string, shape: Shape) => bridge.call('intake.inspect', { intakeId, plans: [{ file: token, ...shape }] }))
  const replace = (index: number, next: Partial<Arranged>) => onChange(files.map((f, i) => (i === index ? { ...f, ...next } : f)))

  /** Another form may be another header: the columns are guessed anew. A new separator or sheet also moves the header; a moved header leaves the kind. */
  const reshape = async (index: number, change: Shape) => {
    const before = files[index]
    if (!before) return
    const { headerRow: _moved, ...kept } = before.shape
    const shape: Shape = change.sheet || change.separator || change.encoding ? { ...kept, ...change } : { ...(before.seen.kind ? { kind: before.seen.kind } : {}), ...before.shape, ...change }
    const found = await look.start(before.file.token, shape)
    const seen = found?.value.files[0]
    if (seen) replace(index, { seen, shape, columns: null })
  }
  const goOn = () => {
    const blocked = files.findIndex(f => !isReady(f, inspection.choices))
    setStopped(blocked >= 0)
    if (blocked < 0) return onGoOn()
    if (!files[blocked]?.open) replace(blocked, { open: true })
    announce(text.stopped)
    requestAnimationFrame(() => (part.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? part.current?.querySelector<HTMLElement>('.column-fact select'))?.focus())
  }
  return (
    <div ref={part} className="stack">
      <div className="row-between sticky-bar">
        <StepHeading>{text.heading}</StepHeading>
        <div className="actions">
          <Button type="button" size="small" loading={look.busy} onClick={goOn}>{text.goOn}</Button>
          <Button type="button" size="small" variant="secondary" loading={choosing} onClick={onChoose}>{t.intake.read.more}</Button>
        </div>
      </div>
      <BodyLong size="small" className="measure">{text.body}</BodyLong>
      <FaultMessage fault={look.fault} />
      {stopped && files.some(f => !isReady(f, inspection.choices)) ? <p className="plain small strong" role="alert">{text.stopped}</p> : null}
      {files.map((arranged, i) => (
        <ArrangeFile
          key={arranged.file.token} intakeId={intakeId} arranged={arranged} inspection={inspection} busy={look.busy} alone={files.length === 1}
          onShape={shape => void reshape(i, shape)} onColumns={columns => replace(i, { columns })}
          onAllOfIntake={all => { const { allOfIntake: _before, ...shape } = arranged.shape; replace(i, { shape: all ? { ...shape, allOfIntake: true } : shape }) }}
          onOpen={open => replace(i, { open })}
          onRemove={() => { onChange(files.filter((_, j) => j !== i)); announce(text.removed(arranged.file.name)) }}
        />
      ))}
      <SenderList intakeId={intakeId} senders={inspection.senders} />
    </div>
  )
}
