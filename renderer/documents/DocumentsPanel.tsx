import { Button } from '@navikt/ds-react/Button'
import { BodyLong } from '@navikt/ds-react/Typography'
import { useState } from 'react'
import type { DocumentView } from '../../shared/contract/documents.ts'
import { Allowed } from '../components/Allowed.tsx'
import { FaultMessage } from '../components/FaultMessage.tsx'
import type { CasePanelProps } from '../components/casePanel.ts'
import { WithTerm } from '../components/Term.tsx'
import { useChanged } from '../components/useChanged.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'
import { DocumentList } from './DocumentList.tsx'
import { OpenDocument } from './OpenDocument.tsx'

type Chosen = { id: number; page: number; turn: number }
const numberOf = (value: string | number | undefined) => (typeof value === 'number' ? value : null)

/** A person's documents beside the checklist: which there are, one of them open, and what it proves. */
export function DocumentsPanel({ view, openReason, change, asked, onReceive }: CasePanelProps & { onReceive: () => void }) {
  const text = t.documents.received
  const reason = openReason()
  const withReason = reason === null ? {} : { reason }
  const documents = useRead('documents.ofCase', { id: view.id, ...withReason })
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [heeded, setHeeded] = useState(0)
  useChanged(change => { if (change.caseId === undefined || change.caseId === view.id) void documents.reload() })

  // What was asked for from a fact is shown; what is chosen in the list afterwards wins.
  if (asked && asked.turn !== heeded) {
    setHeeded(asked.turn)
    const id = numberOf(asked.entry.ref?.['document'])
    if (id !== null) setChosen({ id, page: numberOf(asked.entry.ref?.['page']) ?? 1, turn: (chosen?.turn ?? 0) + 1 })
  }
  const show = (document: DocumentView, page = 1) => setChosen(before => ({ id: document.id, page, turn: (before?.turn ?? 0) + 1 }))
  const list = documents.value
  if (!list) return <FaultMessage fault={documents.fault} />
  if (list.length === 0) {
    return (
      <section className="panel stack-tight" data-testid="no-documents">
        <div><WithTerm ids={['document']}><strong>{text.empty}</strong></WithTerm></div>
        <BodyLong size="small">{text.emptyBody}</BodyLong>
        <div className="actions"><Allowed role="screen" what={text.toReceive}><Button type="button" size="small" variant="secondary" onClick={onReceive}>{text.toReceive}</Button></Allowed></div>
      </section>
    )
  }
  const open = list.find(d => d.id === chosen?.id) ?? (list.length === 1 ? list[0] : undefined)
  return (
    <div className="documents">
      <div><WithTerm ids={['document']}><h3 className="section-title">{text.list}</h3></WithTerm></div>
      <FaultMessage fault={documents.fault} />
      <DocumentList documents={list} open={open?.id ?? null} onOpen={show} />
      {open ? (
        <OpenDocument
          key={open.id} document={open} view={view} reason={reason} start={chosen?.id === open.id ? chosen : { page: 1, turn: 0 }} change={change}
          onShowPage={page => show(open, page)} onChanged={() => void documents.reload()}
        />
      ) : null}
    </div>
  )
}
