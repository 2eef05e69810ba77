import { CheckmarkCircleFillIcon, ExclamationmarkTriangleFillIcon, MinusCircleFillIcon, XMarkOctagonFillIcon } from '@navikt/aksel-icons'
import type { RuleLight } from '../../shared/domain.ts'
import { count } from '../text/format.ts'
import { lightWord } from '../text/words.ts'

const shapes = {
  green: CheckmarkCircleFillIcon, orange: ExclamationmarkTriangleFillIcon, red: XMarkOctagonFillIcon, 'not-applicable': MinusCircleFillIcon,
} satisfies Record<RuleLight, typeof MinusCircleFillIcon>

/** The light's shape alone, for places where its word stands beside it. */
export function LightShape({ light }: { light: RuleLight }) {
  const Shape = shapes[light]
  return <Shape className={`light-shape light-${light}`} aria-hidden />
}

/** A light as word, shape and colour; with `amount` also how many. */
export function LightBadge({ light, amount, large = false }: { light: RuleLight; amount?: number; large?: boolean }) {
  return (
    <span className={`light-badge light-${light}${large ? ' light-large' : ''}`}>
      <LightShape light={light} />
      <span>{lightWord[light]}</span>
      {amount === undefined ? null : <span className="light-amount">{count(amount)}</span>}
    </span>
  )
}
