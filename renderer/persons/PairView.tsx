import { ShieldLockIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import type { LikelyPair, PairSide } from '../../shared/contract/persons.ts'
import { LightBadge } from '../components/LightBadge.tsx'
import { count } from '../text/format.ts'
import { t } from '../text/t.ts'

type Row = { label: string; differs: boolean; cells: readonly [ReactNode, ReactNode] }

const nameOf = (side: PairSide) => [side.givenName, side.familyName].filter(Boolean).join(' ')

/** The facts of a likely pair side by side; those that differ are marked in words. */
export function PairView({ pair, onOpen }: { pair: LikelyPair; onOpen: (side: PairSide) => void }) {
  const text = t.persons.page
  const { a, b, masked } = pair
  const row = (label: string, of: (side: PairSide) => string | null, show: (side: PairSide) => ReactNode = of): Row => ({ label, differs: of(a) !== of(b), cells: [show(a), show(b)] })
  const rows: Row[] = [
    ...(masked ? [] : [
      row(text.facts.name, nameOf, side => nameOf(side) || text.nameMissing),
      row(text.facts.number, side => side.identityNumber, side => <><span className="digits">{side.identityNumber}</span>{side.identityKind ? <span className="pair-kind">{text.kinds[side.identityKind]}</span> : null}</>),
      row(text.facts.birthDate, side => side.birthDate),
      ...(a.address !== null && b.address !== null ? [row(text.facts.address, side => side.address)] : []),
    ]),
    row(text.facts.intake, side => side.intakeName),
    { ...row(text.facts.received, side => side.receivedOn ?? t.common.none), differs: false },
    { ...row(text.facts.light, side => side.light, side => <span className="light-pair"><LightBadge light={side.light} /> <span className="small">{side.established ? t.persons.panel.established : t.persons.panel.proposed}</span></span>), differs: false },
    { ...row(text.facts.more, side => count(side.more)), differs: false },
  ]
  return (
    <div className="pair-body">
      <table className="pair-table">
        <colgroup><col className="pair-label" /><col /><col /></colgroup>
        <thead>
          <tr>
            <th scope="col">{text.fact}</th>
            {[a, b].map(side => (
              <th key={side.id} scope="col">
                <button type="button" className="link" onClick={() => onOpen(side)} aria-label={text.open(side.applicationId)}>{side.applicationId}</button>
                {side.protected ? <span className="pair-kind"><ShieldLockIcon aria-hidden /> {text.protected}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, differs, cells }) => (
            <tr key={label} className={differs ? 'pair-differs' : undefined}>
              <th scope="row">{label}{differs ? <span className="pair-kind">{text.differs}</span> : null}</th>
              {cells.map((cell, i) => <td key={i}>{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="pair-why">
        <Sentences title={text.rests} sentences={pair.rests} />
        <Sentences title={text.against} sentences={pair.against} />
      </div>
    </div>
  )
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <div className="stack-tight">
      <h3 className="section-title">{title}</h3>
      <ul className="bullets">{sentences.map(sentence => <li key={sentence}>{sentence}</li>)}</ul>
    </div>
  )
}
