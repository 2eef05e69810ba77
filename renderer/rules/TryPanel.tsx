import { Button } from '@navikt/ds-react/Button'
import { Checkbox } from '@navikt/ds-react/Checkbox'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { RuleBookView } from '../../shared/contract/rules.ts'
import { announce } from '../components/announce.tsx'
import { FaultMessage, Notice } from '../components/FaultMessage.tsx'
import { LightBadge } from '../components/LightBadge.tsx'
import { useRead } from '../components/useRead.ts'
import { WithTerm } from '../components/Term.tsx'
import { t } from '../text/t.ts'
import { BookSearch } from './BookSearch.tsx'
import { bySection, holdsAll } from './bookSearch.ts'
import { editCount, faultPlace, toEdits } from './edits.ts'
import { EditsEditor } from './EditsEditor.tsx'
import { FactField, fieldId } from './FactField.tsx'
import { change, editsOf, type Place } from './place.ts'
import { draftsOf, givenCount, leftOut, trialOf } from './trial.ts'
import { TriedRules } from './TriedRules.tsx'

const WAIT = 250

/** Facts set by hand beside the lights they give; parameters and conditions can be changed for the trial. */
export function TryPanel({ book, place }: { book: RuleBookView; place: Place }) {
  const text = t.rules.try
  const [part, setPart] = useState<'facts' | 'edits'>('facts')
  const edits = editsOf(place)
  const trial = useMemo(() => trialOf(book.facts, place.drafts), [book, place.drafts])
  const question = { programme: book.programme, version: book.version, facts: trial.facts, unknown: trial.unknown, edits: toEdits(book, edits) }
  const asked = useSettled(question)
  const { value, fault } = useRead('rules.try', asked)
  const wrong = faultPlace(fault)
  const errors = fault?.code === 'fact-invalid' && typeof fault.params['fact'] === 'string' ? { ...trial.errors, [fault.params['fact']]: t.rules.try.errors.option } : trial.errors
  const light = value?.light
  const before = useRef(light)
  useEffect(() => {
    if (light && before.current && light !== before.current) announce(text.lightNow(light))
    before.current = light
  }, [light, text])
  const [wanted, setWanted] = useState<{ fact: string; turn: number } | null>(null)
  useEffect(() => {
    if (wanted) document.getElementById(fieldId(wanted.fact))?.focus()
  }, [wanted])
  const fill = (fact: string) => {
    setPart('facts')
    setWanted(w => ({ fact, turn: (w?.turn ?? 0) + 1 }))
  }
  const count = editCount(edits)
  return (
    <div className="try-columns">
      <section className="min0" aria-label={text.parts}>
        <h2 className="aksel-sr-only">{text.parts}</h2>
        <div className="part-switch" role="group" aria-label={text.parts}>
          {(['facts', 'edits'] as const).map(p => (
            <button key={p} type="button" className="part-button" aria-pressed={part === p} onClick={() => setPart(p)}>{text.part[p]}{p === 'edits' && count > 0 ? ` (${t.rules.edit.count(count)})` : ''}</button>
          ))}
        </div>
        {part === 'facts' ? <FactsForm book={book} place={place} errors={errors} wanted={wanted?.fact ?? null} />
          : <EditsEditor book={book} drafts={edits} wrong={wrong} onChange={next => change(book.programme, p => ({ edits: { ...p.edits, [book.version]: next } }))} />}
      </section>
      <section className="min0 try-outcome" aria-label={text.outcome}>
        <div className="row-between column-head">
          <WithTerm ids={['light']}><h2 className="column-title">{text.outcome}</h2></WithTerm>
          {value ? <span className="light-pair" data-testid="try-light"><span className="small">{text.whole}</span> <LightBadge light={value.light} large /></span> : null}
        </div>
        {value ? <p className="plain small subtle">{text.editedVersion(value.version)}</p> : null}
        {wrong ? <Notice status="warning">{wrong.message} {value ? text.stale : null}</Notice> : <FaultMessage fault={fault} />}
        {fault && value && !wrong ? <p className="plain small strong">{text.stale}</p> : null}
        {value ? <TriedRules book={book} rules={value.rules} onFill={fill} /> : null}
      </section>
    </div>
  )
}

/** The question as it was when nothing had been typed for a moment. */
function useSettled<T>(question: T): T {
  const [settled, setSettled] = useState(question)
  const key = JSON.stringify(question)
  const latest = useRef(question)
  useEffect(() => { latest.current = question })
  useEffect(() => {
    const timer = setTimeout(() => setSettled(latest.current), WAIT)
    return () => clearTimeout(timer)
  }, [key])
  return settled
}

function FactsForm({ book, place, errors, wanted }: { book: RuleBookView; place: Place; errors: Record<string, string>; wanted: string | null }) {
  const text = t.rules.try
  const [search, setSearch] = useState('')
  const [onlyGiven, setOnlyGiven] = useState(false)
  const given = givenCount(book.facts, place.drafts)
  const shown = book.facts.filter(f => f.id === wanted || (holdsAll(search, [f.id, f.label, ...f.usedBy]) && (!onlyGiven || (place.drafts[f.id] ?? leftOut).choice !== 'usual')))
  return (
    <div className="stack">
      <BookSearch label={text.search} value={search} hits={shown.length} all={book.facts.length} onChange={setSearch} />
      <div className="actions">
        <Button type="button" size="xsmall" variant="secondary" title={text.usualWhy} onClick={() => change(book.programme, { drafts: draftsOf(book.usual) })}>{text.usual}</Button>
        <Button type="button" size="xsmall" variant="tertiary" data-color="neutral" disabled={given === 0} onClick={() => { setOnlyGiven(false); change(book.programme, { drafts: {} }) }}>{text.clear}</Button>
        <span className="small subtle">{text.given(given)}</span>
        <Checkbox size="small" checked={onlyGiven} onChange={e => setOnlyGiven(e.target.checked)}>{text.onlyGiven}</Checkbox>
      </div>
      {shown.length === 0 ? <p className="plain panel" data-testid="empty">{text.noFacts}</p> : null}
      {bySection(book, shown).map(s => (
        <section key={s.id} aria-label={s.title}>
          <h3 className="section-title">{s.title}</h3>
          <div className="fact-fields">
            {s.items.map(f => (
              <FactField
                key={f.id} fact={f} draft={place.drafts[f.id] ?? leftOut} error={errors[f.id]}
                onChange={draft => change(book.programme, p => ({ drafts: { ...p.drafts, [f.id]: draft } }))}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
