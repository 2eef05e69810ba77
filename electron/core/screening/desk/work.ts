import type { OperationParsed } from '../../../../shared/contract/operations.ts'
import type { CaseView } from '../../../../shared/contract/views.ts'
import { Fault } from '../../../../shared/fault.ts'
import { applicationById } from '../../cases/cases.ts'
import type { Context } from '../../context.ts'
import { dayNumber, fromDayNumber } from '../../rules/dates.ts'
import { firstWorkingDay } from '../../rules/holidays.ts'
import { caseView } from '../case-view.ts'
import { swedishDay } from '../../store/days.ts'
import { change, type Store } from '../../store/store.ts'
import type { AssignedBody, ExpressBody } from './appliers.ts'

/**
 * Gives cases to a caseworker, or to nobody. A protected person's case is given alone, never among others. Throws Fault case-missing,
 * case-protected-among or assignee-missing.
 */
export function assignCases(context: Context, { ids, assignee }: OperationParsed<'desk.assign'>): { assigned: number } {
  const { store } = context
  const moved = change(store, () => {
    const name = assigneeName(store, assignee)
    const cases = [...new Set(ids)].map(id => store.read.get<{ id: number; intake: number; protected: number; assignee: number | null }>('SELECT id, intake, protected, assignee FROM application WHERE id = ?', id))
    if (cases.some(each => each === undefined)) throw new Fault('case-missing')
    if (cases.length > 1 && cases.some(each => each?.protected === 1)) throw new Fault('case-protected-among')
    const found = cases.flatMap(each => (each && each.assignee !== assignee ? [each] : []))
    for (const { id } of found) recordAssigned(store, id, { assignee, name })
    return found
  })
  for (const intakeId of new Set(moved.map(each => each.intake))) context.changed({ what: 'cases', intakeId, ...(moved.length === 1 && moved[0] ? { caseId: moved[0].id } : {}) })
  return { assigned: moved.length }
}

/** The name of who is to have a case; empty for nobody. Throws Fault assignee-missing. */
export function assigneeName(store: Store, assignee: number | null): string {
  if (assignee === null) return ''
  const name = store.read.value('SELECT name FROM caseworker WHERE id = ?', assignee)
  if (name === undefined) throw new Fault('assignee-missing')
  return String(name)
}

/** The journal entry of a case that is given to somebody. */
export function recordAssigned(store: Store, application: number, body: AssignedBody): number {
  return store.record({ kind: 'case.assigned', application, body: JSON.stringify(body) })
}

/** Working days that an express check may take. */
const EXPRESS_DAYS = 2

/** Marks that an employer has asked for an express check of a case, or takes the mark back. Throws Fault case-changed, case-decided or reason-missing. */
export function markExpress(context: Context, { id, version, asked, reason }: OperationParsed<'desk.express'>): CaseView {
  const { store } = context
  const row = applicationById(store.read, id)
  change(store, () => {
    const now = applicationById(store.read, id)
    if (now.version !== version) throw new Fault('case-changed')
    if (now.decided === 1) throw new Fault('case-decided')
    if (asked === null && reason === '') throw new Fault('reason-missing')
    const body: ExpressBody = { asked, until: asked === null ? null : workingDaysOn(swedishDay(store.now()), EXPRESS_DAYS), reason }
    store.record({ kind: 'case.express', application: id, body: JSON.stringify(body) })
  })
  context.changed({ what: 'cases', intakeId: row.intake, caseId: id })
  return caseView(store, id)
}

/** The working day that comes so many working days after a day. */
export function workingDaysOn(day: string, days: number): string {
  let found = day
  for (let n = 0; n < days; n++) found = firstWorkingDay(fromDayNumber(dayNumber(found) + 1))
  return found
}
