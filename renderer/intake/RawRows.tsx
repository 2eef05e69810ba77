import type { InspectedFile } from '../../shared/contract/intake.ts'
import { t } from '../text/t.ts'

const MOST_CELLS = 60

/** The first rows of a file as they stand, with the header marked. */
export function RawRows({ seen }: { seen: InspectedFile }) {
  const text = t.intake.guide.arrange
  const width = Math.min(MOST_CELLS, Math.max(1, ...seen.rows.map(r => r.cells.length)))
  return (
    <div className="table-scroll raw-scroll" role="region" aria-label={`${text.raw}: ${seen.name}`} tabIndex={0}>
      <table className="raw">
        <caption className="caption">{text.raw}</caption>
        <tbody>
          {seen.rows.map(row => (
            <tr key={row.row} className={row.row === seen.headerRow ? 'raw-header' : row.row < seen.headerRow ? 'raw-title' : ''}>
              <th scope="row">{text.rawRow} {row.row}{row.row === seen.headerRow ? `, ${text.rawHeader}` : ''}</th>
              {row.masked ? <td colSpan={width}><em>{text.masked}</em></td> : Array.from({ length: width }, (_, i) => <td key={i}>{row.cells[i] ?? ''}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
