import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import { Textarea } from '@navikt/ds-react/Textarea'
import { Heading } from '@navikt/ds-react/Typography'
import type { ReactNode } from 'react'
import { type TermId, WithTerm } from '../components/Term.tsx'
import { DateField } from '../components/DateField.tsx'
import { t } from '../text/t.ts'
import { isPartTime, longest, type DecisionErrors, type DecisionForm, type Field } from './decisionForm.ts'

type Props = { form: DecisionForm; errors: DecisionErrors; onChange: (change: Partial<DecisionForm>) => void }
type LineField = Exclude<Field, 'controlOutcome' | 'unionAnswer'>

/** All fields of a decision, in the form's order. */
export function DecisionFields({ form, errors, onChange }: Props) {
  const text = t.decision
  const optional = (field: Field) => `${text.fields[field]} (${t.common.optional})`
  const set = (field: LineField) => (value: string) => onChange({ [field]: value })
  const line = (field: LineField, more: { label?: string; description?: string; className?: string } = {}) => (
    <TextField id={field} size="small" lang="sv" autoComplete="off" label={text.fields[field]} value={form[field]} error={errors[field]} onChange={e => set(field)(e.target.value)} {...more} />
  )
  const date = (field: LineField) => <DateField id={field} label={text.fields[field]} value={form[field]} error={errors[field]} onChange={set(field)} />
  const area = (field: LineField, description?: string) => (
    <Textarea id={field} size="small" lang="sv" minRows={3} label={text.fields[field]} description={description} value={form[field]} error={errors[field]} maxLength={longest[field] ?? 2000} onChange={e => set(field)(e.target.value)} />
  )
  return (
    <>
      <Part title={text.sections.decision}>{date('decidedOn')}</Part>
      <Part title={text.sections.organiser} terms={['organiser']}>
        {line('organiser')}
        {line('organisationNumber', { description: text.hints.organisationNumber, className: 'short-field' })}
        {line('workplace', { description: text.hints.workplace })}
        {line('supervisor')}
        {area('tasks')}
      </Part>
      <Part title={text.sections.extent} terms={['partTime']}>
        {line('extentPercent', { description: text.hints.extentPercent, className: 'short-field' })}
        {isPartTime(form) ? area('partTimeReason') : null}
      </Part>
      <Part title={text.sections.control} hint={text.hints.control} terms={['employerControl']}>
        {date('controlCheckedOn')}
        <Select id="controlOutcome" size="small" label={text.fields.controlOutcome} value={form.controlOutcome} className="short-field"
          error={form.controlOutcome === 'med-anmarkning' ? text.errors.control : errors.controlOutcome}
          onChange={e => onChange({ controlOutcome: choice(text.outcomes, e.target.value) })}>
          <option value="">{text.choose}</option>
          {Object.entries(text.outcomes).map(([value, word]) => <option key={value} value={value}>{word}</option>)}
        </Select>
      </Part>
      <Part title={text.sections.union} hint={text.hints.union} terms={['unionStatement']}>
        {line('unionOrganisation')}
        {date('unionAskedOn')}
        <Select id="unionAnswer" size="small" label={text.fields.unionAnswer} value={form.unionAnswer} error={errors.unionAnswer} className="short-field" onChange={e => onChange({ unionAnswer: choice(text.answers, e.target.value) })}>
          <option value="">{text.choose}</option>
          {Object.entries(text.answers).map(([value, word]) => <option key={value} value={value}>{word}</option>)}
        </Select>
        {form.unionAnswer !== '' && form.unionAnswer !== 'inget-svar' ? date('unionAnsweredOn') : null}
      </Part>
      <Part title={text.sections.assessment} terms={['labourAssessment']}>{area('assessment', text.hints.assessment)}</Part>
      <Part title={text.sections.handling} terms={['rapporteur', 'participants']}>
        {line('rapporteur', { label: optional('rapporteur') })}
        {line('participants', { label: optional('participants') })}
        {line('caseNumber', { label: optional('caseNumber') })}
        {line('barReference', { label: optional('barReference'), description: text.hints.barReference })}
      </Part>
    </>
  )
}

/** The chosen key of a record of words, or '' for none. */
function choice<K extends string>(words: Record<K, string>, value: string): K | '' {
  for (const key in words) if (key === value) return key
  return ''
}

function Part({ title, hint, terms = [], children }: { title: string; hint?: string; terms?: readonly TermId[]; children: ReactNode }) {
  return (
    <div className="panel stack">
      <div>
        <WithTerm ids={terms}><Heading level="2" size="xsmall">{title}</Heading></WithTerm>
        {hint ? <p className="plain subtle small">{hint}</p> : null}
      </div>
      {children}
    </div>
  )
}
