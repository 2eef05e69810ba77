import { Button } from '@navikt/ds-react/Button'
import { Table } from '@navikt/ds-react/Table'
import { useRead } from '../components/useRead.ts'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { count, moment } from '../text/format.ts'
import { t } from '../text/t.ts'
import { dayStart, type LogForm } from './logChoice.ts'

/** The least number of different cases in an hour that is worth a look. */
const LEAST = 30
type Props = { form: LogForm; onHour: (caseworker: number, hour: { from: string; to: string }) => void }

/** Hours in which somebody opened many cases, with a way to the readings. */
export function Bursts({ form, onHour }: Props) {
  const from = dayStart(form.from)
  const to = dayStart(form.to, true)
  return from && to ? <Hours from={from} to={to} onHour={onHour} /> : <Notice>{t.log.burstPeriod}</Notice>
}

function Hours({ from, to, onHour }: { from: string; to: string; onHour: Props['onHour'] }) {
  const text = t.log
  const bursts = useRead('log.bursts', { from, to, least: LEAST })
  if (!bursts.value) return <FaultMessage fault={bursts.fault} />
  if (bursts.value.length === 0) return <section className="panel" data-testid="empty"><p className="plain">{text.burstNone} ({text.burstLeast.toLowerCase()}: {count(LEAST)})</p></section>
  return (
    <div className="table-scroll" role="region" aria-label={text.burstTable} tabIndex={0}>
      <Table size="small">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{text.columns.by}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{text.burstHour}</Table.HeaderCell>
            <Table.HeaderCell scope="col" align="right">{text.burstCases}</Table.HeaderCell>
            <Table.HeaderCell scope="col"><span className="aksel-sr-only">{text.burstShow}</span></Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {bursts.value.map(({ by, from: start, to: end, cases }) => (
            <Table.Row key={`${by.id} ${start}`}>
              <Table.HeaderCell scope="row">{by.name}</Table.HeaderCell>
              <Table.DataCell className="nowrap">{moment(start)}</Table.DataCell>
              <Table.DataCell align="right">{count(cases)}</Table.DataCell>
              <Table.DataCell><Button type="button" size="xsmall" variant="tertiary" aria-label={text.burstShowOf(by.name, moment(start))} onClick={() => onHour(by.id, { from: start, to: end })}>{text.burstShow}</Button></Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
