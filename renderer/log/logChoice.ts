import type { OperationInput } from '../../shared/contract/operations.ts'
import type { LogCheck, LogGroup } from '../../shared/contract/log.ts'
import { readDay, toDate } from '../components/dates.ts'
import { day } from '../text/format.ts'

/** What is chosen in the form, as typed. `hour` stands instead of the days when an hour of somebody's reading is looked at. */
export type LogForm = { caseworker: number | null; from: string; to: string; group: LogGroup | ''; applicationId: string; check: LogCheck | 'bursts' | ''; hour: { from: string; to: string } | null }
export type LogChoice = Omit<OperationInput<'log.page'>, 'offset' | 'limit'>

/** The last thirty days, everybody, everything. */
export function firstForm(now = new Date()): LogForm {
  const start = new Date(now)
  start.setDate(start.getDate() - 29)
  return { caseworker: null, from: day(start), to: day(now), group: '', applicationId: '', check: '', hour: null }
}

/** A day as it begins where the user sits; `after` gives the beginning of the next one. Null for what is no day. */
export function dayStart(typed: string, after = false): string | null {
  const date = toDate(readDay(typed))
  if (!date) return null
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + (after ? 1 : 0)).toISOString()
}

/** Which of the two days cannot be read; an empty one is no limit. */
export function wrongDays({ from, to }: LogForm): { from: boolean; to: boolean } {
  const wrong = (typed: string) => typed.trim() !== '' && dayStart(typed) === null
  return { from: wrong(from), to: wrong(to) }
}

/** The form as the core is asked. */
export function choiceOf(form: LogForm): LogChoice {
  const from = form.hour?.from ?? dayStart(form.from)
  const to = form.hour?.to ?? dayStart(form.to, true)
  return {
    ...(form.caseworker === null ? {} : { caseworker: form.caseworker }), ...(from ? { from } : {}), ...(to ? { to } : {}), groups: form.group ? [form.group] : [],
    applicationId: form.applicationId.trim(), ...(form.check && form.check !== 'bursts' ? { check: form.check } : {}),
  }
}
