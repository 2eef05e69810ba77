import { Fault } from '../../../shared/fault.ts'
import { basename } from 'node:path'
import type { Context } from '../context.ts'
import type { Row } from '../store/database.ts'
import { writeFileAtomic } from '../store/files.ts'

type FormRow = Row & { pdf: Uint8Array; application: number }

/** The form of a decision, byte for byte as it was decided; that it was read is logged. Throws Fault decision-missing. */
export function readForm({ store }: Context, { decisionId }: { decisionId: number }): Uint8Array {
  const row = store.read.get<FormRow>('SELECT f.pdf, d.application FROM decision_form f JOIN decision d ON d.id = f.decision WHERE d.id = ?', decisionId)
  if (!row) throw new Fault('decision-missing')
  store.spool?.add({ at: store.now(), by: store.caseworkerId, application: row.application, kind: 'form.read', reason: null })
  return new Uint8Array(row.pdf)
}

/** Saves the form of a decision as a file, whole or not at all. */
export function saveForm(context: Context, { decisionId, path }: { decisionId: number; path: string }): { name: string } {
  writeFileAtomic(path, readForm(context, { decisionId }))
  return { name: basename(path) }
}
