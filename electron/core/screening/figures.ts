import { type FiguresView, type SexGroup, SEX_GROUPS, type ShownCount } from '../../../shared/contract/judging.ts'
import { type Light, LIGHTS } from '../../../shared/domain.ts'
import { lightOf } from '../cases/cases.ts'
import { intakeById, ruleSetById } from '../cases/programme-of-intake.ts'
import type { Context } from '../context.ts'
import type { Reader, Row } from '../store/database.ts'

/** A smaller number could point at somebody. */
export const LEAST_SHOWN = 5
/** True numbers: per light and sex, and how many of them were overridden. */
export type TrueFigures = { lights: Record<Light, Record<SexGroup, number>>; overrides: Record<SexGroup, number> }

const none = (): Record<SexGroup, number> => ({ K: 0, M: 0, unknown: 0 })
const sum = (of: Record<SexGroup, number>) => SEX_GROUPS.reduce((n, sex) => n + of[sex], 0)

/** Lights and overrides of an intake by sex as things are now: what the application states or, for a programme that does not ask, what the identity number says. */
export function trueFigures(db: Reader, intakeId: number): TrueFigures {
  const asks = ruleSetById(db, intakeById(db, intakeId).rule_set).set.factById.has('person.sex')
  // The ninth digit of a personal number is odd for men; a temporary number says nothing.
  const sex = asks ? 'sex' : `CASE WHEN identity GLOB '*[0-9][0-9][0-9][0-9]' AND substr(identity, -4) NOT GLOB '*[^0-9]*' THEN CASE CAST(substr(identity, -2, 1) AS INTEGER) % 2 WHEN 1 THEN 'M' ELSE 'K' END END`
  const figures: TrueFigures = { lights: { green: none(), orange: none(), red: none() }, overrides: none() }
  // By the stored columns, not by the one that is worked out of them: so an index alone answers.
  const sql = `SELECT coalesce(established, proposed) AS counted, ${sex} AS sex, count(*) AS n, sum(overridden) AS overridden FROM application WHERE intake = ? GROUP BY established, proposed, 2`
  for (const row of db.all<Row & { counted: number; sex: string | null; n: number; overridden: number }>(sql, intakeId)) {
    const group = row.sex === 'K' || row.sex === 'M' ? row.sex : 'unknown'
    figures.lights[lightOf(row.counted)][group] += row.n
    figures.overrides[group] += row.overridden
  }
  return figures
}

/** The figures as they may be shown: protected persons are counted, and no cell by sex tells of fewer than five, neither by itself nor by what is left. */
export function figuresOf({ store }: Context, { intakeId }: { intakeId: number }): FiguresView {
  const { lights, overrides } = trueFigures(store.read, intakeId)
  const shown = maskSmall([...LIGHTS.map(light => SEX_GROUPS.map(sex => lights[light][sex])), SEX_GROUPS.map(sex => overrides[sex])])
  const bySex = (at: number): Record<SexGroup, ShownCount> => ({ K: shown[at]?.[0] ?? null, M: shown[at]?.[1] ?? null, unknown: shown[at]?.[2] ?? null })
  return {
    total: LIGHTS.reduce((n, light) => n + sum(lights[light]), 0), least: LEAST_SHOWN,
    lights: LIGHTS.map((light, at) => ({ light, total: sum(lights[light]), bySex: bySex(at) })),
    overrides: { total: sum(overrides), bySex: bySex(LIGHTS.length) },
  }
}

/** Leaves out cells from 1 to 4, and in each row with just one such cell the smallest other: its row's total, which is shown, would give it away. */
export function maskSmall(rows: readonly (readonly number[])[]): ShownCount[][] {
  return rows.map(row => {
    const shown: ShownCount[] = row.map(n => (n > 0 && n < LEAST_SHOWN ? null : n))
    if (shown.filter(n => n === null).length === 1) {
      const others = shown.flatMap((n, i) => (n === null ? [] : [{ n, i }])).sort((a, b) => a.n - b.n)
      const next = others.find(other => other.n > 0) ?? others[0]
      if (next) shown[next.i] = null
    }
    return shown
  })
}
