import { Button } from '@navikt/ds-react/Button'
import { Heading } from '@navikt/ds-react/Typography'
import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import { useId } from 'react'
import type { CredentialTypeView, IssuerKey, IssuerView } from '../../shared/contract/proof.ts'
import { Allowed } from '../components/Allowed.tsx'
import { Term } from '../components/Term.tsx'
import { t } from '../text/t.ts'

type Props = { /** The first card explains its words. */ explain: boolean; issuer: IssuerView; types: CredentialTypeView[]; onChange: () => void; onWithdraw: () => void }

/** One issuer: what it may say, since when, its keys' fingerprints and its status lists. */
export function IssuerCard({ explain, issuer, types, onChange, onWithdraw }: Props) {
  const text = t.proof.issuers
  const heading = useId()
  const { withdrawn, lists } = issuer
  return (
    <article className="panel stack-tight" aria-labelledby={heading}>
      <div className="row-between">
        <div className="min0">
          <Heading id={heading} level="2" size="small" className="wrap">{issuer.name}</Heading>
          <p className="plain small subtle wrap">{issuer.issuer}</p>
        </div>
        <div className="actions">
          <Allowed role="administer">
            <Button type="button" size="small" variant="tertiary" aria-label={text.of(withdrawn ? text.restore : text.change, issuer.name)} onClick={onChange}>{withdrawn ? text.restore : text.change}</Button>
            {withdrawn ? null : <Button type="button" size="small" variant="tertiary" data-color="danger" aria-label={text.of(text.withdraw, issuer.name)} onClick={onWithdraw}>{text.withdraw}</Button>}
          </Allowed>
        </div>
      </div>
      {withdrawn ? <p className="flag-line"><ExclamationmarkTriangleIcon aria-hidden /> {text.withdrawn(withdrawn.at, withdrawn.by, withdrawn.reason)}</p> : null}
      <p className="plain small">{[text.period(issuer.validFrom, issuer.validTo), text.inUse(issuer.inUse), text.by(issuer.addedAt, issuer.addedBy)].join(' · ')}</p>
      <p className="plain small"><span className="strong">{text.types}:</span> {issuer.types.map(id => types.find(type => type.id === id)?.title ?? id).join(', ')}</p>
      {issuer.note ? <p className="plain small">{issuer.note}</p> : null}
      <Keys keys={issuer.keys} />
      <p className="label">{text.lists} {explain ? <Term id="statusList" /> : null}</p>
      {lists.length === 0 ? <p className="plain small subtle">{text.noLists}</p> : (
        <ul className="plain-list">
          {lists.map(list => (
            <li key={list.uri} className="small">
              <span className="wrap">{list.uri}</span><br />
              {text.list(list.issuedAt, list.staleAt)}{list.stale ? <span className="strong"> {text.listStale}</span> : null}
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

/** Keys with the fingerprints that two people compare. */
export function Keys({ keys }: { keys: readonly IssuerKey[] }) {
  const text = t.proof.issuers
  return (
    <ul className="plain-list" aria-label={text.keys}>
      {keys.map(key => (
        <li key={key.fingerprint} className="small">
          <span className="wrap">{text.key(key.kind, key.kid)}. {text.fingerprint}:</span> <code className="fingerprint">{key.fingerprint}</code>
        </li>
      ))}
    </ul>
  )
}
