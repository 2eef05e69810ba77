import { LIGHTS, type Light } from '../../shared/domain.ts'
import { LightBadge } from '../components/LightBadge.tsx'
import { count } from '../text/format.ts'
import { t } from '../text/t.ts'
import type { Shown } from './place.ts'

type Props = { matrix: number[][]; shown: Shown; onMove: (from: Light, to: Light) => void }

/** How many go from which light to which. A cell with cases that move is a button that shows them. */
export function Matrix({ matrix, shown, onMove }: Props) {
  const text = t.rules.whatIf
  const at = (from: number, to: number) => matrix[from]?.[to] ?? 0
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
  return (
    <div className="table-scroll" role="region" aria-label={text.matrix} tabIndex={0}>
      <table className="matrix" data-testid="matrix">
        <caption className="caption">{text.matrix}</caption>
        <thead>
          <tr>
            <td />
            {LIGHTS.map(to => <th key={to} scope="col"><span className="matrix-head">{text.listColumns.after} <LightBadge light={to} /></span></th>)}
            <th scope="col">{text.sum}</th>
          </tr>
        </thead>
        <tbody>
          {LIGHTS.map((from, i) => (
            <tr key={from}>
              <th scope="row"><span className="matrix-head">{text.listColumns.before} <LightBadge light={from} /></span></th>
              {LIGHTS.map((to, j) => {
                const n = at(i, j)
                return (
                  <td key={to} className={i === j ? 'matrix-same' : ''}>
                    {i === j ? <>{count(n)} <span className="small subtle">{text.unchanged}</span></>
                      : n === 0 ? <span className="subtle">0</span>
                        : <button type="button" className="matrix-cell" aria-pressed={shown.from === from && shown.to === to} aria-label={text.cell(n, from, to)} onClick={() => onMove(from, to)}>{count(n)}</button>}
                  </td>
                )
              })}
              <td className="strong">{count(sum(LIGHTS.map((_, j) => at(i, j))))}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{text.sum}</th>
            {LIGHTS.map((to, j) => <td key={to} className="strong">{count(sum(LIGHTS.map((_, i) => at(i, j))))}</td>)}
            <td className="strong">{count(sum(matrix.flat()))}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}
