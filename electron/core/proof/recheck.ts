import type { ProofOutcome, Rechecked, RecheckReport } from '../../../shared/contract/proof.ts'
import { Fault } from '../../../shared/fault.ts'
import { applicationById, lightOf } from '../cases/cases.ts'
import { intakeById } from '../cases/programme-of-intake.ts'
import { screenCase } from '../cases/screen-cases.ts'
import type { Context } from '../context.ts'
import { change } from '../store/store.ts'
import { checkCredential } from './check.ts'
import { type CredentialRow, questionOf, restate } from './credential-rows.ts'
import { allCredentialTypes } from './types.ts'

type Kept = CredentialRow & { text: string }
const KEPT = 'SELECT * FROM credential WHERE text IS NOT NULL AND withdrawn_at IS NULL'

/**
 * Checks every credential that is kept anew, from its signature on, against the issuers and lists of now. One that no longer holds takes
 * its facts back, also in decided cases, which are then marked as changed; one that holds again gives them again.
 */
export async function recheck(context: Context, only: { issuer: number } | null = null): Promise<RecheckReport> {
  const { store, progress, signal } = context
  const rows = only ? store.read.all<Kept>(`${KEPT} AND issuer = ? ORDER BY id`, only.issuer) : store.read.all<Kept>(`${KEPT} ORDER BY id`)
  const found = new Map<number, ProofOutcome>()
  for (const row of rows) {
    if (signal.aborted) throw new Fault('cancelled')
    const { outcome } = await checkCredential(row.text, questionOf(store.read, row.application, store.now()))
    found.set(row.id, outcome)
    progress('intyg', found.size, rows.length)
  }
  if (rows.length === 0) return { checked: 0, changed: [] }
  const changed = change(store, () => settleAll(context, found))
  for (const intakeId of new Set(changed.map(each => each.intakeId))) context.changed({ what: 'cases', intakeId })
  return { checked: rows.length, changed }
}

function settleAll({ store }: Context, found: ReadonlyMap<number, ProofOutcome>): Rechecked[] {
  const titles = new Map(allCredentialTypes(store.read).map(type => [type.id, type.title]))
  const changed: Rechecked[] = []
  for (const [id, after] of found) {
    const row = store.read.get<Kept>(`${KEPT} AND id = ?`, id)
    if (!row || row.outcome === after) continue
    const before = applicationById(store.read, row.application)
    store.record({ kind: 'proof.judged', application: row.application, body: JSON.stringify({ id, outcome: after }) })
    restate(store, row.application)
    screenCase(store, before.intake, row.application)
    const now = applicationById(store.read, row.application)
    changed.push({
      caseId: row.application, intakeId: before.intake, intakeName: intakeById(store.read, before.intake).name, applicationId: before.application_id, title: titles.get(row.type ?? '') ?? row.type ?? '',
      before: row.outcome, after, lightBefore: lightOf(before.proposed), lightAfter: lightOf(now.proposed), established: before.established !== null, decided: before.decided === 1,
    })
  }
  store.record({ kind: 'proof.rechecked', body: JSON.stringify({ checked: found.size, changed: changed.length }) })
  return changed
}
