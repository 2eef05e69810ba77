import { Button } from '@navikt/ds-react/Button'
import { useChanged } from '../components/useChanged.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'

/** The way to an intake's overrides, with how many there are. */
export function OverridesButton({ intakeId, onOpen }: { intakeId: number; onOpen: () => void }) {
  const overrides = useRead('screening.overrides', { intakeId })
  useChanged(() => void overrides.reload(), 500)
  return <Button type="button" size="small" variant="secondary" onClick={onOpen}>{t.judging.page.button(overrides.value?.rows.length ?? 0)}</Button>
}
