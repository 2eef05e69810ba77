import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import type { FilePlan, UnderstoodCell, UnderstoodRow } from '../../shared/contract/intake.ts'
import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { useRead } from '../components/useRead.ts'
import { capital, count } from '../text/format.ts'
import { t } from '../text/t.ts'
import { faultSentence, rowReason } from '../text/words.ts'

/** The first rows of a file as they will be understood: values by their words, what cannot be read marked. */
export function Understood({ intakeId, plan, name }: { intakeId: number; plan: FilePlan; name: string }) {
  const text = t.intake.guide.understood
  const { value, fault } = useRead('intake.understand', { intakeId, plan })
  if (!value) return fault ? <FaultMessage fault={fault} /> : <p className="plain small subtle">{t.common.loading}</p>
  if (value.fault) return <InlineMessage status="error" size="small">{faultSentence(value.fault)}</InlineMessage>
  return (
    <div className="table-scroll raw-scroll" role="region" aria-label={`${text.heading}: ${name}`} tabIndex={0}>
      <table className="raw understood">
        <caption className="caption">{text.heading}</caption>
        <thead>
          <tr>
            <th scope="col">{text.record}</th>
            {value.facts.map(f => <th key={f.fact} scope="col">{capital(f.label)}<span className="raw-source">{f.header}</span></th>)}
          </tr>
        </thead>
        <tbody>{value.rows.map(row => <Row key={row.record} row={row} width={value.facts.length} />)}</tbody>
      </table>
    </div>
  )
}

function Row({ row, width }: { row: UnderstoodRow; width: number }) {
  const text = t.intake.guide.understood
  return (
    <tr className={row.refused ? 'raw-refused' : ''}>
      <th scope="row">
        {count(row.record)}
        {row.refused ? <span className="cell-bad"><ExclamationmarkTriangleIcon aria-hidden /> {text.refused(rowReason(row.refused.code))}</span> : null}
      </th>
      {row.masked ? <td colSpan={width}><em>{text.masked}</em></td> : row.cells.map((cell, i) => <td key={i}>{row.refused ? <span className="subtle">{cell.text}</span> : <Cell cell={cell} />}</td>)}
    </tr>
  )
}

function Cell({ cell }: { cell: UnderstoodCell }) {
  const text = t.intake.guide.understood
  if (cell.state === 'known') return <>{cell.display}</>
  if (cell.state === 'unreadable') return <span className="cell-bad"><ExclamationmarkTriangleIcon aria-hidden /> {text.unreadable(cell.text)}</span>
  return <span className="subtle">{cell.state === 'none' ? text.none : text.empty}</span>
}
