import type { RuleBookView, RuleText } from '../../shared/contract/rules.ts'
import { capital, unbroken } from '../text/format.ts'
import { t } from '../text/t.ts'
import { LongText } from './LongText.tsx'

/** What a rule builds on: parameters with values and sources, definitions as written, and the facts it asks for. */
export function Builds({ book, rule }: { book: RuleBookView; rule: RuleText }) {
  const text = t.rules.book
  const parameters = book.parameters.filter(p => rule.parameters.includes(p.name))
  const definitions = book.definitions.filter(d => rule.definitions.includes(d.name))
  const facts = book.facts.filter(f => rule.facts.includes(f.id))
  return (
    <>
      {parameters.length > 0 ? (
        <div>
          <h4 className="label">{text.parameters}</h4>
          <dl className="builds">
            {parameters.map(p => (
              <div key={p.name}>
                <dt><span lang={book.language}>{capital(p.label)}</span><code>parameters.{p.name}</code></dt>
                <dd><LongText text={p.display} /><span className="subtle small" lang="sv">{unbroken(p.source)}</span></dd>
              </div>
            ))}
          </dl>
        </div>
      ) : null}
      {definitions.length > 0 ? (
        <div>
          <h4 className="label">{text.definitions}</h4>
          <dl className="builds">
            {definitions.map(d => <div key={d.name}><dt><span lang={book.language}>{capital(d.label)}</span><code>{d.name}</code></dt><dd><code className="when" lang="sv">{d.is}</code></dd></div>)}
          </dl>
        </div>
      ) : null}
      {facts.length > 0 ? (
        <div>
          <h4 className="label">{text.facts}</h4>
          <dl className="builds">
            {facts.map(f => <div key={f.id}><dt><span lang={book.language}>{capital(f.label)}</span><code>{f.id}</code></dt><dd>{typeWord(f)}{f.unit ? `, ${f.unit}` : ''}. {text.columns.usual}: {f.usual}.</dd></div>)}
          </dl>
        </div>
      ) : null}
    </>
  )
}

/** The kind of a fact's value in words. */
export function typeWord(fact: Pick<RuleBookView['facts'][number], 'type' | 'list'>): string {
  const word = t.rules.book.types[fact.type]
  return capital(fact.list ? t.rules.book.several(word) : word)
}
