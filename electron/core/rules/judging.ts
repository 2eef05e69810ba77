import type { Light } from '../../../shared/domain.ts'
import { mistakeAt, type Read } from './yaml.ts'

export type ManualReasons = { yes: string[]; no: string[] }
/** What a programme says of the caseworkers' own judgement. It decides no light, so it is no part of the rules that outcomes are explained with. */
export type Judging = {
  /** The facts that a caseworker answers yes or no to, with the usual reasons. */
  manual: Record<string, ManualReasons>
  /** Usual texts of the preliminary assessment; null where the programme says nothing. */
  assessments: Record<Light, string[]> | null
  /** When another caseworker must read; null where the programme says nothing. */
  secondReader: { override: boolean; red: boolean } | null
}

/** What a programme's files say, what they leave out taken from the programme that it is like. Throws Fault rules-broken for a question that nobody could answer yes or no to. */
export function judgingOf(head: Read<'programme'>, facts: Read<'facts'> | null, base: Judging | null): Judging {
  const manual = { ...base?.manual }
  for (const [id, fact] of Object.entries(facts?.data.facts ?? {})) {
    delete manual[id]
    if (!fact.manual) continue
    if (fact.type !== 'boolean' || fact.list || !fact.editable) throw mistakeAt(facts ?? head, ['facts', id, 'manual'], 'en fråga som besvaras för hand (manual) ska vara av typen boolean och gå att ändra (editable)')
    manual[id] = fact.manual.reasons
  }
  const { assessments, secondReader } = head.data
  return {
    manual,
    assessments: assessments ? { green: assessments.green ?? [], orange: assessments.orange ?? [], red: assessments.red ?? [] } : base?.assessments ?? null,
    secondReader: secondReader ?? base?.secondReader ?? null,
  }
}
