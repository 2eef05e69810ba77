import { Button } from '@navikt/ds-react/Button'
import { BodyLong } from '@navikt/ds-react/Typography'
import { useState } from 'react'
import type { PersonVerdict } from '../../shared/contract/persons.ts'
import { Allowed, useRoles } from '../components/Allowed.tsx'
import { announce } from '../components/announce.tsx'
import type { CasePanelProps } from '../components/casePanel.ts'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { type TermId, WithTerm } from '../components/Term.tsx'
import { useChanged } from '../components/useChanged.ts'
import { useRead } from '../components/useRead.ts'
import { moment } from '../text/format.ts'
import { t } from '../text/t.ts'
import { OtherApplications } from './OtherApplications.tsx'
import { type Asked, VerdictDialog } from './VerdictDialog.tsx'

type Props = CasePanelProps & { onOpen: (intake: { id: number; name: string }, caseId: number) => void; onCompare: () => void }

/** The person of a case: where else they have applied, what has been said of it, and pairs that wait for an answer. */
export function PersonPanel({ view, openReason, onOpen, onCompare }: Props) {
  const text = t.persons.panel
  const screens = useRoles().includes('screen')
  const reason = openReason()
  const person = useRead('persons.ofCase', { id: view.id, ...(reason === null ? {} : { reason }) })
  const [asked, setAsked] = useState<Asked | null>(null)
  const [takenBack, setTakenBack] = useState(0)
  useChanged(change => { if (change.caseId === undefined || change.caseId === view.id) void person.reload() })
  const found = person.value
  if (!found) return person.fault ? <FaultMessage fault={person.fault} /> : <p className="plain subtle">{t.persons.page.comparing}</p>
  const here = found.others.filter(each => each.sameIntake).length
  return (
    <div className="stack" data-testid="person">
      <FaultMessage fault={person.fault} />
      {here > 0 ? <Notice status="warning">{text.twice(here + 1)}</Notice> : null}
      {found.readAgain.map(each => <Notice key={each.intakeName} status="warning">{text.readAgain(each.intakeName, each.kinds)}</Notice>)}
      {takenBack > 0 ? <Notice>{t.persons.page.takenBack(takenBack)}</Notice> : null}
      {found.likely > 0 ? (
        <section className="panel row-between">
          <p className="plain">{text.likely(found.likely)}</p>
          <Button type="button" size="small" onClick={onCompare}>{text.compare}</Button>
        </section>
      ) : null}
      {found.others.length === 0 ? (
        <section className="panel stack-tight"><strong>{text.none}</strong><BodyLong size="small">{text.noneBody}</BodyLong></section>
      ) : <OtherApplications self={found.self} others={found.others} onOpen={onOpen} />}
      <Verdicts title={text.joined} term="joined" verdicts={found.joined} undo={text.part} undoFor={text.partFor} onUndo={({ a, b }) => setAsked({ verdict: 'part', a, b })} />
      <Verdicts title={text.apart} verdicts={found.apart} undo={text.reopen} undoFor={text.reopenFor} onUndo={({ a, b }) => setAsked({ verdict: 'reopen', a, b })} />
      {found.joined.length + found.apart.length > 0 && !screens ? <Allowed role="screen" what={text.needs}>{null}</Allowed> : null}
      {asked ? (
        <VerdictDialog asked={asked} onClose={() => setAsked(null)} onDone={report => {
          setAsked(null)
          setTakenBack(report.takenBack)
          announce(t.persons.page.undone)
          void person.reload()
        }} />
      ) : null}
    </div>
  )
}

type VerdictsProps = { title: string; term?: TermId; verdicts: readonly PersonVerdict[]; undo: string; undoFor: (a: string, b: string) => string; onUndo: (verdict: PersonVerdict) => void }

function Verdicts({ title, term, verdicts, undo, undoFor, onUndo }: VerdictsProps) {
  if (verdicts.length === 0) return null
  return (
    <section className="stack-tight" aria-label={title}>
      <div><WithTerm ids={[term]}><h3 className="section-title">{title}</h3></WithTerm></div>
      <ul className="verdicts">
        {verdicts.map(each => (
          <li key={`${each.a.id} ${each.b.id}`} className="row-between">
            <div className="min0">
              <p className="plain strong">{t.persons.panel.said(each.a.applicationId, each.b.applicationId)}</p>
              <p className="plain small">{each.reason}</p>
              <p className="plain small subtle">{t.persons.panel.by(moment(each.at), each.by)}</p>
            </div>
            <Allowed role="screen"><Button type="button" size="xsmall" variant="tertiary" aria-label={undoFor(each.a.applicationId, each.b.applicationId)} onClick={() => onUndo(each)}>{undo}</Button></Allowed>
          </li>
        ))}
      </ul>
    </section>
  )
}
