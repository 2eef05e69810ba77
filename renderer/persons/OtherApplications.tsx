import { ShieldLockIcon } from '@navikt/aksel-icons'
import type { PersonApplication, PersonView } from '../../shared/contract/persons.ts'
import { LightBadge } from '../components/LightBadge.tsx'
import { t } from '../text/t.ts'

type Props = { self: PersonApplication; others: PersonView['others']; onOpen: (intake: { id: number; name: string }, caseId: number) => void }

/** What an application says of who it is, where that is not what the open one says. */
function otherName(self: PersonApplication, other: PersonApplication): string {
  if (other.protected) return ''
  const name = (each: PersonApplication) => [each.givenName, each.familyName].filter(Boolean).join(' ')
  return [name(other) === name(self) ? '' : name(other), other.identityNumber === self.identityNumber ? '' : other.identityNumber].filter(Boolean).join(', ')
}

/** A person's other applications, each with its light and the way to it. */
export function OtherApplications({ self, others, onOpen }: Props) {
  const text = t.persons.panel
  return (
    <section className="stack-tight" aria-label={text.others}>
      <h3 className="section-title">{text.others}</h3>
      <ul className="verdicts">
        {others.map(other => (
          <li key={other.id}>
            <div className="row-between">
              <div className="min0">
                <button type="button" className="link strong" aria-label={text.open(other.applicationId)} onClick={() => onOpen({ id: other.intakeId, name: other.intakeName }, other.id)}>{other.applicationId}</button>
                {otherName(self, other) ? <p className="plain small wrap">{otherName(self, other)}</p> : null}
              </div>
              <span className="light-pair"><LightBadge light={other.light} /> <span className="small">{other.established ? text.established : text.proposed}</span></span>
            </div>
            <dl className="person-facts small">
              <div><dt>{text.columns.intake}</dt><dd>{other.intakeName}</dd></div>
              <div><dt>{text.columns.received}</dt><dd className="nowrap">{other.receivedOn ?? t.common.none}</dd></div>
              <div><dt>{text.columns.decided}</dt><dd className="nowrap">{other.decidedOn ?? text.undecided}</dd></div>
              <div><dt>{text.columns.why}</dt><dd>{other.byNumber ? text.byNumber : text.byVerdict}</dd></div>
              {other.protected ? <div><dt><ShieldLockIcon aria-hidden /></dt><dd>{text.protected}</dd></div> : null}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}
