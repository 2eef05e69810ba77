import type { ProgrammeSummary } from '../../shared/contract/rules.ts'
import type { Ask } from './place.ts'

/** The question as it stands, filled in where nothing has been chosen: an intake with cases, and the newest version that it is not judged by. */
export function askOf({ intakes, versions }: Pick<ProgrammeSummary, 'intakes' | 'versions'>, ask: Ask): Ask {
  const intake = intakes.find(i => i.id === ask.intakeId) ?? intakes.find(i => i.cases > 0) ?? intakes[0]
  const newest = [...versions].reverse()
  const version = newest.find(v => v.version === ask.version) ?? newest.find(v => v.version !== intake?.version) ?? newest[0]
  return { ...ask, intakeId: intake?.id ?? null, version: version?.version ?? null }
}
