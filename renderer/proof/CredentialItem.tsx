import { Button } from '@navikt/ds-react/Button'
import { Tag } from '@navikt/ds-react/Tag'
import { Textarea } from '@navikt/ds-react/Textarea'
import { useEffect, useRef, useState } from 'react'
import type { CredentialView } from '../../shared/contract/proof.ts'
import type { CaseView } from '../../shared/contract/views.ts'
import type { Result } from '../../shared/fault.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { useAction } from '../components/useAction.ts'
import { capital } from '../text/format.ts'
import { t } from '../text/t.ts'
import { proofSentence, proofWord } from '../text/words.ts'

type Props = { credential: CredentialView; marked: boolean; turn: number; /** Nothing of it can be changed. */ fixed: boolean; onRemove: (reason: string) => Promise<Result<CaseView>> }

/** One credential of a case: what it says and how it stands. Of a refused one there is only the outcome. */
export function CredentialItem({ credential, marked, turn, fixed, onRemove }: Props) {
  const text = t.proof
  const item = useRef<HTMLLIElement>(null)
  const [removing, setRemoving] = useState(false)
  useEffect(() => {
    if (!marked) return
    item.current?.focus()
    item.current?.scrollIntoView({ block: 'nearest' })
  }, [marked, turn])
  const { outcome, withdrawn, title } = credential
  const kept = title !== null
  const holds = outcome === 'valid' && withdrawn === null
  return (
    <li ref={item} tabIndex={-1} className={marked ? 'credential credential-marked' : 'credential'} data-testid="credential">
      <div className="row-between">
        <strong className="min0 wrap">{title ?? text.refusedTitle}</strong>
        <Tag size="small" variant="outline" data-color={holds ? 'success' : 'warning'}>{proofWord[outcome]}</Tag>
      </div>
      {kept ? (
        <>
          <p className="plain small">{[credential.issuer, credential.issuedAt ? text.issued(credential.issuedAt) : null, credential.validUntil ? text.until(credential.validUntil) : null].filter(Boolean).join(' · ')}</p>
          <dl className="proven">
            {credential.facts.map(fact => <div key={fact.fact}><dt>{capital(fact.label)}</dt><dd className={holds ? 'strong' : 'subtle'}>{fact.display}</dd></div>)}
          </dl>
          <p className="plain small subtle">{text.checked(credential.checkedAt, credential.by)}.{credential.bound ? ` ${text.bound}` : ''}</p>
          {outcome === 'valid' ? null : <p className="plain small">{text.notShown} {proofSentence[outcome]}</p>}
          {withdrawn ? <p className="plain small">{text.withdrawn(withdrawn.at, withdrawn.by, withdrawn.reason)}</p> : null}
          {fixed || withdrawn ? null : <div><Button type="button" size="xsmall" variant="tertiary" data-color="neutral" className="flush-small" aria-label={text.removeOf(title)} onClick={() => setRemoving(true)}>{text.remove}</Button></div>}
        </>
      ) : (
        <>
          <p className="plain small">{proofSentence[outcome]}</p>
          <p className="plain small subtle">{text.refused(credential.checkedAt, credential.by)}</p>
        </>
      )}
      {removing && kept ? <Remove title={title} onRemove={onRemove} onDone={() => setRemoving(false)} /> : null}
    </li>
  )
}

function Remove({ title, onRemove, onDone }: { title: string; onRemove: Props['onRemove']; onDone: () => void }) {
  const text = t.proof
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const remove = useAction(() => onRemove(reason.trim()))
  const submit = () => {
    setMissing(!reason.trim())
    if (reason.trim()) void remove.start().then(done => { if (done) onDone() })
  }
  return (
    <ConfirmDialog open title={text.removeTitle(title)} submit={text.remove} busy={remove.busy} fault={remove.fault} onSubmit={submit} onClose={onDone}>
      <p className="plain">{text.removeBody}</p>
      <Textarea size="small" label={text.reason} minRows={2} autoFocus value={reason} error={missing ? text.reasonMissing : undefined} onChange={e => { setReason(e.target.value.slice(0, 2000)); setMissing(false) }} />
    </ConfirmDialog>
  )
}
