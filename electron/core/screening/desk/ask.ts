import type { OperationParsed } from '../../../../shared/contract/operations.ts'
import type { BulkAsks, BulkSummary } from '../../../../shared/contract/desk.ts'
import { Fault } from '../../../../shared/fault.ts'
import type { Context } from '../../context.ts'
import { changeLong } from '../../store/long-change.ts'
import { type Ask, chosenIds, type Letters, pause, plan, requireFew, statesOf } from './bulk-plan.ts'

/** What the applicants of the chosen cases lack and can be asked for, what most lack first. Nothing is changed. Throws Fault bulk-too-many or cancelled. */
export async function bulkAsks(context: Context, asked: OperationParsed<'desk.bulkAsks'>, letters: Letters): Promise<BulkAsks> {
  const { store } = context
  const ids = chosenIds(store, asked)
  const able = requireFew(statesOf(store.read, asked.intakeId, ids))
  const points = new Map<string, BulkAsks['points'][number]>()
  for (const [at, { id }] of able.entries()) {
    if (at % 20 === 19) await pause(context)
    for (const point of letters.lacked(context, id)) {
      const known = points.get(point.name)
      if (known) known.cases++
      else points.set(point.name, { ...point, cases: 1 })
    }
  }
  return { total: ids.length, able: able.length, points: [...points.values()].sort((a, b) => b.cases - a.cases), ...letters.usual(context) }
}

/**
 * Makes the letters and asks each applicant: the letters are set first, which takes its time, and then all of them are stored with an entry for each in the
 * journal, or none. Throws Fault bulk-changed when it is not what the summary told, also when a case changed meanwhile, and cancelled.
 */
export async function askMany(context: Context, { digest, ...asked }: OperationParsed<'desk.bulk'>, action: Ask, letters: Letters): Promise<BulkSummary> {
  const { store } = context
  const { cases, summary } = await plan(context, store.read, asked, chosenIds(store, asked), letters)
  if (summary.digest !== digest) throw new Fault('bulk-changed')
  const set: (() => number)[] = []
  for (const { id, items } of cases) {
    set.push(await letters.prepare(context, id, action, items))
    context.progress('brev', set.length, cases.length)
    await pause(context)
  }
  return changeLong(store, async () => {
    const now = new Map(statesOf(store.write, asked.intakeId, cases.map(each => each.id)).map(state => [state.id, state.version]))
    if (cases.some(({ id, version }) => now.get(id) !== version)) throw new Fault('bulk-changed')
    for (const [at, keep] of set.entries()) {
      keep()
      if (at % 25 === 24) await pause(context)
    }
    return { ...summary, letters: cases.map(each => each.id) }
  })
}
