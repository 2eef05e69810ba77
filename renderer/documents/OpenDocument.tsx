import { Button } from '@navikt/ds-react/Button'
import { Loader } from '@navikt/ds-react/Loader'
import { useEffect, useRef, useState } from 'react'
import type { DocumentView } from '../../shared/contract/documents.ts'
import type { CaseView } from '../../shared/contract/views.ts'
import { Allowed } from '../components/Allowed.tsx'
import type { CasePanelProps } from '../components/casePanel.ts'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { PdfView } from '../components/PdfView.tsx'
import { PictureView } from '../components/PictureView.tsx'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'
import { documentKindWord, remarkSentence } from '../text/words.ts'
import { MarkDocument, RemoveDocument } from './DocumentDialogs.tsx'
import { ProveForm } from './ProveForm.tsx'
import { Proves } from './Proves.tsx'

type Props = {
  document: DocumentView; view: CaseView; reason: string | null; start: { page: number; turn: number }
  change: CasePanelProps['change']; onShowPage: (page: number) => void; onChanged: () => void
}

/** One document as its pages, with what can be done with it. Its bytes are fetched once, and that reading is journalled. */
export function OpenDocument({ document, view, reason, start, change, onShowPage, onChanged }: Props) {
  const text = t.documents.received
  const bytes = useRead('documents.read', { documentId: document.id, ...(reason === null ? {} : { reason }) })
  const [page, setPage] = useState(start.page)
  const [task, setTask] = useState<'prove' | 'mark' | 'remove' | null>(null)
  const proveButton = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const arrived = bytes.value !== null
  // What was chosen comes into sight, as far as there is room for it.
  useEffect(() => {
    if (arrived && start.turn > 0) box.current?.scrollIntoView({ block: 'nearest' })
  }, [arrived, start.turn])
  const label = text.label(documentKindWord[document.kind], document.name)
  const words = { label, loading: text.loading, failed: text.failed, locked: text.locked }
  const decided = view.decision !== null
  const done = () => {
    setTask(null)
    onChanged()
  }
  const closeProof = () => {
    setTask(null)
    requestAnimationFrame(() => proveButton.current?.focus())
  }
  return (
    <div ref={box} className="document">
      <div className="actions">
        <Allowed role="screen" what={text.needs}>
          {decided ? null : <Button ref={proveButton} type="button" size="small" variant="secondary" aria-expanded={task === 'prove'} onClick={() => setTask(task === 'prove' ? null : 'prove')}>{text.prove}</Button>}
          <Button type="button" size="small" variant="tertiary" onClick={() => setTask('mark')}>{text.mark}</Button>
          <Button type="button" size="small" variant="tertiary" data-color="neutral" onClick={() => setTask('remove')}>{text.remove}</Button>
        </Allowed>
      </div>
      {document.note ? <p className="plain small">{document.note}</p> : null}
      {document.remarks.map(remark => <Notice key={remark} status="warning">{remarkSentence[remark]}</Notice>)}
      <Proves document={document} view={view} change={change} onShowPage={onShowPage} onChanged={onChanged} />
      {task === 'prove' ? <ProveForm document={document} view={view} page={page} change={change} onClose={closeProof} onDone={() => { closeProof(); onChanged() }} /> : null}
      <FaultMessage fault={bytes.fault} />
      {bytes.value === null ? (bytes.fault ? null : <Loader size="large" title={text.loading} />)
        : document.type === 'pdf' ? <PdfView key={start.turn} pdf={bytes.value} words={words} start={start.page} canTurn onPage={setPage} />
          : <PictureView key={start.turn} picture={bytes.value} type={document.type === 'png' ? 'image/png' : 'image/jpeg'} words={words} />}
      <p className="plain small subtle">{text.keys}</p>
      {task === 'mark' ? <MarkDocument document={document} onClose={() => setTask(null)} onDone={done} /> : null}
      {task === 'remove' ? <RemoveDocument document={document} change={change} onClose={() => setTask(null)} onDone={done} /> : null}
    </div>
  )
}
