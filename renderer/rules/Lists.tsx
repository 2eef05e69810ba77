import { Table } from '@navikt/ds-react/Table'
import type { ReactNode } from 'react'
import type { DefinitionText, FactText, ParameterText, RuleBookView } from '../../shared/contract/rules.ts'
import { type TermId, WithTerm } from '../components/Term.tsx'
import type { Language } from '../../shared/domain.ts'
import { capital, unbroken } from '../text/format.ts'
import { t } from '../text/t.ts'
import { bySection } from './bookSearch.ts'
import { typeWord } from './Builds.tsx'
import { LongText } from './LongText.tsx'

type OnRule = (rule: string) => void

/** The numbers and lists of a version, with sources. */
export function ParameterList({ book, parameters, onRule }: { book: RuleBookView; parameters: ParameterText[]; onRule: OnRule }) {
  const { columns, none, noHits, tab } = t.rules.book
  if (parameters.length === 0) return <p className="plain panel" data-testid="empty">{book.parameters.length === 0 ? none.parameters : noHits}</p>
  return (
    <BookTable label={tab.parameters} term="parameter" heads={[columns.name, columns.value, columns.source, columns.usedBy]}>
      {parameters.map(p => (
        <Table.Row key={p.name}>
          <Table.HeaderCell scope="row"><Name language={book.language} label={p.label} name={p.name} /></Table.HeaderCell>
          <Table.DataCell><LongText text={p.display} /></Table.DataCell>
          <Table.DataCell className="wrap" lang="sv">{unbroken(p.source)}</Table.DataCell>
          <Table.DataCell><UsedBy rules={p.usedBy} onRule={onRule} /></Table.DataCell>
        </Table.Row>
      ))}
    </BookTable>
  )
}

/** The named parts of conditions. */
export function DefinitionList({ book, definitions, onRule }: { book: RuleBookView; definitions: DefinitionText[]; onRule: OnRule }) {
  const { columns, none, noHits, tab } = t.rules.book
  if (definitions.length === 0) return <p className="plain panel" data-testid="empty">{book.definitions.length === 0 ? none.definitions : noHits}</p>
  return (
    <BookTable label={tab.definitions} term="definition" heads={[columns.name, columns.is, columns.usedBy]}>
      {definitions.map(d => (
        <Table.Row key={d.name}>
          <Table.HeaderCell scope="row"><Name language={book.language} label={d.label} name={d.name} /></Table.HeaderCell>
          <Table.DataCell><code className="when" lang="sv">{d.is}</code></Table.DataCell>
          <Table.DataCell><UsedBy rules={d.usedBy} onRule={onRule} /></Table.DataCell>
        </Table.Row>
      ))}
    </BookTable>
  )
}

/** What the rules ask about a case, by section. */
export function FactList({ book, facts, onRule }: { book: RuleBookView; facts: FactText[]; onRule: OnRule }) {
  const { columns, noHits } = t.rules.book
  if (facts.length === 0) return <p className="plain panel" data-testid="empty">{noHits}</p>
  return (
    <>
      {bySection(book, facts).map(s => (
        <section key={s.id}>
          <h2 className="section-title" lang={book.language}>{s.title}</h2>
          <BookTable label={s.title} heads={[columns.fact, columns.type, columns.usual, columns.usedBy]}>
            {s.items.map(f => (
              <Table.Row key={f.id}>
                <Table.HeaderCell scope="row"><Name language={book.language} label={f.label} name={f.id} /></Table.HeaderCell>
                <Table.DataCell><FactKind fact={f} /></Table.DataCell>
                <Table.DataCell>{capital(f.usual)}</Table.DataCell>
                <Table.DataCell><UsedBy rules={f.usedBy} onRule={onRule} /></Table.DataCell>
              </Table.Row>
            ))}
          </BookTable>
        </section>
      ))}
    </>
  )
}

function FactKind({ fact }: { fact: FactText }) {
  const words = fact.type === 'word' && fact.options ? fact.options.map(o => o.label).join(', ') : null
  return <>{typeWord(fact)}{fact.unit ? `, ${fact.unit}` : ''}{words ? <>: <LongText text={words} /></> : null}</>
}

function BookTable({ label, term, heads, children }: { label: string; /** Help on what the first column names. */ term?: TermId; heads: string[]; children: ReactNode }) {
  return (
    <div className="table-scroll book-table" role="region" aria-label={label} tabIndex={0}>
      <Table size="small">
        <Table.Header><Table.Row>{heads.map((h, i) => <Table.HeaderCell key={h} scope="col"><WithTerm ids={[i === 0 ? term : undefined]}>{h}</WithTerm></Table.HeaderCell>)}</Table.Row></Table.Header>
        <Table.Body>{children}</Table.Body>
      </Table>
    </div>
  )
}

function Name({ language, label, name }: { language: Language; label: string; name: string }) {
  return <><span className="name-label" lang={language}>{capital(label)}</span><code className="name-code">{name}</code></>
}

function UsedBy({ rules, onRule }: { rules: string[]; onRule: OnRule }) {
  return <span className="used-by">{rules.map(r => <button key={r} type="button" className="link nowrap" aria-label={t.rules.book.toRule(r)} onClick={() => onRule(r)}>{r}</button>)}</span>
}
