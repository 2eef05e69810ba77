import { Button } from '@navikt/ds-react/Button'
import { ChevronDownIcon, ChevronUpIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import { useId, useState } from 'react'
import type { ConditionText, ExampleText, RuleBookView, RuleText } from '../../shared/contract/rules.ts'
import { Notice } from '../components/FaultMessage.tsx'
import { LightBadge } from '../components/LightBadge.tsx'
import { WithTerm } from '../components/Term.tsx'
import { capital, unbroken } from '../text/format.ts'
import { t } from '../text/t.ts'
import { bySection, examplesOf } from './bookSearch.ts'
import { Builds } from './Builds.tsx'

type Props = { book: RuleBookView; rules: RuleText[]; onTry: (example: ExampleText) => void }

/** The rules of a version by section, each with its conditions as they are written. */
export function RuleList({ book, rules, onTry }: Props) {
  const text = t.rules.book
  const failing = book.examples.filter(e => e.problems.length > 0).length
  return (
    <>
      {book.examples.length === 0 ? null : failing > 0 ? <Notice status="warning">{text.failingCount(failing, book.examples.length)}</Notice> : <p className="plain small subtle">{text.holdingCount(book.examples.length)}</p>}
      <p className="plain small subtle term-words"><WithTerm ids={['statute']}>{text.basis.statute}</WithTerm> <WithTerm ids={['policy']}>{text.basis.policy}</WithTerm></p>
      {rules.length === 0 ? <p className="plain panel" data-testid="empty">{text.noHits}</p> : null}
      {bySection(book, rules).map(s => (
        <section key={s.id} aria-label={s.title}>
          <h2 className="section-title" lang={book.language}>{s.title}</h2>
          <ul className="rule-list">{s.items.map(rule => <RuleEntry key={rule.id} book={book} rule={rule} onTry={onTry} />)}</ul>
        </section>
      ))}
    </>
  )
}

function RuleEntry({ book, rule, onTry }: { book: RuleBookView; rule: RuleText; onTry: Props['onTry'] }) {
  const text = t.rules.book
  const body = useId()
  const [open, setOpen] = useState(false)
  const examples = examplesOf(rule.id, book.examples)
  const failing = examples.filter(e => e.problems.length > 0).length
  return (
    <li className="rule rule-entry" data-testid={`rule-${rule.id}`}>
      <h3 className="rule-title"><span className="rule-id">{rule.id}</span> <span lang={book.language}>{rule.question}</span></h3>
      <ul className="conditions" aria-label={text.conditions}>{rule.conditions.map((c, i) => <ConditionRow key={i} condition={c} />)}</ul>
      <p className="plain small subtle"><span className="strong">{text.sources}:</span> <span lang="sv">{unbroken(rule.sources.join('; '))}</span></p>
      {rule.filterable ? null : <p className="plain small subtle">{text.private}</p>}
      <button type="button" className="link disclosure" aria-expanded={open} aria-controls={body} aria-label={`${rule.id}: ${text.more(rule.parameters.length, rule.definitions.length, rule.facts.length, examples.length)}`} onClick={() => setOpen(!open)}>
        {open ? <ChevronUpIcon aria-hidden /> : <ChevronDownIcon aria-hidden />} {text.more(rule.parameters.length, rule.definitions.length, rule.facts.length, examples.length)}
      </button>
      {failing > 0 ? <span className="mark mark-warning"><ExclamationmarkTriangleIcon aria-hidden /> {text.failing}</span> : null}
      <div id={body} className="rule-more" hidden={!open}>
        {open ? (
          <>
            <Builds book={book} rule={rule} />
            <div>
              <h4 className="label">{text.examples}</h4>
              {examples.length === 0 ? <p className="plain small">{text.noExamples}</p> : <ul className="examples">{examples.map((e, i) => <ExampleRow key={i} example={e} rule={rule.id} onTry={() => onTry(e)} />)}</ul>}
            </div>
          </>
        ) : null}
      </div>
    </li>
  )
}

/** A condition: what light it gives, as it is written, and whether it is law or practice. */
export function ConditionRow({ condition }: { condition: ConditionText }) {
  const text = t.rules.book
  return (
    <li className="condition">
      <LightBadge light={condition.light} />
      <code className="when" lang="sv">{condition.when}</code>
      <span className={`mark mark-${condition.basis}`} title={text.basisWhy[condition.basis]}>{text.basis[condition.basis]}</span>
    </li>
  )
}

function ExampleRow({ example, rule, onTry }: { example: ExampleText; rule: string; onTry: () => void }) {
  const text = t.rules.book
  const says = useId()
  const fails = example.problems.length > 0
  const others = example.expect.filter(e => e.rule !== rule)
  const own = example.expect.find(e => e.rule === rule)
  return (
    <li className={fails ? 'example example-fails' : 'example'}>
      <div className="example-light">{own ? <LightBadge light={own.light} /> : null}</div>
      <div className="min0">
        <p id={says} className="plain" lang="sv">{example.says}</p>
        <p className="plain small subtle">{text.exampleOn(example.on)}. {text.given}: {example.given.length === 0 ? text.givenUsual : example.given.map(g => `${g.label} ${g.display}`).join('; ')}.</p>
        {others.length > 0 || example.light ? (
          <p className="plain small example-others">
            <span className="subtle">{capital(text.expected)}:</span>
            {others.map(e => <span key={e.rule} className="light-pair">{e.rule} <LightBadge light={e.light} /></span>)}
            {example.light ? <span className="light-pair">{text.whole} <LightBadge light={example.light} /></span> : null}
          </p>
        ) : null}
        {fails ? <p className="plain mark mark-warning"><ExclamationmarkTriangleIcon aria-hidden /> {text.failing}: {example.problems.join('; ')}</p> : null}
      </div>
      <Button type="button" size="xsmall" variant="tertiary" aria-describedby={says} onClick={onTry}>{text.tryExample}</Button>
    </li>
  )
}
