import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { Table } from '@navikt/ds-react/Table'
import { BodyShort, Heading } from '@navikt/ds-react/Typography'
import type { DocumentsReport, ReceivedFile } from '../../shared/contract/documents.ts'
import { count } from '../text/format.ts'
import { t } from '../text/t.ts'
import { documentKindWord, documentTypeWord, faultSentence, refusalSentence, refusalWord, remarkSentence } from '../text/words.ts'

/** What becomes, or became, of each file: those that are refused with why and what to do, first. */
export function ReceiveReport({ report, taken }: { report: DocumentsReport; taken: boolean }) {
  const text = t.documents.received.receive
  const { counts } = report
  const sums = ([['new', counts.new], ['already', counts.already], ['refused', counts.refused], ...(counts.ignored > 0 ? [['ignored', counts.ignored] as const] : [])] as const)
  const of = (outcome: ReceivedFile['outcome']) => report.files.filter(f => f.outcome === outcome)
  return (
    <div className="stack">
      {report.faults.map(({ name, fault }) => <InlineMessage key={name} status="error" size="small">{text.unopened}: {faultSentence(fault)}</InlineMessage>)}
      <div className="panel stack-tight">
        <dl className="sums">{sums.map(([key, n]) => <div key={key} className={n === 0 ? 'sum sum-zero' : 'sum'}><dt>{text.sums[key]}</dt><dd>{count(n)}</dd></div>)}</dl>
        {report.lists.length > 0 ? <BodyShort size="small" textColor="subtle" className="wrap">{text.lists(report.lists.map(l => text.listRows(l.name, l.rows)).join(', '))}</BodyShort> : null}
        {report.refusals.length > 1 ? <BodyShort size="small" className="wrap">{text.reasons}: {report.refusals.map(r => `${refusalWord[r.refusal]} ${count(r.count)}`).join(', ')}</BodyShort> : null}
      </div>
      <Files title={text.refused} files={of('refused')} all={counts.refused} refused />
      <Files title={taken ? text.taken.receipt : text.taken.preview} files={of('new')} all={counts.new} />
      <Files title={text.already} files={of('already')} all={counts.already} />
    </div>
  )
}

function Files({ title, files, all, refused = false }: { title: string; files: ReceivedFile[]; all: number; refused?: boolean }) {
  const text = t.documents.received.receive
  if (files.length === 0) return null
  const heads = refused ? [text.columns.name, text.columns.why] : [text.columns.name, text.columns.applicationId, text.columns.kind, text.columns.type, text.columns.remarks]
  return (
    <div className="panel stack-tight">
      <Heading level="2" size="xsmall">{title} ({text.shown(files.length, all)})</Heading>
      <div className="table-scroll table-tall" role="region" aria-label={title} tabIndex={0}>
        <Table size="small" stickyHeader>
          <Table.Header>
            <Table.Row>
              {heads.map(head => <Table.HeaderCell key={head} scope="col">{head}</Table.HeaderCell>)}
              {refused ? null : <Table.HeaderCell scope="col" align="right">{text.columns.pages}</Table.HeaderCell>}
            </Table.Row>
          </Table.Header>
          <Table.Body>{files.map((file, i) => (refused ? <Refused key={i} file={file} /> : <Taken key={i} file={file} />))}</Table.Body>
        </Table>
      </div>
    </div>
  )
}

function Refused({ file }: { file: ReceivedFile }) {
  return (
    <Table.Row>
      <Table.DataCell className="wrap">{file.name}</Table.DataCell>
      <Table.DataCell>{file.refusal ? refusalSentence[file.refusal] : t.common.none}</Table.DataCell>
    </Table.Row>
  )
}

function Taken({ file }: { file: ReceivedFile }) {
  return (
    <Table.Row>
      <Table.DataCell className="wrap">{file.name}</Table.DataCell>
      <Table.DataCell className="nowrap">{file.applicationId ?? t.common.none}</Table.DataCell>
      <Table.DataCell>{file.kind ? documentKindWord[file.kind] : t.common.none}</Table.DataCell>
      <Table.DataCell>{file.type ? documentTypeWord[file.type] : t.common.none}</Table.DataCell>
      <Table.DataCell>{file.remarks.map(remark => remarkSentence[remark]).join(' ')}</Table.DataCell>
      <Table.DataCell align="right">{file.pages === null ? t.common.none : count(file.pages)}</Table.DataCell>
    </Table.Row>
  )
}
