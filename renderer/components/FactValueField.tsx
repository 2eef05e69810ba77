import { Checkbox } from '@navikt/ds-react/Checkbox'
import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import type { FactView } from '../../shared/contract/views.ts'
import { capital } from '../text/format.ts'
import { t } from '../text/t.ts'
import { DateField } from './DateField.tsx'
import type { Draft } from './factValue.ts'

type Props = { fact: FactView; draft: Draft; error: string | undefined; onChange: (draft: Draft) => void }

/** The field for a value of a fact, of the fact's own kind, and the answer that there is none where that is one. */
export function FactValueField({ fact, draft, error, onChange }: Props) {
  return (
    <>
      {draft.none ? null : <ValueField fact={fact} draft={draft} error={error} onChange={text => onChange({ text, none: false })} />}
      {fact.canBeNone ? <Checkbox size="small" checked={draft.none} onChange={e => onChange({ ...draft, none: e.target.checked })}>{t.screening.fact.none}</Checkbox> : null}
    </>
  )
}

function ValueField({ fact, draft, error, onChange }: Omit<Props, 'onChange'> & { onChange: (value: string) => void }) {
  const text = t.screening.fact
  const label = fact.unit ? `${capital(fact.label)} (${fact.unit})` : capital(fact.label)
  if (fact.type === 'boolean') {
    return (
      <RadioGroup size="small" legend={label} value={draft.text} error={error} onChange={onChange}>
        <Radio value="true">{text.yes}</Radio>
        <Radio value="false">{text.no}</Radio>
      </RadioGroup>
    )
  }
  if (fact.options) {
    return (
      <Select size="small" label={label} value={draft.text} error={error} onChange={e => onChange(e.target.value)}>
        <option value="">{text.choose}</option>
        {fact.options.map(o => <option key={o.value} value={o.value}>{o.label}</option>)}
      </Select>
    )
  }
  if (fact.type === 'date') return <DateField label={label} value={draft.text} error={error} onChange={onChange} />
  return (
    <TextField
      size="small" label={label} value={draft.text} error={error} autoComplete="off" onChange={e => onChange(e.target.value)}
      {...(fact.type === 'number' ? { inputMode: 'decimal' as const, className: 'short-field' } : {})}
    />
  )
}
