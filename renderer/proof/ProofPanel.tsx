import { Button } from '@navikt/ds-react/Button'
import { Textarea } from '@navikt/ds-react/Textarea'
import { BodyLong } from '@navikt/ds-react/Typography'
import { useRef, useState, type FormEvent } from 'react'
import type { CredentialView, PresentReport } from '../../shared/contract/proof.ts'
import type { CaseView } from '../../shared/contract/views.ts'
import type { Result } from '../../shared/fault.ts'
import { Allowed, useRoles } from '../components/Allowed.tsx'
import { useBridge } from '../components/bridge.tsx'
import type { CasePanelProps } from '../components/casePanel.ts'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { focusFirstError } from '../components/focus.ts'
import { WithTerm } from '../components/Term.tsx'
import { useAction } from '../components/useAction.ts'
import { useChanged } from '../components/useChanged.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'
import { proofSentence, proofWord } from '../text/words.ts'
import { CredentialItem } from './CredentialItem.tsx'

type Presented = Result<{ report: PresentReport; case: CaseView }>

/** The credentials a person has handed over: a place to check one, what came out in plain words, and those that the case has. */
export function ProofPanel({ view, openReason, change, asked }: CasePanelProps) {
  const bridge = useBridge()
  const text = t.proof
  const screens = useRoles().includes('screen')
  const reason = openReason()
  const credentials = useRead('proof.ofCase', { id: view.id, ...(reason === null ? {} : { reason }) })
  const issuers = useRead('proof.issuers', {})
  const [pasted, setPasted] = useState('')
  const [missing, setMissing] = useState(false)
  const [report, setReport] = useState<PresentReport | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useChanged(changed => { if (changed.what === 'store' || changed.caseId === undefined || changed.caseId === view.id) { void credentials.reload(); void issuers.reload() } })

  const present = useAction(async (run: () => Promise<Presented>): Promise<Result<CaseView>> => {
    setReport(null)
    let said: PresentReport | null = null
    const result = await change(async () => {
      const answer = await run()
      if (!answer.ok) return answer
      said = answer.value.report
      return { ok: true, value: answer.value.case }
    }, text.list)
    if (said) {
      setReport(said)
      setPasted('')
      await credentials.reload()
    }
    return result
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setMissing(!pasted.trim())
    if (!pasted.trim()) return focusFirstError(event.currentTarget)
    void present.start(() => bridge.call('proof.present', { id: view.id, version: view.version, text: pasted }))
  }
  const choose = useAction(() => bridge.chooseFiles('credential'))
  const fromFile = async () => {
    const chosen = await choose.start()
    const file = chosen?.value[0]
    setMissing(false)
    if (file) await present.start(() => bridge.call('proof.presentFile', { id: view.id, version: view.version, path: file.token }))
  }
  const remove = async (credential: CredentialView, why: string) => {
    const result = await change(() => bridge.call('proof.withdraw', { credentialId: credential.id, version: view.version, reason: why }), text.removed)
    if (result.ok) await credentials.reload()
    return result
  }
  const shown = asked?.entry.ref?.['credential']
  const list = credentials.value
  return (
    <div className="stack proof-panel">
      {view.decision ? <p className="plain subtle">{text.decided}</p> : !screens ? <Allowed role="screen" what={text.needs}>{null}</Allowed> : (
        <form ref={form} className="panel stack-tight" noValidate onSubmit={submit}>
          <BodyLong size="small">{text.intro}</BodyLong>
          {issuers.value?.issuers.some(issuer => !issuer.withdrawn) === false ? <Notice status="warning">{text.noIssuers}</Notice> : null}
          <Textarea
            size="small" label={text.text} description={text.textHint} minRows={2} maxRows={6} className="credential-text" spellCheck={false} autoComplete="off"
            value={pasted} error={missing ? text.textMissing : undefined} onChange={e => { setPasted(e.target.value); setMissing(false) }}
          />
          <div className="actions">
            <Button type="submit" size="small" loading={present.busy}>{text.check}</Button>
            <Button type="button" size="small" variant="secondary" disabled={present.busy} loading={choose.busy} onClick={() => void fromFile()}>{text.chooseFile}</Button>
          </div>
          <FaultMessage fault={choose.fault ?? (present.fault?.code === 'case-changed' ? null : present.fault)} />
          {report ? <Outcome report={report} /> : null}
        </form>
      )}
      <FaultMessage fault={credentials.fault} />
      {list ? (
        <section className="stack-tight" aria-label={text.list}>
          <div><WithTerm ids={['credential']}><h3 className="section-title">{text.list}</h3></WithTerm></div>
          {list.length === 0 ? <p className="plain subtle" data-testid="no-credentials">{text.empty}</p> : (
            <ul className="credentials">
              {list.map(each => <CredentialItem key={each.id} credential={each} marked={each.id === shown} fixed={view.decision !== null || !screens} turn={asked?.turn ?? 0} onRemove={why => remove(each, why)} />)}
            </ul>
          )}
        </section>
      ) : null}
    </div>
  )
}

function Outcome({ report }: { report: PresentReport }) {
  const { outcome, again } = report
  return (
    <div data-testid="proof-outcome">
      <Notice status={outcome === 'valid' ? 'success' : 'warning'}>
        <strong>{proofWord[outcome]}.</strong> {proofSentence[outcome]}{again ? ` ${t.proof.again}` : ''}
      </Notice>
    </div>
  )
}
