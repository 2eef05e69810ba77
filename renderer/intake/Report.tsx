import { Table } from '@navikt/ds-react/Table'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { LIGHTS, type Light } from '../../shared/domain.ts'
import type { TakeInReport } from '../../shared/contract/views.ts'
import { LightBadge } from '../components/LightBadge.tsx'
import { count } from '../text/format.ts'
import { WithTerm } from '../components/Term.tsx'
import { t } from '../text/t.ts'
import { ChangeList } from './ChangeList.tsx'
import { FileSection } from './FileSection.tsx'
import type { Source } from './Problems.tsx'

type Props = { report: TakeInReport; sourceOf: (index: number) => Source | null; onArrange: (index: number) => (() => void) | null; seen: boolean; onSeen: ((seen: boolean) => void) | null }

/** What files hold and what they do to the lights, before or after they are taken in. */
export function Report({ report, sourceOf, onArrange, seen, onSeen }: Props) {
  return (
    <div className="stack">
      {report.files.map((file, i) => <FileSection key={i} file={file} source={sourceOf(i)} onArrange={onArrange(i)} />)}
      {report.files.some(f => !f.fault) ? <Lights report={report} /> : null}
      <ChangeList changes={report.changes} heading={t.changes.heading} seen={seen} onSeen={onSeen} />
    </div>
  )
}

function Lights({ report }: { report: TakeInReport }) {
  const text = t.intake.read
  const froms: (Light | null)[] = [null, ...LIGHTS]
  const moved = (from: Light | null, to: Light) => report.moved.filter(m => m.from === from && m.to === to).reduce((n, m) => n + m.count, 0)
  return (
    <section className="panel stack" aria-label={text.lights}>
      <div><WithTerm ids={['light']}><Heading level="3" size="xsmall">{text.lights}</Heading></WithTerm></div>
      <div className="two-tables">
        <div className="table-scroll" role="region" aria-label={`${text.before}, ${text.after}`} tabIndex={0}><Table size="small" className="fit">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col"><span className="aksel-sr-only">{text.lights}</span></Table.HeaderCell>
              {LIGHTS.map(l => <Table.HeaderCell key={l} scope="col"><LightBadge light={l} /></Table.HeaderCell>)}
              <Table.HeaderCell scope="col" align="right">{text.tableTotal}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {([['before', text.before], ['after', text.after]] as const).map(([when, label]) => (
              <Table.Row key={when}>
                <Table.HeaderCell scope="row">{label}</Table.HeaderCell>
                {LIGHTS.map(l => <Table.DataCell key={l} align="right">{count(report[when][l])}</Table.DataCell>)}
                <Table.DataCell align="right">{count(report[when].total)}</Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table></div>
        {report.moved.length === 0 ? <BodyShort size="small">{text.noneMoved}</BodyShort> : (
          <div className="table-scroll" role="region" aria-label={text.moved} tabIndex={0}><Table size="small" className="fit">
            <caption className="caption">{text.moved}</caption>
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell scope="col">{`${text.from} ↓ ${text.to} →`}</Table.HeaderCell>
                {LIGHTS.map(l => <Table.HeaderCell key={l} scope="col"><LightBadge light={l} /></Table.HeaderCell>)}
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {froms.map(from => (
                <Table.Row key={from ?? 'new'}>
                  <Table.HeaderCell scope="row">{from ? <LightBadge light={from} /> : text.newCase}</Table.HeaderCell>
                  {LIGHTS.map(to => <Table.DataCell key={to} align="right">{moved(from, to) ? count(moved(from, to)) : t.common.none}</Table.DataCell>)}
                </Table.Row>
              ))}
            </Table.Body>
          </Table></div>
        )}
      </div>
    </section>
  )
}
