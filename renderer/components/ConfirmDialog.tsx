import { Button } from '@navikt/ds-react/Button'
import { Dialog } from '@navikt/ds-react/Dialog'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import type { FaultInfo } from '../../shared/fault.ts'
import { t } from '../text/t.ts'
import { FaultMessage } from './FaultMessage.tsx'

type Props = {
  open: boolean
  title: string
  children: ReactNode
  submit: string
  /** What leaves it is called something else than Avbryt. */
  leave?: string
  busy?: boolean
  fault?: FaultInfo | null
  danger?: boolean
  width?: 'small' | 'medium' | 'large'
  /** What is asked needs no more than a yes: Enter gives it. */
  ready?: boolean
  onSubmit: () => void
  onClose: () => void
}

/** A question that must be answered before anything happens. Escape and Avbryt answer no, Enter in a field answers yes. */
export function ConfirmDialog({ open, title, children, submit, leave, busy = false, fault = null, danger = false, width = 'small', ready = false, onSubmit, onClose }: Props) {
  const opener = useRef<Element | null>(null)
  useLayoutEffect(() => {
    if (open) opener.current = document.activeElement
  }, [open])
  // What opened the question may be gone when it has been answered; then focus goes to the view's heading.
  const back = () => (opener.current instanceof HTMLElement && opener.current.isConnected && opener.current !== document.body ? opener.current : document.querySelector<HTMLElement>('main h1'))
  return (
    <Dialog open={open} size="small" onOpenChange={next => { if (!next && !busy) onClose() }}>
      <Dialog.Popup width={width} closeOnOutsideClick={false} returnFocusTo={back}>
        <Dialog.Header><Dialog.Title>{title}</Dialog.Title></Dialog.Header>
        <form noValidate onSubmit={e => { e.preventDefault(); e.stopPropagation(); if (open && !busy) onSubmit() }}>
          <Dialog.Body>
            <div className="stack">
              {children}
              <FaultMessage fault={fault} />
            </div>
          </Dialog.Body>
          <Dialog.Footer>
            <Button type="button" size="small" variant="secondary" disabled={busy} onClick={onClose}>{leave ?? t.common.cancel}</Button>
            <Button type="submit" size="small" autoFocus={ready} loading={busy} data-color={danger ? 'danger' : 'accent'}>{submit}</Button>
          </Dialog.Footer>
        </form>
      </Dialog.Popup>
    </Dialog>
  )
}
