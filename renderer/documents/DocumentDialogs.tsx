import { Select } from '@navikt/ds-react/Select'
import { Textarea } from '@navikt/ds-react/Textarea'
import { TextField } from '@navikt/ds-react/TextField'
import { useState } from 'react'
import { DOCUMENT_KINDS, type DocumentView } from '../../shared/contract/documents.ts'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import type { CasePanelProps } from '../components/casePanel.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'
import { documentKindWord } from '../text/words.ts'

type Props = { document: DocumentView; onClose: () => void; onDone: () => void }

/** What kind of document it is, and a note on it. */
export function MarkDocument({ document, onClose, onDone }: Props) {
  const text = t.documents.received.markForm
  const bridge = useBridge()
  const [kind, setKind] = useState(document.kind)
  const [note, setNote] = useState(document.note)
  const mark = useAction(() => bridge.call('documents.mark', { documentId: document.id, kind, note: note.trim() }))
  const submit = () => void mark.start().then(done => {
    if (!done) return
    announce(text.saved)
    onDone()
  })
  return (
    <ConfirmDialog open title={text.title} submit={text.submit} busy={mark.busy} fault={mark.fault} onSubmit={submit} onClose={onClose}>
      <Select size="small" label={text.kind} value={kind} autoFocus onChange={e => setKind(DOCUMENT_KINDS.find(k => k === e.target.value) ?? 'other')}>
        {DOCUMENT_KINDS.map(k => <option key={k} value={k}>{documentKindWord[k]}</option>)}
      </Select>
      <TextField size="small" label={`${text.note} (${t.common.optional})`} autoComplete="off" value={note} onChange={e => setNote(e.target.value.slice(0, 500))} />
    </ConfirmDialog>
  )
}

/** Removing a document is final, and says why. */
export function RemoveDocument({ document, change, onClose, onDone }: Props & { change: CasePanelProps['change'] }) {
  const text = t.documents.received.removeForm
  const bridge = useBridge()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const remove = useAction(() => change(() => bridge.call('documents.remove', { documentId: document.id, reason: reason.trim() }), text.removed))
  const submit = () => {
    setMissing(!reason.trim())
    if (reason.trim()) void remove.start().then(done => { if (done) onDone() })
  }
  return (
    <ConfirmDialog open danger title={text.title(document.name)} submit={text.submit} busy={remove.busy} fault={remove.fault} onSubmit={submit} onClose={onClose}>
      <p className="plain">{text.body}</p>
      <Textarea size="small" label={text.reason} minRows={2} autoFocus value={reason} error={missing ? text.reasonMissing : undefined} onChange={e => { setReason(e.target.value.slice(0, 2000)); setMissing(false) }} />
    </ConfirmDialog>
  )
}
