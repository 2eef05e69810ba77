import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { LocalAlert } from '@navikt/ds-react/LocalAlert'
import type { ReactNode } from 'react'
import type { FaultInfo } from '../../shared/fault.ts'
import { t } from '../text/t.ts'
import { faultSentence } from '../text/words.ts'

/** A fault as its sentence, announced at once; `children` are the ways out. A cancelled operation is told calmly. */
export function FaultMessage({ fault, title, children }: { fault: FaultInfo | null; title?: string; children?: ReactNode }) {
  if (!fault) return null
  if (fault.code === 'cancelled') return <Notice>{faultSentence(fault)}</Notice>
  return (
    <LocalAlert status="error" size="small" role="alert">
      <LocalAlert.Header>
        <LocalAlert.Title as="div">{title ?? t.common.faultTitle}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        {faultSentence(fault)}
        {children ? <div className="actions top">{children}</div> : null}
      </LocalAlert.Content>
    </LocalAlert>
  )
}

/** A calm message about what has happened, announced politely. */
export function Notice({ status = 'info', children }: { status?: 'info' | 'success' | 'warning'; children: ReactNode }) {
  return (
    <InlineMessage status={status} size="small" role="status" className={`notice notice-${status}`}><div>{children}</div></InlineMessage>
  )
}
