import { describe, expect, it } from 'vitest'
import { SEX_GROUPS, type SexGroup } from '../../../shared/contract/judging.ts'
import { LIGHTS } from '../../../shared/domain.ts'
import { Fault } from '../../../shared/fault.ts'
import { appliers } from '../../../electron/core/appliers.ts'
import { loadCase } from '../../../electron/core/cases/cases.ts'
import { figuresOf, maskSmall, trueFigures } from '../../../electron/core/screening/figures.ts'
import { overridesOf } from '../../../electron/core/screening/overrides.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import type { Desk } from '../store-fixture.ts'
import { idOf } from '../tables.ts'
import { confirm, establish, judgingDesk, override, sendBack, set, sit, undo } from './judging-desk.ts'

/** Numbers from 0 to below `n`, the same for the same seed. */
function dice(seed: number): (n: number) => number {
  let state = seed
  return n => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

/** What the journal says, counted again from its first entry: which light each case has, and whether it is an override. */
function recount(desk: Desk): ReturnType<typeof trueFigures> {
  const db = desk.context.store.read
  const none = (): Record<SexGroup, number> => ({ K: 0, M: 0, unknown: 0 })
  const out: ReturnType<typeof trueFigures> = { lights: { green: none(), orange: none(), red: none() }, overrides: none() }
  type Light = { light: number; overridden: boolean }
  for (const { id } of db.all<{ id: number }>('SELECT id FROM application')) {
    const { facts, rules, outcome } = loadCase(db, id)
    const sex = facts[rules.set.factIndex.get('person.sex') ?? -1]
    const group = sex === 'K' || sex === 'M' ? sex : 'unknown'
    const lights: { seq: number; now: Light }[] = []
    for (const { seq, kind, body } of db.all<{ seq: number; kind: string; body: string }>('SELECT seq, kind, body FROM journal WHERE application = ? ORDER BY seq', id)) {
      const said = JSON.parse(body) as { light: number; override?: boolean; undone?: number }
      if (kind === 'light.established' || kind === 'light.overridden') lights.push({ seq, now: { light: said.light, overridden: kind === 'light.overridden' } })
      if (kind === 'light.confirmed') lights.push({ seq, now: { light: said.light, overridden: said.override === true } })
      if (kind === 'step.undone') lights.splice(0, lights.length, ...lights.filter(light => light.seq !== said.undone))
    }
    const counts = lights.at(-1)?.now
    out.lights[counts ? LIGHTS[counts.light] ?? 'orange' : outcome.light][group]++
    if (counts?.overridden) out.overrides[group]++
  }
  return out
}

describe('figures by sex', () => {
  it.each([1, 2, 3])('are what the journal says after every one of many actions of three caseworkers (seed %d)', async seed => {
    const desk = await judgingDesk({}, 12)
    const roll = dice(seed)
    const acts = [
      (n: number) => set(desk, 'activity.workHours', roll(2) * 10, n), (n: number) => set(desk, 'need.assessed', roll(2) === 1, n), (n: number) => set(desk, 'registration.status', roll(2) ? 'Aktuell' : 'Avaktualiserad', n),
      (n: number) => establish(desk, n), (n: number) => override(desk, LIGHTS[roll(3)] ?? 'green', n), (n: number) => override(desk, LIGHTS[roll(3)] ?? 'green', n),
      (n: number) => confirm(desk, n), (n: number) => confirm(desk, n), (n: number) => sendBack(desk, n), (n: number) => undo(desk, n), (n: number) => undo(desk, n),
    ]
    let done = 0
    for (let i = 0; i < 150; i++) {
      sit(desk, 1 + roll(3))
      try {
        acts[roll(acts.length)]?.(1 + roll(12))
        done++
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        continue
      }
      expect(trueFigures(desk.context.store.read, desk.intakeId), `after action ${i}`).toEqual(recount(desk))
    }
    const overrides = recount(desk).overrides
    const view = overridesOf(desk.context, { intakeId: desk.intakeId })
    expect(view.total).toBe(SEX_GROUPS.reduce((n, sex) => n + overrides[sex], 0))
    expect(view.moves.reduce((n, move) => n + move.count, 0)).toBe(view.total)
    expect(done).toBeGreaterThan(40)
    await verifyJournal(desk.context, appliers)
  })
  it('count protected persons in totals and show no small cell, nor the one it could be worked out from', async () => {
    const desk = await judgingDesk({}, 12, { skyddade_uppgifter: 'ja' })
    expect(desk.row(idOf(1))['protected']).toBe(1)
    const view = figuresOf(desk.context, { intakeId: desk.intakeId })
    expect(view.total).toBe(12)
    expect(view.lights.find(row => row.light === 'green')).toEqual({ light: 'green', total: 12, bySex: { K: 7, M: null, unknown: null } })
  })
  it('leave out a second cell wherever one is left out', () => {
    expect(maskSmall([[7, 4, 1], [20, 3, 9], [20, 0, 9], [3, 0, 0], [0, 0, 0], [5, 5, 5]])).toEqual([[7, null, null], [20, null, null], [20, 0, 9], [null, null, 0], [0, 0, 0], [5, 5, 5]])
  })
})
