import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { Table } from '@navikt/ds-react/Table'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import { useState } from 'react'
import type { FileReport } from '../../shared/contract/views.ts'
import type { RowProblem } from '../../shared/rows.ts'
import { faultSentence } from '../../shared/text/faults.sv.ts'
import { columnName, fileKindWord, rowReason } from '../../shared/text/words.sv.ts'
import { count } from '../text/format.ts'
import { t } from '../text/t.ts'

const SHOWN = 100

/** One file: what kind it is, what becomes of its rows, and every remark. */
export function FileSection({ file }: { file: FileReport }) {
  const text = t.intake.read
  const { counts } = file
  const extract = file.kind !== null && file.kind !== 'applications'
  const facts = [
    [text.facts.kind, file.kind ? fileKindWord[file.kind] : text.kindUnknown],
    [text.facts.encoding, file.encoding ? text.encoding[file.encoding] : null],
    [text.facts.separator, file.separator ? text.separator[file.separator] : null],
    [text.facts.sheet, file.sheet],
    [text.facts.records, file.fault ? null : count(counts.records)],
  ].filter((f): f is [string, string] => f[1] !== null)
  const sums = [
    [extract ? text.counts.matchedAdded : text.counts.added, counts.added],
    [extract ? text.counts.matchedChanged : text.counts.changed, counts.changed],
    [text.counts.duplicates, counts.duplicates],
    [text.counts.refused, counts.refused],
    ...(extract ? [[text.counts.unmatched, counts.unmatched] as const] : []),
    [text.counts.warnings, counts.warnings],
  ] as const
  return (
    <section className="panel stack" aria-label={file.name}>
      <div className="stack-tight">
        <Heading level="2" size="xsmall" className="wrap">{file.name}</Heading>
        <BodyShort size="small" textColor="subtle">{facts.map(([label, value]) => `${label}: ${value}`).join(' · ')}</BodyShort>
      </div>
      {file.fault ? <InlineMessage status="error" size="small">{text.refusedFile} {faultSentence(file.fault)}</InlineMessage> : (
        <>
          <dl className="sums">{sums.map(([label, n]) => <div key={label} className={n === 0 ? 'sum sum-zero' : 'sum'}><dt>{label}</dt><dd>{count(n)}</dd></div>)}</dl>
          {file.unusedColumns.length > 0 ? <BodyShort size="small" textColor="subtle" className="wrap">{text.unused(file.unusedColumns.map(columnName).join(', '))}</BodyShort> : null}
          <Problems file={file} />
        </>
      )}
    </section>
  )
}

function Problems({ file }: { file: FileReport }) {
  const text = t.intake.read
  const [all, setAll] = useState(false)
  if (file.problemCounts.length === 0) return <BodyShort size="small">{text.noProblems}</BodyShort>
  const shown = all ? file.problems : file.problems.slice(0, SHOWN)
  const total = file.problemCounts.reduce((n, p) => n + p.count, 0)
  const kinds = [...file.problemCounts].sort((a, b) => Number(a.outcome === 'warning') - Number(b.outcome === 'warning') || b.count - a.count)
  return (
    <div className="two-tables">
      <div className="table-scroll" role="region" aria-label={`${text.why}: ${file.name}`} tabIndex={0}>
        <Table size="small" className="fit">
          <caption className="caption">{text.why}</caption>
          <Table.Header>
            <Table.Row>
              {[text.whyColumns.outcome, text.whyColumns.reason, text.whyColumns.column].map(h => <Table.HeaderCell key={h} scope="col">{h}</Table.HeaderCell>)}
              <Table.HeaderCell scope="col" align="right">{text.whyColumns.count}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {kinds.map((p, i) => (
              <Table.Row key={i}>
                <Table.DataCell>{text.outcome[p.outcome]}</Table.DataCell>
                <Table.DataCell>{rowReason(p.code)}</Table.DataCell>
                <Table.DataCell>{p.column ? columnName(p.column) : t.common.none}</Table.DataCell>
                <Table.DataCell align="right">{count(p.count)}</Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
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
