import type { Bridge } from '../../shared/contract/bridge.ts'
import type { OperationInput } from '../../shared/contract/operations.ts'
import type { t } from '../text/t.ts'
import { useScreen, type View } from './state.ts'

export type TourStepId = keyof typeof t.tour.steps
/** A step: the room where it is, what it points at, and how to come to a view where it can be seen; null when there is none. `bySelf`: whoever comes to the room by themselves is at the step. */
export type TourStep = { id: TourStepId; room: View['room']; marks: string; bySelf?: true; reach: (bridge: Bridge) => Promise<View | null> }

export const tourSteps: readonly TourStep[] = [
  { id: 'intakes', room: 'intakes', marks: 'main article', reach: async () => ({ room: 'intakes' }) },
  { id: 'list', room: 'list', bySelf: true, marks: '.filters', reach: async bridge => { const intakeId = await fullIntake(bridge); return intakeId === null ? null : { room: 'list', intakeId } } },
  { id: 'red', room: 'case', marks: '[data-testid="case-light"]', reach: bridge => caseWith(bridge, { lights: ['red'], only: 'not-established' }) },
  { id: 'why', room: 'case', marks: '.rule-red', reach: async bridge => currentCase() ?? caseWith(bridge, { lights: ['red'], only: 'not-established' }) },
  { id: 'answer', room: 'case', marks: '.rule-orange', reach: bridge => caseWith(bridge, { lights: ['orange'], only: 'not-established' }) },
  { id: 'establish', room: 'case', marks: '[data-testid="case-light"]', reach: bridge => caseWith(bridge, { lights: ['green'], only: 'not-established' }) },
  { id: 'decide', room: 'decide', bySelf: true, marks: 'main form', reach: decidable },
  { id: 'form', room: 'form', bySelf: true, marks: '.pdf', reach: decided },
]

async function fullIntake(bridge: Bridge): Promise<number | null> {
  const { view } = useScreen.getState()
  if ('intakeId' in view) return view.intakeId
  const intakes = await bridge.call('intake.list', {})
  return (intakes.ok ? intakes.value.find(intake => intake.counts.total > 0)?.id : undefined) ?? null
}

type Wanted = Pick<OperationInput<'screening.list'>, 'lights' | 'only'>

/** The first case of the intake of this kind that is no protected person's. */
async function caseWith(bridge: Bridge, wanted: Wanted): Promise<Extract<View, { room: 'case' }> | null> {
  const intakeId = await fullIntake(bridge)
  if (intakeId === null) return null
  const list = await bridge.call('screening.list', { intakeId, ...wanted, limit: 20 })
  const row = list.ok ? list.value.rows.find(each => !each.protected && !each.decided) : undefined
  return row ? { room: 'case', intakeId, caseId: row.id } : null
}

function currentCase(): View | null {
  const { view } = useScreen.getState()
  return view.room === 'case' ? view : null
}

async function decidable(bridge: Bridge): Promise<View | null> {
  const found = await caseWith(bridge, { lights: ['green'], only: 'established' })
  return found ? { ...found, room: 'decide', reason: null } : null
}

async function decided(bridge: Bridge): Promise<View | null> {
  const intakeId = await fullIntake(bridge)
  if (intakeId === null) return null
  const list = await bridge.call('screening.list', { intakeId, only: 'decided', limit: 20 })
  const row = list.ok ? list.value.rows.find(each => !each.protected) : undefined
  if (!row) return null
  const opened = await bridge.call('screening.open', { id: row.id })
  return opened.ok && opened.value.decision ? { room: 'form', intakeId, caseId: row.id, decisionId: opened.value.decision.id, applicationId: opened.value.applicationId } : null
}
