import { isDay } from '../components/dates.ts'
import { t } from '../text/t.ts'

export type IntakeForm = { programme: string; name: string; evaluationDate: string; placeStart: string; placeEnd: string }
export type IntakeFormErrors = Partial<Record<keyof IntakeForm, string>>

/** What is wrong with an intake's fields, if anything. The core checks the same again. */
export function checkIntake(form: IntakeForm): IntakeFormErrors {
  const text = t.intake.form
  const errors: IntakeFormErrors = {}
  if (!form.programme) errors.programme = text.missing.programme
  if (!form.name.trim()) errors.name = text.missing.name
  else if (form.name.trim().length > 60) errors.name = text.nameLong
  for (const field of ['evaluationDate', 'placeStart', 'placeEnd'] as const) {
    if (!form[field]) errors[field] = text.missing[field]
    else if (!isDay(form[field])) errors[field] = t.common.dateInvalid
  }
  // ISO dates sort as text.
  if (!errors.placeStart && !errors.evaluationDate && form.placeStart < form.evaluationDate) errors.placeStart = text.before
  if (!errors.placeEnd && !errors.placeStart && form.placeEnd <= form.placeStart) errors.placeEnd = text.order
  return errors
}
