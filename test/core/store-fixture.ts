import { randomBytes } from 'node:crypto'
import type { Context } from '../../electron/core/context.ts'
import { appliers } from '../../electron/core/appliers.ts'
import { renderDecisionForm } from '../../electron/core/documents/decision-form.ts'
import { openStore, change } from '../../electron/core/store/store.ts'

/** A fresh store in a folder with one caseworker, and a context to run operations in. */
export function openTestStore(folder: string, key: Uint8Array = randomBytes(32)): Context {
  const store = openStore(folder, 'work', key, { create: true, caseworkerId: 1, appliers })
  change(store, () => store.record({ kind: 'caseworker.added', body: JSON.stringify({ id: 1, name: 'Test Testsson', title: 'arbetsförmedlare' }) }))
  return { store, readerScript: null, renderForm: renderDecisionForm, progress: () => undefined, signal: new AbortController().signal, changed: () => undefined }
}
