import { Button } from '@navikt/ds-react/Button'
import { Textarea } from '@navikt/ds-react/Textarea'
import { BodyLong } from '@navikt/ds-react/Typography'
import { useState } from 'react'
import type { IssuerDraft, IssuerView, RecheckReport } from '../../shared/contract/proof.ts'
import type { Result } from '../../shared/fault.ts'
import { Allowed } from '../components/Allowed.tsx'
import { announce } from '../components/announce.tsx'
import { useBridge } from '../components/bridge.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { PageHeading } from '../components/PageHeading.tsx'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import { useAction } from '../components/useAction.ts'
import { useLong } from '../components/useLong.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'
import { ChangedCredentials } from './ChangedCredentials.tsx'
import { IssuerCard } from './IssuerCard.tsx'
import { IssuerForm } from './IssuerForm.tsx'

export const emptyDraft: IssuerDraft = { name: '', issuer: '', keyText: '', keys: [], types: [], validFrom: '', validTo: '', note: '' }
const nothing: Result<null> = { ok: true, value: null }
type Open = { kind: 'form'; draft: IssuerDraft; id: number | null; title: string } | { kind: 'withdraw'; issuer: IssuerView } | null

/** Who may issue proof: the trusted issuers, their keys to compare and their status lists. */
export function IssuersPage({ onCase }: { onCase: (intake: { id: number; name: string }, caseId: number) => void }) {
  const bridge = useBridge()
  const text = t.proof.issuers
  const issuers = useRead('proof.issuers', {})
  const [open, setOpen] = useState<Open>(null)
  const [said, setSaid] = useState<string | null>(null)
  const [report, setReport] = useState<RecheckReport | null>(null)
  const chooseIssuer = useAction(async (): Promise<Result<IssuerDraft | null>> => {
    const chosen = await bridge.chooseFiles('issuer')
    if (!chosen.ok) return chosen
    const file = chosen.value[0]
    return file ? bridge.call('proof.readIssuer', { path: file.token }) : nothing
  })
  const chooseList = useAction(() => bridge.chooseFiles('status-list'))
  const list = useLong('proof.importStatusList')
  const recheck = useLong('proof.recheck')
  const done = (words: string, found: RecheckReport | null) => {
    setSaid(words)
    setReport(found)
    announce(found ? `${words} ${text.result(found)}` : words)
    void issuers.reload()
  }
  const fromFile = async () => {
    const read = await chooseIssuer.start()
    if (read?.value) setOpen({ kind: 'form', draft: read.value, id: null, title: text.form.addTitle })
  }
  const importList = async () => {
    setSaid(null)
    const file = (await chooseList.start())?.value[0]
    const imported = file ? await list.start({ path: file.token }) : null
    if (imported) done(imported.value.known ? text.known : text.imported(imported.value.issuer, imported.value.staleAt), imported.value.recheck)
  }
  const again = async () => {
    setSaid(null)
    const checked = await recheck.start({})
    if (checked) done('', checked.value)
  }
  const found = issuers.value
  const busy = list.busy || recheck.busy
  return (
    <div className="wide stack">
      <PageHeading term="issuer" actions={(
        <Allowed role="administer" what={text.add}>
          <Button type="button" size="small" variant="secondary" disabled={busy} loading={chooseIssuer.busy} onClick={() => void fromFile()}>{text.addFile}</Button>
          <Button type="button" size="small" variant="secondary" disabled={busy} onClick={() => setOpen({ kind: 'form', draft: emptyDraft, id: null, title: text.form.addTitle })}>{text.add}</Button>
          <Button type="button" size="small" disabled={busy || !found?.issuers.length} loading={chooseList.busy} onClick={() => void importList()}>{text.importList}</Button>
          <Button type="button" size="small" variant="tertiary" disabled={busy || !found?.issuers.length} onClick={() => void again()}>{text.recheck}</Button>
        </Allowed>
      )}>{text.heading}</PageHeading>
      <BodyLong size="small" className="measure">{text.body}</BodyLong>
      {list.busy ? <ProgressPanel title={text.importing} progress={list.progress} stopping={list.stopping} onCancel={list.cancel} /> : null}
      {recheck.busy ? <ProgressPanel title={text.rechecking} progress={recheck.progress} stopping={recheck.stopping} onCancel={recheck.cancel} /> : null}
      <FaultMessage fault={issuers.fault ?? chooseIssuer.fault ?? chooseList.fault ?? list.fault ?? recheck.fault} />
      {said === null ? null : <div data-testid="issuers-done"><Notice status={report && report.changed.length > 0 ? 'warning' : 'success'}>{said} {report ? text.result(report) : ''}</Notice></div>}
      {report && report.changed.length > 0 ? <ChangedCredentials changed={report.changed} onCase={onCase} /> : null}
      {found && found.issuers.length === 0 ? <section className="panel" data-testid="no-issuers"><p className="plain">{text.none}</p></section> : null}
      {found?.issuers.map((issuer, i) => (
        <IssuerCard
          key={issuer.id} issuer={issuer} types={found.types} explain={i === 0}
          onChange={() => setOpen({ kind: 'form', draft: { ...issuer, validTo: issuer.validTo ?? '' }, id: issuer.id, title: text.form.changeTitle(issuer.name) })}
          onWithdraw={() => setOpen({ kind: 'withdraw', issuer })}
        />
      ))}
      {open?.kind === 'form' && found ? (
        <IssuerForm draft={open.draft} id={open.id} title={open.title} types={found.types} onClose={() => setOpen(null)} onDone={result => { setOpen(null); done(open.id === null ? text.done.added : text.done.changed, result) }} />
      ) : null}
      {open?.kind === 'withdraw' ? <Withdraw issuer={open.issuer} onClose={() => setOpen(null)} onDone={result => { setOpen(null); done(text.done.withdrawn, result) }} /> : null}
    </div>
  )
}

function Withdraw({ issuer, onClose, onDone }: { issuer: IssuerView; onClose: () => void; onDone: (report: RecheckReport) => void }) {
  const text = t.proof.issuers
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const withdraw = useLong('proof.withdrawIssuer')
  const submit = () => {
    setMissing(!reason.trim())
    if (reason.trim()) void withdraw.start({ id: issuer.id, reason: reason.trim() }).then(result => { if (result) onDone(result.value) })
  }
  return (
    <ConfirmDialog open title={text.withdrawTitle(issuer.name)} submit={text.withdraw} danger busy={withdraw.busy} fault={withdraw.fault} onSubmit={submit} onClose={onClose}>
      <p className="plain">{text.withdrawBody} {text.inUse(issuer.inUse)}.</p>
      <Textarea size="small" label={t.proof.reason} minRows={2} autoFocus value={reason} error={missing ? t.common.required : undefined} onChange={e => { setReason(e.target.value.slice(0, 2000)); setMissing(false) }} />
    </ConfirmDialog>
  )
}
