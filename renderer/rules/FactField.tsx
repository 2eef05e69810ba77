import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import { XMarkIcon } from '@navikt/aksel-icons'
import { useRef, useState } from 'react'
import type { FactText } from '../../shared/contract/rules.ts'
import { DateField } from '../components/DateField.tsx'
import { capital } from '../text/format.ts'
import { t } from '../text/t.ts'
import { choicesOf, leftOut, typed, type FactChoice, type FactDraft } from './trial.ts'

type Props = { fact: FactText; draft: FactDraft; error: string | undefined; onChange: (draft: FactDraft) => void }

/** The id of the control that a fact is set with. */
export const fieldId = (fact: string): string => `fact-${fact}`

/** A fact to be set by hand, with a control for its kind. What it means to leave it out stands under it. */
export function FactField(props: Props) {
  const { fact } = props
  if (fact.list) return <ListField {...props} />
  if (fact.type === 'boolean' || fact.options) return <ChoiceField {...props} />
  return <WrittenField {...props} />
}

const labelOf = (fact: FactText) => (fact.unit ? `${capital(fact.label)} (${fact.unit})` : capital(fact.label))

function ChoiceField({ fact, draft, error, onChange }: Props) {
  const text = t.rules.try
  const options = fact.type === 'boolean' ? [{ value: 'true', label: text.yes }, { value: 'false', label: text.no }] : fact.options ?? []
  const value = draft.choice === 'value' ? `=${draft.text}` : draft.choice
  const choose = (chosen: string) => onChange(chosen.startsWith('=') ? typed(chosen.slice(1)) : { ...leftOut, choice: choicesOf(fact).find(c => c === chosen) ?? 'usual' })
  return (
    <div className="fact-field" data-testid={fieldId(fact.id)}>
      <Select id={fieldId(fact.id)} size="small" label={labelOf(fact)} error={error} value={value} onChange={e => choose(e.target.value)}>
        {choicesOf(fact).filter(c => c !== 'value').map(c => <option key={c} value={c}>{c === 'usual' ? text.leftOut(fact.usual) : text.state[c]}</option>)}
        {options.map(o => <option key={o.value} value={`=${o.value}`}>{capital(o.label)}</option>)}
      </Select>
    </div>
  )
}

function WrittenField({ fact, draft, error, onChange }: Props) {
  const text = t.rules.try
  const special = choicesOf(fact).filter(c => c !== 'usual' && c !== 'value')
  const field = { id: fieldId(fact.id), label: labelOf(fact), value: draft.text, error, description: text.leftOutHint(fact.usual) }
  return (
    <div className="fact-field fact-written" data-testid={fieldId(fact.id)}>
      {fact.type === 'date' ? <DateField {...field} onChange={value => onChange(typed(value))} />
        : <TextField {...field} size="small" autoComplete="off" onChange={e => onChange(typed(e.target.value))} {...(fact.type === 'number' ? { inputMode: 'decimal' as const } : {})} />}
      {special.length > 0 ? <ChoiceSelect fact={fact} draft={draft} onChange={choice => onChange({ ...leftOut, choice })} /> : null}
    </div>
  )
}

/** "Unknown" and "none" for a fact that is written; "stated" stands there while something is written. */
function ChoiceSelect({ fact, draft, onChange }: { fact: FactText; draft: FactDraft; onChange: (choice: FactChoice) => void }) {
  const text = t.rules.try
  const choices = choicesOf(fact).filter(c => c !== 'value' || draft.choice === 'value' || fact.list)
  return (
    <Select size="small" label={text.stateOf(fact.label)} hideLabel className="fact-choice" value={draft.choice} onChange={e => { const choice = choices.find(c => c === e.target.value); if (choice) onChange(choice) }}>
      {choices.map(c => <option key={c} value={c}>{text.state[c]}</option>)}
    </Select>
  )
}

function ListField({ fact, draft, error, onChange }: Props) {
  const text = t.rules.try
  const [next, setNext] = useState('')
  const box = useRef<HTMLFieldSetElement>(null)
  const word = (value: string) => capital(fact.options?.find(o => o.value === value)?.label ?? value)
  const left = fact.options?.filter(o => !draft.items.includes(o.value))
  const add = () => {
    const item = next.trim()
    if (item === '' || draft.items.includes(item)) return
    onChange({ choice: 'value', text: '', items: [...draft.items, item] })
    setNext('')
    box.current?.querySelector<HTMLElement>('.list-add select, .list-add input')?.focus()
  }
  const take = (item: string) => {
    onChange({ choice: 'value', text: '', items: draft.items.filter(i => i !== item) })
    box.current?.querySelector<HTMLElement>('.list-add select, .list-add input')?.focus()
  }
  return (
    <fieldset ref={box} className="fact-field fact-list-field" data-testid={fieldId(fact.id)}>
      <legend className="label">{labelOf(fact)}</legend>
      <div className="actions">
        <ChoiceSelect fact={fact} draft={draft} onChange={choice => onChange({ ...leftOut, choice })} />
        {draft.choice === 'usual' ? <span className="small subtle">{text.leftOut(fact.usual)}</span> : null}
        {draft.choice === 'value' && draft.items.length === 0 ? <span className="small subtle">{text.emptyList}</span> : null}
      </div>
      {draft.items.length > 0 ? (
        <ul className="list-items">
          {draft.items.map(item => <li key={item}><Button type="button" size="xsmall" variant="secondary" data-color="neutral" icon={<XMarkIcon aria-hidden />} iconPosition="right" aria-label={text.take(word(item), fact.label)} onClick={() => take(item)}>{word(item)}</Button></li>)}
        </ul>
      ) : null}
      <div className="actions list-add">
        {left ? (
          <Select id={fieldId(fact.id)} size="small" label={text.addOf(fact.label)} hideLabel value={next} onChange={e => setNext(e.target.value)}>
            <option value="">{text.choose}</option>
            {left.map(o => <option key={o.value} value={o.value}>{capital(o.label)}</option>)}
          </Select>
        ) : (
          <TextField id={fieldId(fact.id)} size="small" label={text.addOf(fact.label)} hideLabel value={next} autoComplete="off" onChange={e => setNext(e.target.value)} onKeyDown={e => { if (e.key === 'Enter') { e.preventDefault(); add() } }} />
        )}
        <Button type="button" size="small" variant="secondary" aria-label={text.addOf(fact.label)} onClick={add}>{text.add}</Button>
      </div>
      {error ? <p className="plain small field-error">{error}</p> : null}
    </fieldset>
  )
}
