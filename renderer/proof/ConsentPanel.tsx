import { Button } from '@navikt/ds-react/Button'
import { Tag } from '@navikt/ds-react/Tag'
import { useState } from 'react'
import { Allowed } from '../components/Allowed.tsx'
import type { CasePanelProps } from '../components/casePanel.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { WithTerm } from '../components/Term.tsx'
import { useChanged } from '../components/useChanged.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'
import { consentWayWord } from '../text/words.ts'
import { ConsentDialog } from './ConsentDialog.tsx'

/** What a person has consented to: what holds, who may be given what, and a place to take it back or give it. */
export function ConsentPanel({ view, openReason, change }: CasePanelProps) {
  const text = t.proof.consent
  const reason = openReason()
  const consent = useRead('consent.ofCase', { id: view.id, ...(reason === null ? {} : { reason }) })
  const [asking, setAsking] = useState<'withdraw' | 'give' | null>(null)
  useChanged(changed => { if (changed.caseId === undefined || changed.caseId === view.id) void consent.reload() })
  const found = consent.value
  if (!found) return <FaultMessage fault={consent.fault} />
  const { scope, word, recipients, others } = found
  return (
    <div className="stack proof-panel">
      <section className="panel stack-tight" data-testid="consent">
        <div className="row-between">
          <WithTerm ids={['consent']}><strong>{text.word[scope]}</strong></WithTerm>
          <div className="actions">
            <Allowed role="screen" what={text.needs}>
              {scope === 'withdrawn' ? null : <Button type="button" size="small" variant="secondary" onClick={() => setAsking('withdraw')}>{text.withdraw}</Button>}
              <Button type="button" size="small" variant={scope === 'withdrawn' ? 'primary' : 'tertiary'} onClick={() => setAsking('give')}>{text.give}</Button>
            </Allowed>
          </div>
        </div>
        <p className="plain small">{word ? text.said(word.state, word.on, consentWayWord[word.how], word.who) : text.byApplication(found.applicationDate)}{word?.note ? ` ${word.note}` : ''}</p>
        {word ? <p className="plain small subtle">{text.recorded(word.at, word.by)}</p> : null}
        <p className="plain small subtle">{text.statute}</p>
      </section>
      <section className="stack-tight" aria-label={text.recipients}>
        <h3 className="section-title">{text.recipients}</h3>
        <ul className="credentials">
          {recipients.map(each => (
            <li key={each.id} className="credential">
              <div className="row-between">
                <strong className="min0 wrap">{each.title}</strong>
                <Tag size="small" variant="outline" data-color={each.may ? 'success' : 'warning'}>{each.may ? text.may : text.mayNot}</Tag>
              </div>
              <p className="plain small">{each.receives}</p>
            </li>
          ))}
        </ul>
      </section>
      {others.length > 0 ? (
        <section className="stack-tight" aria-label={text.others}>
          <h3 className="section-title">{text.others}</h3>
          <ul className="plain-list">{others.map(each => <li key={each.id} className="wrap">{text.other(each.applicationId, each.intakeName, text.word[each.scope])}</li>)}</ul>
        </section>
      ) : null}
      {asking ? <ConsentDialog asking={asking} view={view} consent={found} change={change} onDone={() => { setAsking(null); void consent.reload() }} /> : null}
    </div>
  )
}
