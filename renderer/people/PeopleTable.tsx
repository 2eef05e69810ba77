import { Button } from '@navikt/ds-react/Button'
import { Table } from '@navikt/ds-react/Table'
import { CheckmarkCircleIcon, CircleSlashIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import type { Person } from '../../shared/contract/people.ts'
import { useRoles } from '../components/Allowed.tsx'
import { WithTerm } from '../components/Term.tsx'
import { day } from '../text/format.ts'
import { t } from '../text/t.ts'

export type Act = 'change' | 'passphrase' | 'end'
type Props = { people: Person[]; me: number; fixed: boolean; onAct: (act: Act, person: Person) => void }

/** Everybody with roles and state, and what whoever administers can do with them. */
export function PeopleTable({ people, me, fixed, onAct }: Props) {
  const text = t.people
  const acts = useRoles().includes('administer') && !fixed
  const head = [text.columns.name, text.columns.title, text.columns.roles, text.columns.state]
  return (
    <div className="table-scroll" role="region" aria-label={text.table} tabIndex={0}>
      <Table size="small">
        <Table.Header>
          <Table.Row>
            {head.map(h => <Table.HeaderCell key={h} scope="col"><WithTerm ids={[h === text.columns.roles ? 'access' : undefined]}>{h}</WithTerm></Table.HeaderCell>)}
            {acts ? <Table.HeaderCell scope="col">{text.columns.acts}</Table.HeaderCell> : null}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {people.map(person => (
            <Table.Row key={person.id}>
              <Table.HeaderCell scope="row" className="wrap">{person.name}{person.id === me ? <span className="subtle"> ({text.you})</span> : null}</Table.HeaderCell>
              <Table.DataCell className="wrap">{person.title}</Table.DataCell>
              <Table.DataCell className="wrap">{person.roles.map(role => text.roles[role]).join(', ')}</Table.DataCell>
              <Table.DataCell><State person={person} /></Table.DataCell>
              {acts ? <Table.DataCell>{person.ended === null ? <Acts person={person} me={me} onAct={onAct} /> : null}</Table.DataCell> : null}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

function State({ person }: { person: Person }) {
  const text = t.people.state
  if (person.ended !== null) return <span className="person-state subtle"><CircleSlashIcon aria-hidden /> {text.ended(day(new Date(person.ended)))}</span>
  if (!person.hasPassphrase) return <span className="person-state"><ExclamationmarkTriangleIcon aria-hidden /> {text.noPassphrase}</span>
  return <span className="person-state"><CheckmarkCircleIcon aria-hidden /> {text.works}</span>
}

function Acts({ person, me, onAct }: { person: Person; me: number; onAct: (act: Act, person: Person) => void }) {
  const text = t.people
  const button = (act: Act, label: string, name: string) => <Button type="button" size="xsmall" variant="tertiary" aria-label={name} onClick={() => onAct(act, person)}>{label}</Button>
  return (
    <div className="actions flush">
      {button('change', text.change, text.changeOf(person.name))}
      {person.id === me ? null : button('passphrase', text.passphrase, text.passphraseOf(person.name))}
      {person.id === me ? null : button('end', text.end, text.endOf(person.name))}
    </div>
  )
}
