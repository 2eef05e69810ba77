import type { Light } from '../../../shared/domain.ts'
import { programmeIds, programmeOf } from '../programmes/programmes.ts'
import type { ManualReasons } from '../rules/judging.ts'
import type { Reader } from '../store/database.ts'
import { programmeIn } from './programmes-in-store.ts'

export type DeskRules = { manual: Record<string, ManualReasons>; assessments: Record<Light, string[]>; secondReader: { override: boolean; red: boolean } }

/** What a programme says of the caseworkers' own judgement. One that was changed outside before programmes said such things takes the word of its namesake that comes with the program. */
export function deskRules(db: Reader, programme: string): DeskRules {
  const own = programmeIn(db, programme).judging
  const namesake = programmeIds.includes(programme) ? programmeOf(programme).judging : own
  return {
    manual: Object.keys(own.manual).length > 0 ? own.manual : namesake.manual,
    assessments: own.assessments ?? namesake.assessments ?? { green: [], orange: [], red: [] },
    secondReader: own.secondReader ?? namesake.secondReader ?? { override: false, red: false },
  }
}
