import { Table } from '@navikt/ds-react/Table'
import type { Rechecked } from '../../shared/contract/proof.ts'
import { t } from '../text/t.ts'
import { proofWord } from '../text/words.ts'

/** Credentials that no longer say what they said, with what to do about each case. */
export function ChangedCredentials({ changed, onCase }: { changed: readonly Rechecked[]; onCase: (intake: { id: number; name: string }, caseId: number) => void }) {
  const text = t.proof.issuers
  const { columns, todo } = text
  return (
    <section className="stack-tight" aria-label={text.changedTitle(changed.length)} data-testid="changed-credentials">
      <h2 className="section-title">{text.changedTitle(changed.length)}</h2>
      <div className="scroll-x">
        <Table size="small">
          <Table.Header>
            <Table.Row>
              {[columns.application, columns.intake, columns.title, columns.before, columns.after, columns.light, columns.note].map(name => <Table.HeaderCell key={name} scope="col">{name}</Table.HeaderCell>)}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {changed.map((each, i) => (
              <Table.Row key={i}>
                <Table.HeaderCell scope="row"><button type="button" className="link" aria-label={text.openCase(each.applicationId)} onClick={() => onCase({ id: each.intakeId, name: each.intakeName }, each.caseId)}>{each.applicationId}</button></Table.HeaderCell>
                <Table.DataCell>{each.intakeName}</Table.DataCell>
                <Table.DataCell>{each.title}</Table.DataCell>
                <Table.DataCell>{proofWord[each.before]}</Table.DataCell>
                <Table.DataCell>{proofWord[each.after]}</Table.DataCell>
                <Table.DataCell>{text.light(each.lightBefore, each.lightAfter)}</Table.DataCell>
                <Table.DataCell>{each.decided ? todo.decided : each.established ? todo.established : todo.none}</Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </section>
  )
}
