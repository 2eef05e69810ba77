import { Button } from '@navikt/ds-react/Button'
import { Checkbox } from '@navikt/ds-react/Checkbox'
import { Table } from '@navikt/ds-react/Table'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import { useState } from 'react'
import type { CaseChange, Changes, VanishedCase } from '../../shared/contract/changes.ts'
import { LightBadge } from '../components/LightBadge.tsx'
import { t } from '../text/t.ts'
import { sourceWord } from '../text/words.ts'

const FIRST = 25

type Props = { changes: Changes; heading: string; seen: boolean; onSeen: ((seen: boolean) => void) | null }

/** What becomes of cases that are stored already, field by field; whoever keeps it has said that the changes of lights have been seen. */
export function ChangeList({ changes, heading, seen, onSeen }: Props) {
  const text = t.changes
  const { list, vanished } = changes
  if (changes.cases === 0 && vanished.count === 0 && changes.refusing.count === 0 && changes.returned === 0) return null
  return (
    <section className="panel stack" aria-label={heading} data-testid="changes">
      <div className="stack-tight">
        <Heading level="3" size="xsmall">{heading}</Heading>
        {changes.cases > 0 ? <BodyShort size="small">{[text.summary(changes.cases, changes.lights), ...(changes.lights > 0 && changes.lights < changes.cases ? [text.lightsFirst] : [])].join(' ')}</BodyShort> : null}
        {changes.returned > 0 ? <BodyShort size="small">{text.returned(changes.returned)}</BodyShort> : null}
      </div>
      {list.length > 0 ? <ChangeTable list={list} all={changes.cases} label={t.changes.columns.fields} /> : null}
      {changes.lights > 0 && onSeen ? <Checkbox size="small" checked={seen} onChange={e => onSeen(e.target.checked)}>{text.seen(changes.lights)}</Checkbox> : null}
      {changes.refusing.count > 0 ? <Cases list={changes.refusing.list} count={changes.refusing.count} heading={text.refusing(changes.refusing.count)} body={text.refusingBody} testId="refusing" /> : null}
      {vanished.count > 0 ? <Cases list={vanished.list} count={vanished.count} heading={text.vanished(vanished.count)} body={text.vanishedBody} testId="vanished" /> : null}
    </section>
  )
}

function ChangeTable({ list, all, label }: { list: CaseChange[]; all: number; label: string }) {
  const text = t.changes
  const [shown, setShown] = useState(FIRST)
  return (
    <div className="stack-tight">
      <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
        <Table size="small">
          <Table.Header>
            <Table.Row>{[text.columns.application, text.columns.person, text.columns.light, text.columns.fields].map(h => <Table.HeaderCell key={h} scope="col">{h}</Table.HeaderCell>)}</Table.Row>
          </Table.Header>
          <Table.Body>
            {list.slice(0, shown).map(c => (
              <Table.Row key={c.caseId}>
                <Table.HeaderCell scope="row" className="nowrap">{c.applicationId}</Table.HeaderCell>
                <Table.DataCell className="wrap">{c.protected ? t.screening.list.protectedName : c.name}</Table.DataCell>
                <Table.DataCell><LightMove change={c} /></Table.DataCell>
                <Table.DataCell className="wrap"><Fields change={c} /></Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      {shown < all ? (
        <div className="actions">
          <BodyShort size="small" as="span">{text.shown(Math.min(shown, list.length), all)}</BodyShort>
          {shown < list.length ? <Button type="button" size="small" variant="tertiary" onClick={() => setShown(list.length)}>{text.showAll(list.length - shown)}</Button> : null}
        </div>
      ) : null}
    </div>
  )
}

function LightMove({ change: c }: { change: CaseChange }) {
  const text = t.changes
  return (
    <div className="stack-tight">
      {c.from === c.to ? <span className="nowrap">{text.sameLight}</span> : (
        <span className="light-move"><LightBadge light={c.from} /><span aria-hidden>→</span><span className="aksel-sr-only">{text.becomes}</span><LightBadge light={c.to} /></span>
      )}
      {c.unsettles ? <span className="flag-line"><ExclamationmarkTriangleIcon aria-hidden /> {text.unsettles}</span> : null}
      {c.decided ? <span className="flag-line"><ExclamationmarkTriangleIcon aria-hidden /> {text.decided}</span> : null}
    </div>
  )
}

function Fields({ change: c }: { change: CaseChange }) {
  if (c.protected) return t.changes.protected
  if (c.fields.length === 0) return t.changes.noFields
  return <ul className="change-lines">{c.fields.map(f => <li key={`${f.source}-${f.fact}`}>{t.changes.field(f.label, f.before, f.after, sourceWord[f.source])}</li>)}</ul>
}

function Cases({ list, count, heading, body, testId }: { list: VanishedCase[]; count: number; heading: string; body: string; testId: string }) {
  const text = t.changes
  return (
    <div className="stack-tight" data-testid={testId}>
      <Heading level="4" size="xsmall">{heading}</Heading>
      <BodyShort size="small">{body}</BodyShort>
      <div className="table-scroll vanished-list" role="region" aria-label={`${text.columns.application}: ${heading}`} tabIndex={0}>
        <ul className="change-lines">
          {list.map(c => <li key={c.caseId}>{[c.applicationId, c.protected ? t.screening.list.protectedName : c.name].join(' · ')} <LightBadge light={c.light} />{c.decided ? ` ${text.decided}` : ''}</li>)}
        </ul>
      </div>
      {list.length < count ? <BodyShort size="small">{text.shown(list.length, count)}</BodyShort> : null}
    </div>
  )
}
