import { Table } from '@navikt/ds-react/Table'
import type { ShownProblem } from '../../shared/contract/intake.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { useRead } from '../components/useRead.ts'
import { capital, count } from '../text/format.ts'
import { t } from '../text/t.ts'
import { columnName, rowReason } from '../text/words.ts'
import type { Kind, Source } from './Problems.tsx'

const LIMIT = 200

/** The records of one kind of problem with the cells' own texts, read from the file once more and kept nowhere. */
export function ProblemCells({ source, kind, name }: { source: Source; kind: Kind; name: string }) {
  const text = t.intake.guide.problems
  const columns = t.intake.read.problemColumns
  const { value, fault } = useRead('intake.problems', { ...source, code: kind.code, ...(kind.column ? { column: kind.column } : {}), limit: LIMIT })
  const title = capital(text.heading(rowReason(kind.code), kind.column ? columnName(kind.column) : null))
  if (!value) return fault ? <FaultMessage fault={fault} /> : <p className="plain small subtle" role="status">{t.common.loading}</p>
  return (
    <div className="table-scroll table-tall" role="region" aria-label={`${title}: ${name}`} tabIndex={0}>
      <Table size="small" stickyHeader>
        <caption className="caption">{`${title}. ${text.shown(value.length, kind.count)}`}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col" align="right">{columns.record}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{columns.applicationId}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{text.text}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {value.map((p, i) => (
            <Table.Row key={i}>
              <Table.DataCell align="right">{count(p.record)}</Table.DataCell>
              <Table.DataCell className="nowrap">{p.applicationId || t.common.none}</Table.DataCell>
              <Table.DataCell className="wrap"><CellText problem={p} /></Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

function CellText({ problem }: { problem: ShownProblem }) {
  const text = t.intake.guide.problems
  if (problem.masked) return <em>{text.masked}</em>
  if (problem.text === null) return <span className="subtle">{text.wholeRow}</span>
  return problem.text.trim() === '' ? <span className="subtle">{text.emptyCell}</span> : <>{problem.text}</>
}
