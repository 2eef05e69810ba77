import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import { useEffect, useState, type FormEvent } from 'react'
import { LOG_CHECKS, LOG_GROUPS } from '../../shared/contract/log.ts'
import { DateField } from '../components/DateField.tsx'
import { focusFirstError } from '../components/focus.ts'
import { useRead } from '../components/useRead.ts'
import { t } from '../text/t.ts'
import { firstForm, type LogForm, wrongDays } from './logChoice.ts'

/** What of the log is shown. Nothing is asked for until "Visa", so that each look is one line in the log. */
export function LogFilters({ form, onShow }: { form: LogForm; onShow: (form: LogForm) => void }) {
  const text = t.log
  const people = useRead('people.list', {}).value ?? []
  const [draft, setDraft] = useState(form)
  const [wrong, setWrong] = useState({ from: false, to: false })
  useEffect(() => setDraft(form), [form])
  const set = (part: Partial<LogForm>) => setDraft({ ...draft, hour: null, ...part })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const found = wrongDays(draft)
    setWrong(found)
    if (found.from || found.to) focusFirstError(event.currentTarget)
    else onShow(draft)
  }
  const clear = () => {
    setWrong({ from: false, to: false })
    onShow(firstForm())
  }
  const checks = [...LOG_CHECKS.map(check => [check, text.checks[check]] as const), ['bursts', text.bursts] as const]
  return (
    <form className="log-filters" noValidate aria-label={text.filters} onSubmit={submit}>
      <Select label={text.check} size="small" value={draft.check} onChange={e => set({ check: checks.find(([check]) => check === e.target.value)?.[0] ?? '' })}>
        <option value="">{text.noCheck}</option>
        {checks.map(([check, label]) => <option key={check} value={check}>{label}</option>)}
      </Select>
      <Select label={text.caseworker} size="small" value={draft.caseworker ?? ''} onChange={e => set({ caseworker: Number(e.target.value) || null })}>
        <option value="">{text.everybody}</option>
        {people.map(person => <option key={person.id} value={person.id}>{person.name}</option>)}
      </Select>
      <DateField label={text.from} value={draft.from} error={wrong.from ? text.dateInvalid : undefined} onChange={from => set({ from })} />
      <DateField label={text.to} value={draft.to} error={wrong.to ? text.dateInvalid : undefined} onChange={to => set({ to })} />
      <Select label={text.group} size="small" value={draft.group} disabled={draft.check !== ''} onChange={e => set({ group: LOG_GROUPS.find(group => group === e.target.value) ?? '' })}>
        <option value="">{text.allGroups}</option>
        {LOG_GROUPS.map(group => <option key={group} value={group}>{text.groups[group]}</option>)}
      </Select>
      <TextField label={text.applicationId} size="small" autoComplete="off" maxLength={60} value={draft.applicationId} onChange={e => set({ applicationId: e.target.value })} />
      <div className="actions">
        <Button type="submit" size="small">{text.show}</Button>
        <Button type="button" size="small" variant="tertiary" onClick={clear}>{text.clear}</Button>
      </div>
    </form>
  )
}
