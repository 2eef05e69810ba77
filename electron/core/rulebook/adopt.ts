import type { AdoptReport } from '../../../shared/contract/rules.ts'
import { Fault } from '../../../shared/fault.ts'
import { intakeById } from '../cases/programme-of-intake.ts'
import { lapsePending } from '../cases/pending.ts'
import { programmeIn } from '../cases/programmes-in-store.ts'
import { screenCases } from '../cases/screen-cases.ts'
import type { Context } from '../context.ts'
import { changeLong } from '../store/long-change.ts'
import { compareIntake } from './what-if.ts'

/**
 * Lets an intake be judged by another version from now on: every case is judged again, and each case whose light changes gets an entry of its own.
 * A light that a person has established stays until a person looks again. All or nothing. Throws Fault cancelled or programme-no-version.
 */
export async function adoptVersion(context: Context, { intakeId, version }: { intakeId: number; version: string }): Promise<AdoptReport> {
  const { store } = context
  const intake = intakeById(store.read, intakeId)
  const set = programmeIn(store.read, intake.programme).version(version)
  const report = await changeLong(store, async () => {
    const { changed, summary } = await compareIntake(store.write, intakeId, set, context)
    store.record({ kind: 'intake.rules-adopted', body: JSON.stringify({ id: intakeId, rules: set.data }) })
    for (const c of changed) store.record({ kind: 'case.rejudged', application: c.id, body: JSON.stringify({ version, before: c.before, after: c.after, rulesBefore: c.rulesBefore, rulesAfter: c.rulesAfter }) })
    const ids = store.write.raw('SELECT id FROM application WHERE intake = ?', intakeId).map(([id]) => Number(id))
    await screenCases(store.write, intakeId, ids, async done => {
      context.progress('omprövning', done, ids.length)
      await new Promise(resolve => void setImmediate(resolve))
      if (context.signal.aborted) throw new Fault('cancelled')
    })
    lapsePending(store, { intake: intakeId })
    return { changed: changed.length, total: summary.total, version }
  })
  context.changed({ what: 'cases', intakeId })
  return report
}
