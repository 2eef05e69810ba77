import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { Textarea } from '@navikt/ds-react/Textarea'
import { ChevronDownIcon, ChevronUpIcon } from '@navikt/aksel-icons'
import { useId, useRef, useState } from 'react'
import type { ParameterText, RuleBookView, RuleText } from '../../shared/contract/rules.ts'
import { LightBadge } from '../components/LightBadge.tsx'
import { capital } from '../text/format.ts'
import { t } from '../text/t.ts'
import { BookSearch } from './BookSearch.tsx'
import { searchBook } from './bookSearch.ts'
import { editCount, noEdits, placedConditions, withEdit, type EditDrafts, type faultPlace, type Placed } from './edits.ts'

type Wrong = ReturnType<typeof faultPlace>
type Props = { book: RuleBookView; drafts: EditDrafts; wrong: Wrong; onChange: (drafts: EditDrafts) => void }

/** An edited copy of a version: values of parameters and texts of conditions. What is wrong is told at its field. */
export function EditsEditor({ book, drafts, wrong, onChange }: Props) {
  const text = t.rules.edit
  const [search, setSearch] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const found = searchBook(book, search)
  const hits = found.parameters.length + found.rules.length
  const count = editCount(drafts)
  const set = (kind: keyof EditDrafts, key: string, value: string, original: string) => onChange(withEdit(drafts, kind, key, value, original))
  return (
    <div className="stack">
      <div>
        <h3 ref={heading} tabIndex={-1} className="section-title">{text.heading}</h3>
        <p className="plain small">{text.body}</p>
      </div>
      <div className="actions">
        <span className="small strong" data-testid="edit-count">{text.count(count)}</span>
        {count > 0 ? <Button type="button" size="xsmall" variant="tertiary" onClick={() => { onChange(noEdits); heading.current?.focus() }}>{text.backAll}</Button> : null}
      </div>
      <BookSearch label={text.search} value={search} hits={hits} all={book.parameters.length + book.rules.length} onChange={setSearch} />
      {hits === 0 ? <p className="plain panel" data-testid="empty">{text.noHits}</p> : null}
      {found.parameters.length > 0 ? (
        <section aria-label={text.parameters}>
          <h3 className="section-title">{text.parameters}</h3>
          <p className="plain small subtle">{text.listHint}</p>
          <div className="fact-fields">
            {found.parameters.map(p => <ParameterField key={p.name} parameter={p} value={drafts.parameters[p.name]} error={errorAt(wrong, 'parameters', p.name)} onChange={value => set('parameters', p.name, value, p.written)} />)}
          </div>
        </section>
      ) : null}
      {found.rules.length > 0 ? (
        <section aria-label={text.conditions}>
          <h3 className="section-title">{text.conditions}</h3>
          <ul className="rule-list">
            {found.rules.map(r => <RuleConditions key={r.id} rule={r} drafts={drafts} wrong={wrong} onChange={(c, value) => set('conditions', c.key, value, c.when)} />)}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

const errorAt = (wrong: Wrong, kind: keyof EditDrafts, key: string) => (wrong?.kind === kind && wrong.key === key ? wrong.message : undefined)

function ParameterField({ parameter, value, error, onChange }: { parameter: ParameterText; value: string | undefined; error: string | undefined; onChange: (value: string) => void }) {
  const text = t.rules.edit
  const edited = value !== undefined
  const label = <>{capital(parameter.label)}{parameter.unit ? ` (${parameter.unit})` : ''}{edited ? <span className="mark mark-changed edit-mark">{text.changed}</span> : null}</>
  const field = { label, error, size: 'small' as const, value: value ?? parameter.written, description: edited ? text.was(parameter.written) : null, spellCheck: false, autoComplete: 'off' }
  return (
    <div className="fact-field edit-field" data-testid={`edit-${parameter.name}`}>
      {parameter.written.length > 60 ? <Textarea {...field} minRows={2} maxRows={8} onChange={e => onChange(e.target.value.slice(0, 4000))} /> : <TextField {...field} onChange={e => onChange(e.target.value.slice(0, 4000))} />}
      {edited ? <BackButton what={parameter.label} onBack={() => onChange(parameter.written)} /> : null}
    </div>
  )
}

function RuleConditions({ rule, drafts, wrong, onChange }: { rule: RuleText; drafts: EditDrafts; wrong: Wrong; onChange: (condition: Placed, value: string) => void }) {
  const text = t.rules.edit
  const body = useId()
  const placed = placedConditions(rule)
  const edited = placed.some(c => drafts.conditions[c.key] !== undefined)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const open = chosen ?? edited
  return (
    <li className="rule" data-testid={`edit-${rule.id}`}>
      <button type="button" className="rule-head" aria-expanded={open} aria-controls={body} onClick={() => setChosen(!open)}>
        <span className="rule-question"><span className="rule-id">{rule.id}</span> {rule.question}</span>
        {edited ? <span className="mark mark-changed">{text.changed}</span> : null}
        {open ? <ChevronUpIcon aria-hidden /> : <ChevronDownIcon aria-hidden />}
      </button>
      <div id={body} className="rule-body" hidden={!open}>
        {open ? placed.map(c => {
          const value = drafts.conditions[c.key]
          const name = text.condition(rule.id, c.light, c.number)
          return (
            <div key={c.key} className="edit-field">
              <Textarea
                size="small" label={<><span className="aksel-sr-only">{name}</span><span aria-hidden><LightBadge light={c.light} /></span></>} lang="sv" minRows={1} maxRows={10} value={value ?? c.when} error={errorAt(wrong, 'conditions', c.key)}
                description={value === undefined ? null : text.was(c.when)} spellCheck={false} onChange={e => onChange(c, e.target.value.slice(0, 4000))}
              />
              {value === undefined ? null : <BackButton what={name} onBack={() => onChange(c, c.when)} />}
            </div>
          )
        }) : null}
      </div>
    </li>
  )
}

/** Takes one edit back; focus goes to the field it stood at. */
function BackButton({ what, onBack }: { what: string; onBack: () => void }) {
  return (
    <Button
      type="button" size="xsmall" variant="tertiary" aria-label={t.rules.edit.backOf(what)}
      onClick={e => { e.currentTarget.closest('.edit-field')?.querySelector<HTMLElement>('input, textarea:not([aria-hidden])')?.focus(); onBack() }}
    >{t.rules.edit.back}</Button>
  )
}
