import { Button } from '@navikt/ds-react/Button'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import type { StoreCondition } from '../../shared/contract/views.ts'
import { PageHeading } from '../components/PageHeading.tsx'
import { t } from '../text/t.ts'
import type { StartStep } from './StartPage.tsx'

type Props = { sample: StoreCondition; sampleBusy: boolean; onSample: () => void; onStep: (step: StartStep) => void }

/** The first time: begin working, or look around among made-up persons. */
export function FirstRun({ sample, sampleBusy, onSample, onStep }: Props) {
  const text = t.start.firstRun
  const choices = [
    { title: text.workTitle, body: text.workBody, act: () => onStep('new'), variant: 'primary' as const, busy: false },
    { title: sample === 'none' ? text.sampleTitle : t.start.openSample, body: text.sampleBody, act: onSample, variant: 'secondary' as const, busy: sampleBusy },
    { title: text.restoreTitle, body: text.restoreBody, act: () => onStep('restore'), variant: 'tertiary' as const, busy: false },
  ]
  return (
    <>
      <PageHeading>{text.heading}</PageHeading>
      <BodyLong size="small">{text.body}</BodyLong>
      {choices.map(c => (
        <section key={c.title} className="panel stack-tight">
          <Heading level="2" size="xsmall">{c.title}</Heading>
          <BodyLong size="small">{c.body}</BodyLong>
          <div className="actions top"><Button type="button" size="small" variant={c.variant} loading={c.busy} onClick={c.act}>{c.title}</Button></div>
        </section>
      ))}
    </>
  )
}
