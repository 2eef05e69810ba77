import { Button } from '@navikt/ds-react/Button'
import { BodyShort } from '@navikt/ds-react/Typography'
import { ExclamationmarkTriangleIcon, ChevronLeftIcon, ChevronRightIcon, CircleSlashIcon, ShieldLockIcon } from '@navikt/aksel-icons'
import { useState } from 'react'
import type { CaseView } from '../../shared/contract/views.ts'
import type { FaultInfo } from '../../shared/fault.ts'
import { useRoles } from '../components/Allowed.tsx'
import { Notice } from '../components/FaultMessage.tsx'
import { Term, WithTerm } from '../components/Term.tsx'
import { LightBadge } from '../components/LightBadge.tsx'
import { PageHeading } from '../components/PageHeading.tsx'
import { moment } from '../text/format.ts'
import { t } from '../text/t.ts'
import { EstablishDialog } from './EstablishDialog.tsx'
import type { Neighbours } from './reviewQueue.ts'

type Props = {
  view: CaseView; neighbours: Neighbours; busy: boolean; fault: FaultInfo | null
  onEstablish: (assessment: string) => Promise<unknown>; onOverride: () => void; onUndo: () => void; undoing: boolean; onDecide: () => void; onForm: () => void; onGo: (caseId: number) => void
}

/** Why a decision cannot be made yet, or null when it can. */
export function whyNotDecide(view: Pick<CaseView, 'established' | 'proposed' | 'changedSinceEstablished'> & Partial<Pick<CaseView, 'pending'>>): string | null {
  const why = t.screening.case.whyNotDecide
  if (view.pending) return t.judging.pending.whyNotDecide
  if (view.changedSinceEstablished) return why.changed
  if (!view.established) return view.proposed === 'green' ? why.established : why.light
  return view.established.light === 'green' ? null : why.light
}

/** Who, what light, and what can be done. */
export function CaseHeader({ view, neighbours, busy, fault, onEstablish, onOverride, onUndo, undoing, onDecide, onForm, onGo }: Props) {
  const text = t.screening.case
  const [asking, setAsking] = useState(false)
  const { person, established } = view
  const name = [person.givenName, person.familyName].filter(Boolean).join(' ')
  const whyNot = whyNotDecide(view)
  const settled = view.decision !== null
  const judgeable = !settled && !view.pending
  const establishable = judgeable && (!established || view.changedSinceEstablished || established.override !== null)
  const roles = useRoles()
  const screens = roles.includes('screen')
  const lacks = [...(establishable && !screens ? [t.common.needsFor(text.establish, 'screen')] : []), ...(roles.includes('decide') ? [] : [t.common.needsFor(text.decide, 'decide')])]
  return (
    <header className="case-head">
      <div className="row-between">
        <PageHeading>{name || t.screening.list.protectedName}</PageHeading>
        <nav className="actions" aria-label={t.screening.list.grid}>
          <Button type="button" size="small" variant="tertiary" data-color="neutral" aria-keyshortcuts="K Alt+ArrowLeft" icon={<ChevronLeftIcon aria-hidden />} disabled={neighbours.previous === null} onClick={() => { if (neighbours.previous !== null) onGo(neighbours.previous) }}>{text.previous}</Button>
          {neighbours.total > 0 ? <BodyShort size="small" as="span">{text.position(neighbours.position, neighbours.total)}</BodyShort> : null}
          <Button type="button" size="small" variant="tertiary" data-color="neutral" aria-keyshortcuts="J Alt+ArrowRight" icon={<ChevronRightIcon aria-hidden />} iconPosition="right" disabled={neighbours.next === null} onClick={() => { if (neighbours.next !== null) onGo(neighbours.next) }}>{text.next}</Button>
        </nav>
      </div>
      <div className="row-between">
        <div className="min0">
          <p className="case-ids">
            <span className="nowrap">{text.identity[person.identityKind]} {person.identityKind === 'samordningsnummer' ? <Term id="coordinationNumber" /> : null} <strong className="digits">{person.identityNumber}</strong></span>
            {person.age === null ? null : <span>{text.age(person.age)}</span>}
            <span className="wrap">{text.applicationId} <strong>{view.applicationId}</strong></span>
          </p>
          <BodyShort size="small" textColor="subtle"><WithTerm ids={['evaluationDate']}>{text.intake(view.intake.name, view.intake.evaluationDate, view.intake.placeStart, view.intake.placeEnd)}</WithTerm></BodyShort>
          {view.contact ? <BodyShort size="small" textColor="subtle" className="wrap">{[view.contact.email, view.contact.phone, [view.contact.street, [view.contact.postalCode, view.contact.city].filter(Boolean).join(' ')].filter(Boolean).join(', ')].filter(Boolean).join(' · ')}</BodyShort> : null}
        </div>
        <div className="case-light" data-testid="case-light">
          <div className="count-line">
            {established ? <span className="light-pair"><BodyShort size="small" as="span">{text.established}</BodyShort> <LightBadge light={established.light} large /></span> : null}
            {!established || view.changedSinceEstablished ? <span className="light-pair"><BodyShort size="small" as="span">{text.proposed}</BodyShort> <LightBadge light={view.proposed} large /></span> : null}
            <Term id="established" />
          </div>
          <div className="actions">
            {view.undoable && !settled && screens ? <Button type="button" size="small" variant="tertiary" data-color="neutral" title={t.judging.undo.what(view.undoable.text)} loading={undoing} aria-keyshortcuts="Z Control+Z" onClick={onUndo}>{t.judging.undo.button}</Button> : null}
            {judgeable && screens ? <Button type="button" size="small" variant="tertiary" aria-keyshortcuts="R" onClick={onOverride}>{t.judging.override.open}</Button> : null}
            {establishable && screens ? <Button type="button" size="small" variant={established && view.changedSinceEstablished ? 'primary' : established ? 'secondary' : whyNot ? 'primary' : 'secondary'} loading={busy} aria-keyshortcuts="G" onClick={() => setAsking(true)}>{established ? text.establishAgain : text.establish}</Button> : null}
            {settled ? <Button type="button" size="small" onClick={onForm}>{text.showForm}</Button>
              : <Button type="button" size="small" variant={whyNot ? 'secondary' : 'primary'} disabled={whyNot !== null || !roles.includes('decide')} onClick={onDecide}>{text.decide}</Button>}
          </div>
          <BodyShort size="small" textColor="subtle">
            {view.decision ? text.decided(view.decision.decidedOn, view.decision.decidedBy) : established && !view.changedSinceEstablished ? text.establishedBy(moment(established.at), established.by) : whyNot}
          </BodyShort>
          {settled || lacks.length === 0 ? null : <BodyShort size="small" textColor="subtle" data-testid="lacks">{lacks.join(' ')}</BodyShort>}
        </div>
      </div>
      {established && !view.changedSinceEstablished ? <Said established={established} /> : null}
      {view.protected ? <div className="flag-line"><ShieldLockIcon aria-hidden /> {text.protected} <Term id="protectedPerson" /> {text.protectedHow} <Term id="secrecy" /></div> : null}
      {view.consent.scope === 'withdrawn' ? <p className="flag-line" data-testid="consent-withdrawn"><CircleSlashIcon aria-hidden /> {t.proof.consent.header(view.consent.on)}</p> : null}
      {view.vanishedFrom === null ? null : <p className="flag-line"><ExclamationmarkTriangleIcon aria-hidden /> {text.vanished(view.vanishedFrom)}</p>}
      {view.changedSinceEstablished ? <Notice status="warning">{text.changed}</Notice> : null}
      {asking ? <EstablishDialog view={view} busy={busy} fault={fault?.code === 'case-changed' ? null : fault} onClose={() => setAsking(false)} onEstablish={said => void onEstablish(said).then(done => { if (done || fault?.code === 'case-changed') setAsking(false) })} /> : null}
    </header>
  )
}

/** What was written with the light that counts. */
function Said({ established }: { established: NonNullable<CaseView['established']> }) {
  const text = t.judging.establish
  const said = [
    established.override ? text.overridden(established.override.from, established.override.reason) : '',
    established.confirmedBy ? text.confirmedBy(established.confirmedBy) : '', established.assessment ? text.assessed(established.assessment) : '',
  ].filter(Boolean)
  return said.length === 0 ? null : <BodyShort size="small" className="wrap" data-testid="said">{said.join(' ')}</BodyShort>
}
