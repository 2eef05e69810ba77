import { Button } from '@navikt/ds-react/Button'
import { Textarea } from '@navikt/ds-react/Textarea'
import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import { useEffect, useRef, useState } from 'react'
import type { FactEntry, FactView } from '../../shared/contract/views.ts'
import type { Language } from '../../shared/domain.ts'
import { useRoles } from '../components/Allowed.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Term, type TermId, WithTerm } from '../components/Term.tsx'
import { useAction } from '../components/useAction.ts'
import { capital, moment } from '../text/format.ts'
import { t } from '../text/t.ts'
import { originWord, sourceWord } from '../text/words.ts'
import { useCaseWork, useOfCase } from './caseWork.ts'
import { FactForm } from './FactForm.tsx'

/** One fact: what holds and from where; every source's word when there are several; the form to correct it. */
export function FactItem({ fact, language, decided, terms, explain }: { fact: FactView; language: Language; decided: boolean; terms: readonly TermId[]; explain: boolean }) {
  const text = t.screening.fact
  const { showing } = useCaseWork()
  const [editing, setEditing] = useOfCase(false)
  const [withdrawing, setWithdrawing] = useOfCase(false)
  const button = useRef<HTMLButtonElement>(null)
  const edited = useRef<number | null>(null)
  useEffect(() => {
    if (edited.current === showing && !editing) button.current?.focus()
    edited.current = editing ? showing : null
  }, [showing, editing])
  const mayChange = useRoles().includes('screen') && fact.editable && !decided
  const corrected = fact.entries.some(e => e.source === 'caseworker')
  const several = fact.entries.length > 1 || corrected || fact.entries.some(e => e.ref !== null)
  return (
    <li className="fact" data-testid={`fact-${fact.id}`}>
      <div className="fact-line">
        <span className="fact-label"><WithTerm key={showing} ids={terms}><span lang={language}>{capital(fact.label)}</span></WithTerm></span>
        <span className={fact.state === 'unknown' ? 'fact-value subtle' : 'fact-value strong'}>{fact.state === 'unknown' ? text.unknown : fact.state === 'none' ? fact.display || text.noneDisplay : fact.display}</span>
        <span className="fact-source subtle small">{fact.source ? sourceWord[fact.source] : ''}</span>
        <span className="fact-acts">
          {mayChange && !editing ? (
            <Button ref={button} type="button" size="xsmall" variant="tertiary" aria-label={`${fact.state === 'unknown' ? text.answer : text.correct}: ${fact.label}`} onClick={() => setEditing(true)}>
              {fact.state === 'unknown' ? text.answer : text.correct}
            </Button>
          ) : null}
        </span>
      </div>
      {fact.differs ? <p className="fact-differs"><ExclamationmarkTriangleIcon aria-hidden /> {text.differs} {explain ? <Term id="source" key={showing} /> : null}</p> : null}
      {several || fact.differs ? (
        <ul className="entries">{fact.entries.map((e, i) => <Entry key={i} entry={e} />)}</ul>
      ) : null}
      {corrected && mayChange && !editing ? <Button type="button" size="xsmall" variant="tertiary" data-color="neutral" aria-label={`${text.withdraw}: ${fact.label}`} onClick={() => setWithdrawing(true)}>{text.withdraw}</Button> : null}
      {editing ? <FactForm fact={fact} onDone={() => setEditing(false)} /> : null}
      {withdrawing ? <Withdraw fact={fact} onDone={() => { setWithdrawing(false); button.current?.focus() }} /> : null}
    </li>
  )
}

function Entry({ entry }: { entry: FactEntry }) {
  const text = t.screening.fact
  const said = entry.state === 'unreadable' ? text.unreadable(entry.text) : entry.state === 'none' ? entry.display || text.noneDisplay : entry.display
  const { sourceName, showSource } = useCaseWork()
  const shown = sourceName(entry)
  const who = text.by(entry.by ?? '', entry.at ? moment(entry.at) : '')
  return (
    <li className={entry.holds ? 'entry entry-holds' : 'entry'}>
      <span className="entry-source">{sourceWord[entry.source]}{entry.holds ? ` (${text.holds})` : ''}</span>
      <span className="wrap">{said}{who ? <span className="subtle small"> {who}</span> : null}{entry.reason ? <span className="entry-reason">{entry.origin ? `${text.origin}: ${originWord[entry.origin].toLowerCase()}. ` : ''}{entry.reason}</span> : null}
        {shown ? <Button type="button" size="xsmall" variant="tertiary" className="entry-show" onClick={() => showSource(entry)}>{text.showSource(shown)}</Button> : null}
      </span>
    </li>
  )
}

function Withdraw({ fact, onDone }: { fact: FactView; onDone: () => void }) {
  const text = t.screening.fact
  const work = useCaseWork()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const withdraw = useAction(() => work.withdraw(fact.id, fact.label, reason.trim()))
  const submit = () => {
    setMissing(!reason.trim())
    if (reason.trim()) void withdraw.start().then(done => { if (done) onDone() })
  }
  return (
    <ConfirmDialog open title={text.withdrawTitle(fact.label)} submit={text.withdraw} busy={withdraw.busy} fault={withdraw.fault} onSubmit={submit} onClose={onDone}>
      <p className="plain">{text.withdrawBody}</p>
      <Textarea size="small" label={text.reason} minRows={2} autoFocus value={reason} error={missing ? text.reasonMissing : undefined} onChange={e => { setReason(e.target.value.slice(0, 2000)); setMissing(false) }} />
    </ConfirmDialog>
  )
}
