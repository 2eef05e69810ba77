import { Select } from '@navikt/ds-react/Select'
import { Table } from '@navikt/ds-react/Table'
import type { FactChoice } from '../../shared/contract/intake.ts'
import { capital } from '../text/format.ts'
import { t } from '../text/t.ts'
import { type Arranged, columnsOf, type Trouble } from './arranged.ts'

type Props = { arranged: Arranged; choices: readonly FactChoice[]; trouble: Trouble; onChange: (columns: (string | null)[]) => void }

/** What each column of a file is taken for, on what ground, with examples of what it holds. */
export function ColumnTable({ arranged, choices, trouble, onChange }: Props) {
  const text = t.intake.guide.arrange
  const columns = columnsOf(arranged)
  const nameOf = (i: number) => arranged.seen.columns[i]?.header || text.unnamed(i + 1)
  return (
    <div className="table-scroll columns-scroll" role="region" aria-label={`${text.columns}: ${arranged.file.name}`} tabIndex={0}>
      <Table size="small">
        <Table.Header>
          <Table.Row>
            {[text.table.column, text.table.examples, text.table.fact, text.table.basis].map(h => <Table.HeaderCell key={h} scope="col">{h}</Table.HeaderCell>)}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {arranged.seen.columns.map((column, i) => {
            const fact = columns[i] ?? null
            const other = trouble.twice.get(i)
            const basis = fact !== column.fact ? 'given' : column.basis ?? 'none'
            return (
              <Table.Row key={i}>
                <Table.HeaderCell scope="row" className="wrap column-name">{nameOf(i)}</Table.HeaderCell>
                <Table.DataCell className="wrap column-examples">{column.examples.length > 0 ? column.examples.map(e => e.slice(0, 40)).join(' · ') : <span className="subtle">{text.noExamples}</span>}</Table.DataCell>
                <Table.DataCell className="column-fact">
                  <Select
                    size="small" hideLabel label={text.factOf(nameOf(i))} value={fact ?? ''} error={other === undefined ? undefined : text.twice(nameOf(other))}
                    onChange={e => onChange(columns.map((f, j) => (j === i ? e.target.value || null : f)))}
                  >
                    <option value="">{text.unused}</option>
                    {choices.map(c => <option key={c.fact} value={c.fact}>{`${capital(c.label)} (${c.column})${c.required ? `, ${text.required}` : ''}`}</option>)}
                  </Select>
                </Table.DataCell>
                <Table.DataCell className="nowrap small">{text.basis[basis]}</Table.DataCell>
              </Table.Row>
            )
          })}
        </Table.Body>
      </Table>
    </div>
  )
}
