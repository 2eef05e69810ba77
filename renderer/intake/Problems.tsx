import { Table } from '@navikt/ds-react/Table'
import { BodyShort } from '@navikt/ds-react/Typography'
import { useState } from 'react'
import type { FilePlan } from '../../shared/contract/intake.ts'
import type { FileReport } from '../../shared/contract/views.ts'
import type { RowProblem } from '../../shared/rows.ts'
import { count } from '../text/format.ts'
import { t } from '../text/t.ts'
import { columnName, rowReason } from '../text/words.ts'
import { ProblemCells } from './ProblemCells.tsx'
import { SaveProblems } from './SaveProblems.tsx'

const SHOWN = 100
export type Kind = FileReport['problemCounts'][number]
/** Where the problems can be read once more: only while the preview is open. */
export type Source = { intakeId: number; plan: FilePlan }

/** What is refused or remarked on in a file: kinds with counts, the records, and, while the preview is open, each with its cell. */
export function Problems({ file, source }: { file: FileReport; source: Source | null }) {
  const text = t.intake.read
  const guide = t.intake.guide.problems
  const [shown, setShown] = useState<Kind | null>(null)
  if (file.problemCounts.length === 0) return <BodyShort size="small">{text.noProblems}</BodyShort>
  const kinds = [...file.problemCounts].sort((a, b) => Number(a.outcome === 'warning') - Number(b.outcome === 'warning') || b.count - a.count)
  return (
    <>
      <div className="two-tables">
        <div className="table-scroll" role="region" aria-label={`${text.why}: ${file.name}`} tabIndex={0}>
          <Table size="small" className="fit">
            <caption className="caption">{text.why}</caption>
            <Table.Header>
              <Table.Row>
                {[text.whyColumns.outcome, text.whyColumns.reason, text.whyColumns.column].map(h => <Table.HeaderCell key={h} scope="col">{h}</Table.HeaderCell>)}
                <Table.HeaderCell scope="col" align="right">{text.whyColumns.count}</Table.HeaderCell>
                {source ? <Table.HeaderCell scope="col"><span className="aksel-sr-only">{guide.show}</span></Table.HeaderCell> : null}
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {kinds.map(p => (
                <Table.Row key={`${p.code} ${p.column ?? ''}`} selected={p === shown}>
                  <Table.DataCell>{text.outcome[p.outcome]}</Table.DataCell>
                  <Table.DataCell>{rowReason(p.code)}</Table.DataCell>
                  <Table.DataCell>{p.column ? columnName(p.column) : t.common.none}</Table.DataCell>
                  <Table.DataCell align="right">{count(p.count)}</Table.DataCell>
                  {source ? (
                    <Table.DataCell>
                      <button type="button" className="link" aria-label={guide.showOf(rowReason(p.code), p.column ?? null)} aria-pressed={p === shown} onClick={() => setShown(p === shown ? null : p)}>{guide.show}</button>
                    </Table.DataCell>
                  ) : null}
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
        {source && shown ? (
          <div className="min0">
            <ProblemCells key={`${shown.code} ${shown.column ?? ''}`} source={source} kind={shown} name={file.name} />
            <button type="button" className="link" onClick={() => setShown(null)}>{guide.all}</button>
          </div>
        ) : <Records file={file} />}
      </div>
      {source ? <SaveProblems source={source} file={file} /> : null}
    </>
  )
}

function Records({ file }: { file: FileReport }) {
  const text = t.intake.read
  const [all, setAll] = useState(false)
  const shown = all ? file.problems : file.problems.slice(0, SHOWN)
  const total = file.problemCounts.reduce((n, p) => n + p.count, 0)
  return (
    <div className="min0">
      <div className="table-scroll table-tall" role="region" aria-label={`${text.problems(file.problems.length, total)}: ${file.name}`} tabIndex={0}>
        <Table size="small" stickyHeader>
          <caption className="caption">{text.problems(shown.length, total)}</caption>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col" align="right">{text.problemColumns.record}</Table.HeaderCell>
              {[text.problemColumns.applicationId, text.problemColumns.outcome, text.problemColumns.reason, text.problemColumns.column].map(h => <Table.HeaderCell key={h} scope="col">{h}</Table.HeaderCell>)}
            </Table.Row>
          </Table.Header>
          <Table.Body>{shown.map((p, i) => <Problem key={i} problem={p} />)}</Table.Body>
        </Table>
      </div>
      {shown.length < file.problems.length ? <button type="button" className="link" onClick={() => setAll(true)}>{`${text.all} (${count(file.problems.length)})`}</button> : null}
    </div>
  )
}

function Problem({ problem }: { problem: RowProblem }) {
  const text = t.intake.read
  return (
    <Table.Row>
      <Table.DataCell align="right">{count(problem.record)}</Table.DataCell>
      <Table.DataCell className="nowrap">{problem.applicationId ?? t.common.none}</Table.DataCell>
      <Table.DataCell>{text.outcome[problem.outcome]}</Table.DataCell>
      <Table.DataCell>{rowReason(problem.code)}</Table.DataCell>
      <Table.DataCell>{problem.column ? columnName(problem.column) : t.common.none}</Table.DataCell>
    </Table.Row>
  )
}
