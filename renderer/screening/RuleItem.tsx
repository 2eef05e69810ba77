import { Button } from '@navikt/ds-react/Button'
import { ChevronDownIcon, ChevronUpIcon } from '@navikt/aksel-icons'
import { useId, useRef } from 'react'
import type { FactView, RuleView } from '../../shared/contract/views.ts'
import type { Language } from '../../shared/domain.ts'
import { useRoles } from '../components/Allowed.tsx'
import { Term, type TermId, WithTerm } from '../components/Term.tsx'
import { CheckTree } from '../components/CheckTree.tsx'
import { LightBadge } from '../components/LightBadge.tsx'
import { capital, unbroken } from '../text/format.ts'
import { t } from '../text/t.ts'
import { sourceWord } from '../text/words.ts'
import { useCaseWork, useOfCase } from './caseWork.ts'
import { FactForm } from './FactForm.tsx'

/** One question of the checklist: its light, why, what would turn it green, and what is missing, answered on the spot. */
export function RuleItem({ rule, language, facts, terms, basisTerm }: { rule: RuleView; /** The one that the rule's words are in. */ language: Language; facts: ReadonlyMap<string, FactView>; terms: readonly TermId[]; basisTerm: TermId | undefined }) {
  const text = t.screening.rule
  const body = useId()
  const { showing } = useCaseWork()
  const asks = rule.light === 'orange' || rule.light === 'red'
  // Opened by the caseworker, closed by the caseworker, or as the light says.
  const [chosen, setChosen] = useOfCase<boolean | null>(null)
  const head = useRef<HTMLButtonElement>(null)
  const [answering, setAnswering] = useOfCase<string | null>(null)
  const open = chosen ?? asks
  const screens = useRoles().includes('screen')
  const used = rule.facts.flatMap(id => { const fact = facts.get(id); return fact ? [fact] : [] })
  return (
    <li className={`rule rule-${rule.light}`} data-testid={`rule-${rule.id}`}>
      <button ref={head} type="button" className="rule-head" aria-expanded={open} aria-controls={body} onClick={() => setChosen(!open)}>
        <LightBadge light={rule.light} />
        <span className="rule-question"><span className="rule-id">{rule.id}</span> <span lang={language}>{rule.question}</span></span>
        {open ? <ChevronUpIcon aria-hidden /> : <ChevronDownIcon aria-hidden />}
      </button>
      <div id={body} className="rule-body" hidden={!open}>
        {open ? (
          <>
            {terms.length > 0 ? <p className="plain small subtle term-words">{terms.map(id => <WithTerm key={`${showing} ${id}`} ids={[id]}>{capital(t.glossary.terms[id].word)}</WithTerm>)}</p> : null}
            {rule.because.map((s, i) => <p key={i} className="plain" lang={language}>{s}</p>)}
            {asks && rule.toGreen.length > 0 ? <div><p className="label">{text.toGreen}</p><ul className="bullets">{rule.toGreen.map((s, i) => <li key={i} lang={language}>{s}</li>)}</ul></div> : null}
            {rule.missing.length > 0 ? (
              <div className="stack-tight">
                <p className="label">{text.missing}</p>
                {rule.missing.map(m => {
                  const fact = facts.get(m.fact)
                  if (!fact?.editable || !screens) return <p key={m.fact} className="plain">{capital(m.label)}</p>
                  return answering === m.fact ? <FactForm key={m.fact} fact={fact} onDone={() => { setAnswering(null); head.current?.focus() }} />
                    : <div key={m.fact}><Button type="button" size="xsmall" variant="secondary" aria-keyshortcuts="A" data-key-label={text.answerKey} onClick={() => setAnswering(m.fact)}>{text.answer(m.label)}</Button></div>
                })}
              </div>
            ) : null}
            {used.length > 0 ? (
              <div>
                <p className="label">{text.used}</p>
                <dl className="used">
                  {used.map(f => (
                    <div key={f.id}>
                      <dt lang={language}>{capital(f.label)}</dt>
                      <dd>{f.state === 'unknown' ? text.unknown : f.display}{f.source ? <span className="subtle"> ({sourceWord[f.source]})</span> : null}</dd>
                    </div>
                  ))}
                </dl>
              </div>
            ) : null}
            {rule.checks ? <details key={showing} className="checks"><summary>{text.checks}</summary><CheckTree check={rule.checks} language={language} /></details> : null}
            {rule.basis || rule.sources.length > 0 ? <div className="plain subtle small">{rule.basis ? text.basis[rule.basis] : text.source}{rule.sources.length > 0 ? <>: <span lang="sv">{unbroken(rule.sources.join('; '))}</span></> : null} {basisTerm ? <Term id={basisTerm} key={showing} /> : null}</div> : null}
          </>
        ) : null}
      </div>
    </li>
  )
}
