import { BodyShort } from '@navikt/ds-react/Typography'
import type { BulkSummary } from '../../shared/contract/desk.ts'
import { count } from '../text/format.ts'
import { t } from '../text/t.ts'

/** What will be done, and what will not and why. */
export function BulkTold({ summary: { done, left }, will }: { summary: BulkSummary; will: string }) {
  const text = t.desk.bulk
  const others = left.reduce((sum, { count: n }) => sum + n, 0)
  return (
    <div className="stack-tight" data-testid="bulk-summary">
      <BodyShort size="small" weight="semibold">{done === 0 ? text.nothing : will}</BodyShort>
      {others > 0 ? (
        <>
          <BodyShort size="small">{text.left(others)}</BodyShort>
          <ul className="bulk-left">
            {left.map(({ reason, count: n }) => <li key={reason}><span className="digits">{count(n)}</span> {text.reason[reason]}</li>)}
          </ul>
        </>
      ) : null}
    </div>
  )
}
