import { Button } from '@navikt/ds-react/Button'
import { Dialog } from '@navikt/ds-react/Dialog'
import type { ReactNode } from 'react'
import type { FaultInfo } from '../../shared/fault.ts'
import { t } from '../text/t.ts'
import { FaultMessage } from './FaultMessage.tsx'

type Props = {
  open: boolean
  title: string
  children: ReactNode
  submit: string
  busy?: boolean
  fault?: FaultInfo | null
  danger?: boolean
  width?: 'small' | 'medium'
  onSubmit: () => void
  onClose: () => void
}

/** A question that must be answered before anything happens. Escape and Avbryt answer no, Enter in a field answers yes. */
export function ConfirmDialog({ open, title, children, submit, busy = false, fault = null, danger = false, width = 'small', onSubmit, onClose }: Props) {
  return (
    <Dialog open={open} size="small" onOpenChange={next => { if (!next && !busy) onClose() }}>
      <Dialog.Popup width={width} closeOnOutsideClick={false}>
        <Dialog.Header><Dialog.Title>{title}</Dialog.Title></Dialog.Header>
        <form noValidate onSubmit={e => { e.preventDefault(); e.stopPropagation(); onSubmit() }}>
          <Dialog.Body>
            <div className="stack">
              {children}
              <FaultMessage fault={fault} />
            </div>
          </Dialog.Body>
          <Dialog.Footer>
            <Button type="button" size="small" variant="secondary" disabled={busy} onClick={onClose}>{t.common.cancel}</Button>
            <Button type="submit" size="small" loading={busy} data-color={danger ? 'danger' : 'accent'}>{submit}</Button>
          </Dialog.Footer>
        </form>
      </Dialog.Popup>
    </Dialog>
  )
}
