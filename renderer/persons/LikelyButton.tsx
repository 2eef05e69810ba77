import { Button } from '@navikt/ds-react/Button'
import { useEffect, useState } from 'react'
import { useChanged } from '../components/useChanged.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'

type Props = { intakeId: number; onOpen: () => void }
/** The list is what is waited for; comparing comes after it. */
const AFTER_LIST_MS = 1000

/** The way to an intake's likely pairs, with how many nobody has answered; nothing where there are none. */
export function LikelyButton(props: Props) {
  const [due, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), AFTER_LIST_MS)
    return () => clearTimeout(timer)
  }, [])
  return due ? <Counted {...props} /> : null
}

function Counted({ intakeId, onOpen }: Props) {
  const likely = useRead('persons.likely', { intakeId, limit: 0 })
  useChanged(() => void likely.reload(), 500)
  const total = likely.value?.total ?? 0
  return total === 0 ? null : <Button type="button" size="small" variant="secondary" onClick={onOpen}>{t.persons.page.button(total)}</Button>
}
