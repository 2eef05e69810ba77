import { Select } from '@navikt/ds-react/Select'
import { MinusCircleIcon, PencilIcon, PlusCircleIcon } from '@navikt/aksel-icons'
import type { DiffEntry, ProgrammeSummary } from '../../shared/contract/rules.ts'
import { FaultMessage } from '../components/FaultMessage.tsx'
import { useRead } from '../components/useRead.ts'
import { capital } from '../text/format.ts'
import { t } from '../text/t.ts'
import { change, type Place } from './place.ts'

const kinds = ['rule', 'parameter', 'definition', 'fact', 'section'] as const satisfies readonly DiffEntry['kind'][]
const icons = { added: PlusCircleIcon, removed: MinusCircleIcon, changed: PencilIcon }
/** Parts that are notation or values rather than sentences. */
const written = /^(rött|orange|grönt|ej |red|green|not applicable)|^(är|värde|ord|form|meningar|is|value|words|sentences)$/

/** Which versions are compared to begin with: the one that is open with the one before it, or the first with the next. */
export function startPair(versions: readonly { version: string }[], open: string): { before: string; after: string } | null {
  const at = Math.max(1, versions.findIndex(v => v.version === open))
  const [before, after] = [versions[at - 1], versions[at]]
  return before && after ? { before: before.version, after: after.version } : null
}

/** What differs between two versions of a programme, part by part. */
export function Compare({ programme, place }: { programme: ProgrammeSummary; place: Place }) {
  const text = t.rules.compare
  const pair = place.compare ?? startPair(programme.versions, place.version)
  if (!pair) return <p className="plain panel" data-testid="empty">{text.only}</p>
  const choose = (next: Partial<typeof pair>) => change(programme.id, { compare: { ...pair, ...next } })
  const versions = programme.versions.map(v => <option key={v.version} value={v.version}>{t.rules.book.versionOption(v.version, v.from, v.to)}</option>)
  return (
    <>
      <h2 className="aksel-sr-only">{text.heading}</h2>
      <div className="side-by-side">
        <Select size="small" label={text.before} value={pair.before} onChange={e => choose({ before: e.target.value })}>{versions}</Select>
        <Select size="small" label={text.after} value={pair.after} onChange={e => choose({ after: e.target.value })}>{versions}</Select>
      </div>
      {pair.before === pair.after ? <p className="plain panel" data-testid="empty">{text.same}</p> : <Difference programme={programme.id} before={pair.before} after={pair.after} />}
    </>
  )
}

function Difference({ programme, before, after }: { programme: string; before: string; after: string }) {
  const text = t.rules.compare
  const { value, fault } = useRead('rules.diff', { programme, before, after })
  if (!value) return <FaultMessage fault={fault} />
  const number = (kind: DiffEntry['change']) => value.entries.filter(e => e.change === kind).length
  if (value.entries.length === 0) return <p className="plain panel" data-testid="empty">{text.nothing}</p>
  return (
    <>
      <FaultMessage fault={fault} />
      <p className="plain strong" role="status">{text.summary(number('added'), number('removed'), number('changed'))}</p>
      {kinds.map(kind => ({ kind, entries: value.entries.filter(e => e.kind === kind) })).filter(k => k.entries.length > 0).map(({ kind, entries }) => (
        <section key={kind} aria-label={text.kinds[kind]}>
          <h2 className="section-title">{text.kinds[kind]}</h2>
          <ul className="rule-list">{entries.map(e => <Entry key={e.id} entry={e} before={value.before.version} after={value.after.version} />)}</ul>
        </section>
      ))}
    </>
  )
}

function Entry({ entry, before, after }: { entry: DiffEntry; before: string; after: string }) {
  const text = t.rules.compare
  const Icon = icons[entry.change]
  const columns = [...(entry.change === 'added' ? [] : [before]), ...(entry.change === 'removed' ? [] : [after])]
  return (
    <li className="rule rule-entry" data-testid={`diff-${entry.id}`}>
      <h3 className="rule-title"><span className={`mark mark-${entry.change}`}><Icon aria-hidden /> {text.change[entry.change]}</span> <span className="rule-id">{entry.id}</span> {capital(entry.title)}</h3>
      <div className="table-scroll" role="region" aria-label={text.table(entry.id)} tabIndex={0}>
        <table className="diff">
          <thead><tr><th scope="col">{text.field}</th>{columns.map(c => <th key={c} scope="col">{c}</th>)}</tr></thead>
          <tbody>
            {entry.fields.map(f => (
              <tr key={f.field}>
                <th scope="row">{capital(f.field)}</th>
                {entry.change === 'added' ? null : <td><Value field={f.field} value={f.before} /></td>}
                {entry.change === 'removed' ? null : <td><Value field={f.field} value={f.after} /></td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </li>
  )
}

function Value({ field, value }: { field: string; value: string | null }) {
  if (value === null) return <span className="subtle">{t.rules.compare.missing}</span>
  return written.test(field) ? <code className="when" lang="sv">{value}</code> : <>{value}</>
}
