import { Button } from '@navikt/ds-react/Button'
import { Checkbox } from '@navikt/ds-react/Checkbox'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { ChevronDownIcon, ChevronUpIcon } from '@navikt/aksel-icons'
import { useId } from 'react'
import type { Inspection } from '../../shared/contract/intake.ts'
import { capital } from '../text/format.ts'
import { t } from '../text/t.ts'
import { faultSentence, fileKindWord } from '../text/words.ts'
import { type Arranged, isReady, lacksIntake, planOf, type Shape, troubleOf } from './arranged.ts'
import { ColumnTable } from './ColumnTable.tsx'
import { RawRows } from './RawRows.tsx'
import { SenderForm } from './SenderForm.tsx'
import { ShapeFields } from './ShapeFields.tsx'
import { Understood } from './Understood.tsx'

type Props = {
  intakeId: number; arranged: Arranged; inspection: Inspection; busy: boolean; alone: boolean
  onShape: (shape: Shape) => void; onColumns: (columns: (string | null)[]) => void; onAllOfIntake: (all: boolean) => void; onOpen: (open: boolean) => void; onRemove: () => void
}

/** One file before it is read: what it seems to be, its columns, and its first rows as they stand and as they will be understood. */
export function ArrangeFile({ intakeId, arranged, inspection, busy, alone, onShape, onColumns, onAllOfIntake, onOpen, onRemove }: Props) {
  const text = t.intake.guide.arrange
  const body = useId()
  const { seen, file, open } = arranged
  const trouble = troubleOf(arranged, inspection.choices)
  const ready = isReady(arranged, inspection.choices)
  const broken = seen.state === 'broken'
  return (
    <section className="panel stack" aria-label={file.name}>
      <div className="row-between">
        <div className="stack-tight min0">
          <Heading level="3" size="xsmall" className="wrap">{file.name}</Heading>
          <BodyShort size="small" textColor="subtle">{[seen.kind ? fileKindWord[seen.kind] : t.intake.read.kindUnknown, stateText(arranged, ready)].map(capital).join(' · ')}</BodyShort>
        </div>
        {alone ? null : <Button type="button" size="small" variant="tertiary" aria-label={text.removeOf(file.name)} onClick={onRemove}>{text.remove}</Button>}
      </div>
      {seen.fault && (broken || !ready || seen.fault.code === 'file-duplicate-header') ? <InlineMessage status={broken ? 'error' : 'warning'} size="small">{faultSentence(seen.fault)}</InlineMessage> : null}
      {broken ? null : (
        <>
          <button type="button" className="link disclosure" aria-expanded={open} aria-controls={body} onClick={() => onOpen(!open)}>
            {open ? <ChevronUpIcon aria-hidden /> : <ChevronDownIcon aria-hidden />} {text.open}
          </button>
          <div id={body} hidden={!open}>
            {open ? (
              <div className="stack">
                <ShapeFields seen={seen} kindMissing={trouble.kind} busy={busy} onChange={onShape} />
                <RawRows seen={seen} />
                {seen.kind ? (
                  <>
                    <Heading level="4" size="xsmall">{text.columns}</Heading>
                    {trouble.missing.length > 0 ? <InlineMessage status="warning" size="small" data-testid="missing">{text.missing(trouble.missing.map(c => capital(c.label)))}</InlineMessage> : null}
                    {lacksIntake(arranged) ? <Checkbox size="small" description={text.allOfIntakeHint} checked={arranged.shape.allOfIntake === true} onChange={e => onAllOfIntake(e.target.checked)}>{text.allOfIntake}</Checkbox> : null}
                    <ColumnTable arranged={arranged} choices={inspection.choices[seen.kind]} trouble={trouble} onChange={onColumns} />
                    {ready ? <Understood intakeId={intakeId} plan={planOf(arranged)} name={file.name} /> : null}
                    {ready ? <SenderForm key={seen.sender ?? ''} intakeId={intakeId} arranged={arranged} senders={inspection.senders} /> : null}
                  </>
                ) : null}
              </div>
            ) : null}
          </div>
        </>
      )}
    </section>
  )
}

function stateText({ seen, columns }: Arranged, ready: boolean): string {
  const { state } = t.intake.guide.arrange
  if (seen.state === 'broken') return state.broken
  if (!ready) return state.incomplete
  if (columns !== null || seen.state === 'incomplete') return state.ready
  return seen.state === 'known' ? state.known : seen.state === 'remembered' ? state.remembered(seen.sender ?? '') : state.guessed
}
