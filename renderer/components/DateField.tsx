import { DatePicker } from '@navikt/ds-react/DatePicker'
import { useState, type ReactNode } from 'react'
import { day } from '../text/format.ts'
import { readDay, toDate } from './dates.ts'

type Props = {
  id?: string
  label: ReactNode
  /** What is in the field: a day, or what the user has typed so far. */
  value: string
  onChange: (value: string) => void
  description?: ReactNode
  error?: ReactNode
  readOnly?: boolean
  autoFocus?: boolean
}

/** A calendar day. The typed text is kept as it is until the field is left; then 20260301 becomes 2026-03-01. */
export function DateField({ id, label, value, onChange, description, error, readOnly = false, autoFocus = false }: Props) {
  const [open, setOpen] = useState(false)
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const chosen = toDate(value)
  const choose = (date: Date | undefined) => {
    if (date) onChange(day(date))
    setOpen(false)
    anchor?.focus()
  }
  return (
    <DatePicker
      mode="single" open={open} onOpenToggle={() => setOpen(o => !o)} onClose={() => setOpen(false)} onSelect={choose}
      {...(chosen ? { selected: chosen, defaultMonth: chosen } : {})} showWeekNumber dropdownCaption
      fromDate={new Date(1930, 0, 1)} toDate={new Date(2060, 11, 31)}
    >
      <DatePicker.Input
        {...(id ? { id } : {})} label={label} size="small" value={value} autoComplete="off" inputMode="numeric"
        description={description} error={error} readOnly={readOnly} autoFocus={autoFocus} setAnchorRef={setAnchor}
        onChange={e => onChange(e.target.value)} onBlur={() => { if (readDay(value) !== value) onChange(readDay(value)) }}
      />
    </DatePicker>
  )
}
