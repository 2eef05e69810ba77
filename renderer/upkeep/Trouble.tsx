import { Button } from '@navikt/ds-react/Button'
import { BodyLong, Heading } from '@navikt/ds-react/Typography'
import type { StoreCondition } from '../../shared/contract/views.ts'
import { PageHeading } from '../components/PageHeading.tsx'
import { t } from '../text/t.ts'
import { faultSentence } from '../text/words.ts'
import { SampleButtons, type Sample } from './SampleButtons.tsx'
import type { StartStep } from './StartPage.tsx'

/** The first three show on the files alone, the others when the store is unlocked. */
export type Bad = Exclude<StoreCondition, 'none' | 'locked' | 'open'> | 'damaged' | 'newer'
type Props = { condition: Bad; folder: string; sample: Sample; onStep: (step: StartStep) => void; onLook: () => void }

const sentence = (condition: Bad): string => {
  switch (condition) {
    case 'file-missing': return faultSentence({ code: 'store-file-missing', params: {} })
    case 'key-missing': return faultSentence({ code: 'store-key-missing', params: {} })
    case 'key-damaged': return faultSentence({ code: 'store-key-damaged', params: {} })
    case 'damaged': return faultSentence({ code: 'store-damaged', params: {} })
    case 'newer': return t.start.newerBody
  }
}

/** A work store that does not open: which of five things is wrong, where it lies, and what can be done. Nothing is created over it. */
export function Trouble({ condition, folder, sample, onStep, onLook }: Props) {
  return (
    <>
      <PageHeading>{t.start.trouble[condition].heading}</PageHeading>
      <section className="panel stack">
        <BodyLong size="small">{sentence(condition)}</BodyLong>
        <dl className="store-folder"><dt>{t.start.troubleFolder}</dt><dd><code>{folder}</code></dd></dl>
        {condition === 'newer' ? null : (
          <div className="stack-tight">
            <Heading level="2" size="xsmall">{t.start.troubleWhat}</Heading>
            <BodyLong size="small">{condition === 'file-missing' ? t.start.troubleMissing : t.start.troubleRestore}</BodyLong>
          </div>
        )}
        <div className="actions">
          {condition === 'newer' ? null : <Button type="button" size="small" onClick={() => onStep('restore')}>{t.start.restore}</Button>}
          <Button type="button" size="small" variant="secondary" onClick={onLook}>{t.start.look}</Button>
          {condition === 'file-missing' ? <Button type="button" size="small" variant="tertiary" onClick={() => onStep('new')}>{t.start.troubleNew}</Button> : null}
        </div>
        <div className="actions flush"><SampleButtons sample={sample} /></div>
      </section>
    </>
  )
}
