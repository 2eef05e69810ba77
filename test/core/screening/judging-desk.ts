import type { CaseView } from '../../../shared/contract/views.ts'
import type { FactScalar, Light } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import { confirmLight, overrideLight, returnLight } from '../../../electron/core/screening/lights.ts'
import { undoLast } from '../../../electron/core/screening/undo-step.ts'
import { establishLight, withdrawFact } from '../../../electron/core/screening/work.ts'
import { change } from '../../../electron/core/store/store.ts'
import { correct } from '../correct.ts'
import { type Desk, openDesk } from '../store-fixture.ts'
import { application, type Cells, idOf, permitRow, permits, portal, register, registerRow } from '../tables.ts'

export const REASON = 'Samtal med sökanden visar att erfarenheten gäller ett annat yrke.'

/** A desk with some cases, all green but for `cells` of the first, and three caseworkers of whom the first sits there. */
export async function judgingDesk(cells: Cells = {}, count = 2, registered: Cells = {}): Promise<Desk> {
  const desk = openDesk()
  const all = Array.from({ length: count }, (_, i) => i + 1)
  await desk.take(
    desk.put('a.csv', portal(all.map(n => application(n, { kon: n % 3 === 0 ? 'M' : n % 7 === 0 ? '' : 'K', ...(n === 1 ? cells : {}) })))),
    desk.put('r.csv', register(all.map(n => registerRow(n, n === 1 ? registered : {})))), desk.put('m.csv', permits(all.map(n => permitRow(n)))),
  )
  const { store } = desk.context
  change(store, () => { for (const id of [2, 3]) store.record({ kind: 'caseworker.added', body: JSON.stringify({ id, name: `Kollega ${id}`, title: 'arbetsförmedlare', roles: ['read', 'screen', 'decide'] }) }) })
  return desk
}

export const at = (desk: Desk, n = 1) => ({ id: Number(desk.row(idOf(n))['id']), version: Number(desk.row(idOf(n))['version']) })
export const sit = (desk: Desk, caseworker: number) => { desk.context.store.caseworkerId = caseworker }
export const set = (desk: Desk, fact: string, value: FactScalar | { none: true }, n = 1): CaseView => correct(desk.context, { ...at(desk, n), fact, value, reason: 'samtal' })
export const unset = (desk: Desk, fact: string, n = 1): CaseView => withdrawFact(desk.context, { ...at(desk, n), fact, reason: 'fel' })
export const establish = (desk: Desk, n = 1, assessment?: string): CaseView => establishLight(desk.context, { ...at(desk, n), ...(assessment === undefined ? {} : { assessment }) })
export const override = (desk: Desk, light: Light, n = 1, reason = REASON): CaseView => overrideLight(desk.context, { ...at(desk, n), light, reason })
export const confirm = (desk: Desk, n = 1): CaseView => confirmLight(desk.context, at(desk, n))
export const sendBack = (desk: Desk, n = 1, reason = 'Underlaget räcker inte.'): CaseView => returnLight(desk.context, { ...at(desk, n), reason })
export const undo = (desk: Desk, n = 1): CaseView => undoLast(desk.context, at(desk, n))
/** Overrides, read by the second caseworker and confirmed; the first sits there again afterwards. */
export function overridden(desk: Desk, light: Light, n = 1): CaseView {
  override(desk, light, n)
  sit(desk, 2)
  const view = confirm(desk, n)
  sit(desk, 1)
  return view
}

/** The fault that something is refused with. */
export function refusal(work: () => unknown): Fault {
  try {
    work()
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error('was not refused')
}
