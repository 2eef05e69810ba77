import { Button } from '@navikt/ds-react/Button'
import type { StoreCondition } from '../../shared/contract/views.ts'
import { t } from '../text/t.ts'

/** The sample store as the start page knows it, and what can be done with it. */
export type Sample = { condition: StoreCondition; busy: boolean; onOpen: () => void; onRemove: () => void }

/** Opens the sample store, made first if there is none; an existing one can also be removed. */
export function SampleButtons({ sample, variant = 'tertiary' }: { sample: Sample; variant?: 'secondary' | 'tertiary' }) {
  const made = sample.condition !== 'none'
  return (
    <>
      <Button type="button" size="small" variant={variant} loading={sample.busy} onClick={sample.onOpen}>{made ? t.start.openSample : t.start.trySample}</Button>
      {made ? <Button type="button" size="small" variant="tertiary" disabled={sample.busy} onClick={sample.onRemove}>{t.store.removeSample.submit}</Button> : null}
    </>
  )
}
