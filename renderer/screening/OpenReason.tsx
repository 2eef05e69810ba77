import { Textarea } from '@navikt/ds-react/Textarea'
import { useState } from 'react'
import type { Result } from '../../shared/fault.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { PageHeading } from '../components/PageHeading.tsx'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'

/** A protected person's case opens with a reason, which goes into the journal. */
export function OpenReason({ onOpen, onClose }: { onOpen: (reason: string) => Promise<Result<unknown>>; onClose: () => void }) {
  const text = t.screening.open
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const open = useAction(() => onOpen(reason.trim()))
  const submit = () => {
    setMissing(!reason.trim())
    if (reason.trim()) void open.start()
  }
  return (
    <>
      <PageHeading takeFocus={false}>{text.heading}</PageHeading>
      <ConfirmDialog open title={text.heading} submit={text.submit} busy={open.busy} fault={open.fault?.code === 'case-protected' ? null : open.fault} onSubmit={submit} onClose={onClose}>
        <p className="plain">{text.body}</p>
        <Textarea size="small" label={text.reason} minRows={2} autoFocus value={reason} error={missing ? text.missing : undefined} onChange={e => { setReason(e.target.value.slice(0, 2000)); setMissing(false) }} />
      </ConfirmDialog>
    </>
  )
}
