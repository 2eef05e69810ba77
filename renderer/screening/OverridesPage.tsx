import { Button } from '@navikt/ds-react/Button'
import { Table } from '@navikt/ds-react/Table'
import { Heading } from '@navikt/ds-react/Typography'
import { type FiguresView, type OverrideRow, SEX_GROUPS, type ShownCount } from '../../shared/contract/judging.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { LightBadge } from '../components/LightBadge.tsx'
import { PageHeading } from '../components/PageHeading.tsx'
import { Term, WithTerm } from '../components/Term.tsx'
import { useChanged } from '../components/useChanged.ts'
import { useRead } from '../components/useRead.ts'
import { count, moment } from '../text/format.ts'
import { t } from '../text/t.ts'

type Props = { intakeId: number; onCase: (caseId: number) => void }

/** Every case of an intake where a caseworker went away from the proposed light, and the figures of lights and overrides. */
export function OverridesPage({ intakeId, onCase }: Props) {
  const text = t.judging.page
  const overrides = useRead('screening.overrides', { intakeId })
  const figures = useRead('screening.figures', { intakeId })
  const intake = useRead('intake.list', {}).value?.find(i => i.id === intakeId)
  useChanged(() => { void overrides.reload(); void figures.reload() }, 300)
  const view = overrides.value
  return (
    <div className="stack overrides">
      <PageHeading term="override">{text.heading(intake?.name ?? '')}</PageHeading>
      <p className="plain">{text.intro}</p>
      <FaultMessage fault={overrides.fault ?? figures.fault} />
      {view && view.rows.length === 0 ? <p className="plain panel" data-testid="no-overrides">{text.none}</p> : null}
      {view && view.rows.length > 0 ? (
        <section className="stack-tight" aria-label={text.table}>
          <p className="plain" data-testid="override-counts">
            {[text.total(view.total), ...view.moves.map(move => `${text.move(move.from, move.to)}: ${count(move.count)}`), view.awaiting > 0 ? text.awaiting(view.awaiting) : ''].filter(Boolean).join(' · ')} {view.awaiting > 0 ? <Term id="secondReader" /> : null}
          </p>
          <OverrideTable rows={view.rows} onCase={onCase} />
        </section>
      ) : null}
      {figures.value ? <Figures figures={figures.value} /> : null}
    </div>
  )
}

function OverrideTable({ rows, onCase }: { rows: readonly OverrideRow[]; onCase: (caseId: number) => void }) {
  const text = t.judging.page
  const { columns } = text
  return (
    <div className="scroll-x">
      <Table size="small">
        <Table.Header>
          <Table.Row>{[columns.case, columns.name, columns.move, columns.rules, columns.reason, columns.by, columns.state].map(name => <Table.HeaderCell key={name} scope="col">{name}</Table.HeaderCell>)}</Table.Row>
        </Table.Header>
        <Table.Body>
          {rows.map(row => (
            <Table.Row key={`${row.caseId} ${row.awaiting ? 'waits' : 'counts'}`}>
              <Table.DataCell><Button type="button" size="xsmall" variant="tertiary" aria-label={text.open(row.applicationId)} onClick={() => onCase(row.caseId)}>{row.applicationId}</Button></Table.DataCell>
              <Table.DataCell>{row.protected ? t.screening.list.protectedName : [row.givenName, row.familyName].filter(Boolean).join(' ')}</Table.DataCell>
              <Table.DataCell><span className="light-pair"><LightBadge light={row.from} /> <span aria-hidden>→</span> <LightBadge light={row.to} /></span></Table.DataCell>
              <Table.DataCell>{row.rules.join(', ')}</Table.DataCell>
              <Table.DataCell className="wrap">{row.protected ? text.protectedReason : row.reason}</Table.DataCell>
              <Table.DataCell>{row.by}<br /><span className="subtle small">{moment(row.at)}</span></Table.DataCell>
              <Table.DataCell>{row.awaiting ? text.waits : row.changedSinceEstablished ? text.changed : row.confirmedBy ? text.confirmedBy(row.confirmedBy) : text.counts}</Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

function Figures({ figures }: { figures: FiguresView }) {
  const text = t.judging.page
  const shown = (n: ShownCount) => (n === null ? <span className="subtle">{text.hidden}</span> : count(n))
  return (
    <section className="stack-tight" aria-label={text.figures} data-testid="figures">
      <div><WithTerm ids={['light']}><Heading level="2" size="xsmall">{text.figures}</Heading></WithTerm></div>
      <div className="scroll-x">
        <Table size="small" className="figures">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">{text.group}</Table.HeaderCell>
              {SEX_GROUPS.map(sex => <Table.HeaderCell key={sex} scope="col" align="right">{text.sexes[sex]}</Table.HeaderCell>)}
              <Table.HeaderCell scope="col" align="right">{text.all}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {figures.lights.map(row => (
              <Table.Row key={row.light}>
                <Table.HeaderCell scope="row"><LightBadge light={row.light} /></Table.HeaderCell>
                {SEX_GROUPS.map(sex => <Table.DataCell key={sex} align="right" className="digits">{shown(row.bySex[sex])}</Table.DataCell>)}
                <Table.DataCell align="right" className="digits">{count(row.total)}</Table.DataCell>
              </Table.Row>
            ))}
            <Table.Row>
              <Table.HeaderCell scope="row">{text.overrides}</Table.HeaderCell>
              {SEX_GROUPS.map(sex => <Table.DataCell key={sex} align="right" className="digits">{shown(figures.overrides.bySex[sex])}</Table.DataCell>)}
              <Table.DataCell align="right" className="digits">{count(figures.overrides.total)}</Table.DataCell>
            </Table.Row>
          </Table.Body>
        </Table>
      </div>
      <p className="plain subtle small">{text.hiddenNote(figures.least)}</p>
    </section>
  )
}
