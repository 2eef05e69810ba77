import { Table } from '@navikt/ds-react/Table'
import type { DocumentView } from '../../shared/contract/documents.ts'
import { count, moment } from '../text/format.ts'
import { t } from '../text/t.ts'
import { documentKindWord } from '../text/words.ts'

/** The documents of a case; the one that is open is marked. */
export function DocumentList({ documents, open, onOpen }: { documents: DocumentView[]; open: number | null; onOpen: (document: DocumentView) => void }) {
  const text = t.documents.received
  return (
    <div className="table-scroll document-list" role="region" aria-label={text.list} tabIndex={0}>
      <Table size="small">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{text.columns.kind}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{text.columns.name}</Table.HeaderCell>
            <Table.HeaderCell scope="col" align="right">{text.columns.pages}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{text.columns.from}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {documents.map(d => (
            <Table.Row key={d.id} selected={d.id === open}>
              <Table.DataCell>{documentKindWord[d.kind]}</Table.DataCell>
              <Table.DataCell className="wrap"><button type="button" className="link" aria-current={d.id === open ? 'true' : undefined} onClick={() => onOpen(d)}>{d.name}</button></Table.DataCell>
              <Table.DataCell align="right" title={d.pages === null ? text.pagesUnknown : undefined}>{d.pages === null ? t.common.none : count(d.pages)}</Table.DataCell>
              <Table.DataCell className="wrap">{d.from || text.singleFile}<span className="document-when subtle small">{text.received(moment(d.receivedAt), d.receivedBy)}</span></Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
