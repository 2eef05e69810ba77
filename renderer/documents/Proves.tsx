import { Button } from '@navikt/ds-react/Button'
import type { DocumentView } from '../../shared/contract/documents.ts'
import type { CaseView } from '../../shared/contract/views.ts'
import { useRoles } from '../components/Allowed.tsx'
import { useBridge } from '../components/bridge.tsx'
import type { CasePanelProps } from '../components/casePanel.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { useAction } from '../components/useAction.ts'
import { t } from '../text/t.ts'

type Props = { document: DocumentView; view: CaseView; change: CasePanelProps['change']; onShowPage: (page: number) => void; onChanged: () => void }

/** The facts that a document proves, each with the page it stands on. */
export function Proves({ document, view, change, onShowPage, onChanged }: Props) {
  const text = t.documents.received
  const bridge = useBridge()
  const screens = useRoles().includes('screen')
  const unprove = useAction(async (fact: string, label: string) => change(() => bridge.call('documents.unprove', { id: view.id, version: view.version, fact }), text.unproven(label)))
  if (document.proves.length === 0) return null
  return (
    <div className="proves" data-testid="proves">
      <h3 className="section-title">{text.proves}</h3>
      <ul className="proves-list">
        {document.proves.map(p => (
          <li key={p.fact}>
            <span className="wrap">{text.provesLine(p.label, p.display)}</span>
            <span className="actions">
              <Button type="button" size="xsmall" variant="tertiary" aria-label={text.showPageFor(p.page, p.label)} onClick={() => onShowPage(p.page)}>{text.showPage(p.page)}</Button>
              {view.decision === null && screens ? <Button type="button" size="xsmall" variant="tertiary" data-color="neutral" loading={unprove.busy} aria-label={text.unproveFor(p.label)} onClick={() => void unprove.start(p.fact, p.label).then(done => { if (done) onChanged() })}>{text.unprove}</Button> : null}
            </span>
          </li>
        ))}
      </ul>
      <FaultMessage fault={unprove.fault?.code === 'case-changed' ? null : unprove.fault} />
    </div>
  )
}
