import { Button } from '@navikt/ds-react/Button'
import { Checkbox } from '@navikt/ds-react/Checkbox'
import { ChevronDownIcon, ChevronUpIcon } from '@navikt/aksel-icons'
import { useId, useState } from 'react'
import type { Language } from '../../shared/domain.ts'
import type { RuleBookView, TriedRule } from '../../shared/contract/rules.ts'
import { CheckTree } from '../components/CheckTree.tsx'
import { LightBadge } from '../components/LightBadge.tsx'
import { unbroken } from '../text/format.ts'
import { t } from '../text/t.ts'
import { bySection } from './bookSearch.ts'

const isGreen = (rule: TriedRule) => rule.light === 'green' || rule.light === 'not-applicable'

/** The light of every rule for facts set by hand, with why, what is missing, what would turn it green, and every need. */
export function TriedRules({ book, rules, onFill }: { book: RuleBookView; rules: TriedRule[]; onFill: (fact: string) => void }) {
  const text = t.rules.try
  const [onlyNotGreen, setOnlyNotGreen] = useState(false)
  const shown = onlyNotGreen ? rules.filter(r => !isGreen(r)) : rules
  return (
    <>
      <Checkbox size="small" checked={onlyNotGreen} onChange={e => setOnlyNotGreen(e.target.checked)}>{text.onlyNotGreen}</Checkbox>
      {shown.length === 0 ? <p className="plain panel">{text.allGreen}</p> : null}
      {bySection(book, shown).map(s => (
        <div key={s.id} className="rules">
          <h3 className="section-title" lang={book.language}>{s.title}</h3>
          <ul className="rule-list">{s.items.map(rule => <Tried key={rule.id} rule={rule} language={book.language} onFill={onFill} />)}</ul>
        </div>
      ))}
    </>
  )
}

function Tried({ rule, language, onFill }: { rule: TriedRule; language: Language; onFill: (fact: string) => void }) {
  const text = t.rules.try
  const body = useId()
  const [open, setOpen] = useState(false)
  return (
    <li className={`rule rule-${rule.light}`} data-testid={`tried-${rule.id}`}>
      <button type="button" className="rule-head" aria-expanded={open} aria-controls={body} onClick={() => setOpen(!open)}>
        <LightBadge light={rule.light} />
        <span className="rule-question"><span className="rule-id">{rule.id}</span> <span lang={language}>{rule.question}</span></span>
        {open ? <ChevronUpIcon aria-hidden /> : <ChevronDownIcon aria-hidden />}
      </button>
      {!open && !isGreen(rule) ? <p className="plain small tried-because" lang={language}>{rule.because.join(' ')}</p> : null}
      <div id={body} className="rule-body" hidden={!open}>
        {open ? (
          <>
            {rule.because.map((s, i) => <p key={i} className="plain" lang={language}>{s}</p>)}
            {rule.toGreen.length > 0 && !isGreen(rule) ? <div><p className="label">{t.screening.rule.toGreen}</p><ul className="bullets">{rule.toGreen.map((s, i) => <li key={i} lang={language}>{s}</li>)}</ul></div> : null}
            {rule.missing.length > 0 ? (
              <div className="stack-tight">
                <p className="label">{t.screening.rule.missing}</p>
                <div className="actions">{rule.missing.map(m => <Button key={m.fact} type="button" size="xsmall" variant="secondary" onClick={() => onFill(m.fact)}>{text.fill(m.label)}</Button>)}</div>
              </div>
            ) : null}
            {rule.checks ? <div><p className="label">{text.checks}</p><CheckTree check={rule.checks} language={language} /></div> : null}
            <p className="plain subtle small">{rule.basis ? t.rules.book.basis[rule.basis] : t.screening.rule.source}: <span lang="sv">{unbroken(rule.sources.join('; '))}</span></p>
          </>
        ) : null}
      </div>
    </li>
  )
}
