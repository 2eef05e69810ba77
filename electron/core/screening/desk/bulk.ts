import { setImmediate as immediately } from 'node:timers/promises'
import type { OperationParsed } from '../../../../shared/contract/operations.ts'
import type { BulkSummary } from '../../../../shared/contract/desk.ts'
import { Fault } from '../../../../shared/fault.ts'
import type { Context } from '../../context.ts'
import { recordEstablished } from '../lights.ts'
import { changeLong } from '../../store/long-change.ts'
import type { Store } from '../../store/store.ts'
import { askMany } from './ask.ts'
import { type Action, type Ask, type Asked, chosenIds, type Letters, plan } from './bulk-plan.ts'
import { assigneeName, recordAssigned } from './work.ts'

/** What would become of the chosen cases. Nothing is changed. */
export async function previewBulk(context: Context, asked: Asked, letters: Letters): Promise<BulkSummary> {
  return (await plan(context, context.store.read, asked, chosenIds(context.store, asked), letters)).summary
}

/**
 * Does the same with many cases: an entry for each in the journal, all of them or none. Throws Fault bulk-changed when it is not what the
 * summary told, and cancelled.
 */
export async function runBulk(context: Context, asked: OperationParsed<'desk.bulk'>, letters: Letters): Promise<BulkSummary> {
  const summary = asked.action.kind === 'ask' ? await askMany(context, asked, asked.action, letters) : await recordMany(context, asked, asked.action, letters)
  if (summary.done > 0) context.changed({ what: 'cases', intakeId: asked.intakeId })
  return summary
}

async function recordMany(context: Context, { digest, ...asked }: OperationParsed<'desk.bulk'>, action: Exclude<Action, Ask>, letters: Letters): Promise<BulkSummary> {
  const { store, signal } = context
  const ids = chosenIds(store, asked)
  return changeLong(store, async () => {
    const { cases, summary } = await plan(context, store.write, asked, ids, letters)
    if (summary.digest !== digest) throw new Fault('bulk-changed')
    const act = actor(store, action)
    for (const [at, { id }] of cases.entries()) {
      act(id)
      if (at % 25 !== 24) continue
      context.progress('ärenden', at + 1, cases.length)
      await immediately()
      if (signal.aborted) throw new Fault('cancelled')
    }
    if (signal.aborted) throw new Fault('cancelled')
    return summary
  })
}

function actor(store: Store, action: Exclude<Action, Ask>): (id: number) => void {
  switch (action.kind) {
    case 'establish-green': return id => void recordEstablished(store, id)
    case 'assign': {
      const body = { assignee: action.assignee, name: assigneeName(store, action.assignee) }
      return id => void recordAssigned(store, id, body)
    }
  }
}
