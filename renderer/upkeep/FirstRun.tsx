import { Button } from '@navikt/ds-react/Button'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import { PageHeading } from '../components/PageHeading.tsx'
import { t } from '../text/t.ts'
import { SampleButtons, type Sample } from './SampleButtons.tsx'
import type { StartStep } from './StartPage.tsx'

/** The first time: begin working, or look around among made-up persons. */
export function FirstRun({ sample, onStep }: { sample: Sample; onStep: (step: StartStep) => void }) {
  const text = t.start.firstRun
  const choices = [
    { id: 'work', title: text.workTitle, body: text.workBody, act: <Button type="button" size="small" onClick={() => onStep('new')}>{text.workTitle}</Button> },
    { id: 'sample', title: sample.condition === 'none' ? text.sampleTitle : t.start.openSample, body: text.sampleBody, act: <SampleButtons sample={sample} variant="secondary" /> },
    { id: 'restore', title: text.restoreTitle, body: text.restoreBody, act: <Button type="button" size="small" variant="secondary" onClick={() => onStep('restore')}>{text.restoreTitle}</Button> },
  ]
  return (
    <>
      <PageHeading>{text.heading}</PageHeading>
      <BodyLong size="small">{text.body}</BodyLong>
      {choices.map(c => (
        <section key={c.id} className="panel stack-tight">
          <Heading level="2" size="xsmall">{c.title}</Heading>
          <BodyLong size="small">{c.body}</BodyLong>
          <div className="actions top">{c.act}</div>
        </section>
      ))}
    </>
  )
}
