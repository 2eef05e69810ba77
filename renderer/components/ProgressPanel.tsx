import { Button } from '@navikt/ds-react/Button'
import { ProgressBar } from '@navikt/ds-react/ProgressBar'
import { BodyShort } from '@navikt/ds-react/Typography'
import type { Progress } from '../../shared/contract/views.ts'
import { count } from '../text/format.ts'
import { t } from '../text/t.ts'

type Props = { title: string; progress: Progress | null; stopping?: boolean; onCancel?: () => void }

/** How far a long operation has come, with the way to stop it. */
export function ProgressPanel({ title, progress, stopping = false, onCancel }: Props) {
  const total = progress?.total ?? null
  const done = progress?.done ?? 0
  return (
    <section className="panel stack" aria-label={title} data-testid="progress">
      <div className="row-between">
        <BodyShort size="small" weight="semibold">{stopping ? t.common.progress.stopping : title}</BodyShort>
        {onCancel ? <Button type="button" size="small" variant="secondary" disabled={stopping} onClick={onCancel}>{t.common.cancel}</Button> : null}
      </div>
      {total ? <ProgressBar size="small" value={Math.min(done, total)} valueMax={total} aria-label={title} />
        : <div className="bar-unknown" role="progressbar" aria-label={title}><span /></div>}
      <BodyShort size="small" textColor="subtle" aria-hidden>
        {progress ? [t.common.progressStep(progress.step), total ? t.common.progress.of(count(done), count(total)) : done ? count(done) : ''].filter(Boolean).join(' · ')
          : t.common.progress.working}
      </BodyShort>
    </section>
  )
}
