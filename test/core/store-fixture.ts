import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { TakeInReport } from '../../shared/contract/views.ts'
import { type FileKind, type Role, ROLES } from '../../shared/domain.ts'
import type { RowProblem } from '../../shared/rows.ts'
import { INTAKES } from '../../build/sample/intake.ts'
import type { Context } from '../../electron/core/context.ts'
import { appliers } from '../../electron/core/appliers.ts'
import { renderDecisionForm } from '../../electron/core/documents/decision-form.ts'
import { createIntake } from '../../electron/core/intake/intakes.ts'
import { takeIn } from '../../electron/core/intake/take-in.ts'
import { openStore, change } from '../../electron/core/store/store.ts'

/** A fresh store in a folder with one caseworker, and a context to run operations in. */
export function openTestStore(folder: string, key: Uint8Array = randomBytes(32)): Context {
  const store = openStore(folder, 'work', key, { create: true, caseworkerId: 1, appliers })
  change(store, () => store.record({ kind: 'caseworker.added', body: JSON.stringify({ id: 1, name: 'Test Testsson', title: 'arbetsförmedlare' }) }))
  return { store, assets: '', renderForm: renderDecisionForm, progress: () => undefined, signal: new AbortController().signal, changed: () => undefined }
}

/** The same store with another caseworker at work, who is added with these roles where there is none with that number. */
export function as(context: Context, caseworkerId: number, roles: readonly Role[] = ROLES): Context {
  const { store } = context
  if (store.read.value('SELECT 1 FROM caseworker WHERE id = ?', caseworkerId) === undefined) {
    change(store, () => store.record({ kind: 'caseworker.added', body: JSON.stringify({ id: caseworkerId, name: `Test Testsson ${caseworkerId}`, title: 'arbetsförmedlare', roles }) }))
  }
  store.caseworkerId = caseworkerId
  return context
}

/** A folder that is removed when the test has ended. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sprangbrada-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export type Desk = {
  folder: string
  key: Uint8Array
  context: Context
  intakeId: number
  /** Writes a file beside the store and gives its path. */
  put(name: string, content: string | Uint8Array): string
  take(...paths: string[]): Promise<TakeInReport>
  /** Every remark of the latest `take`. */
  readonly problems: (RowProblem & { kind: FileKind | null })[]
  /** Rows per table; equal before and after means that nothing was stored. */
  counts(): Record<string, number>
  /** The stored application by its id: light, rules and columns of the list. */
  row(applicationId: string): Record<string, string | number | null>
}

const TABLES = ['journal', 'application', 'intake_file', 'layout', 'correction', 'decision'] as const

/** A store with one intake, removed when the test has ended. */
export function openDesk(name: keyof typeof INTAKES = '2023-1'): Desk {
  const folder = testFolder()
  const key = randomBytes(32)
  const context = openTestStore(folder, key)
  onTestFinished(() => context.store.close())
  const { evaluationDate, placeStart, placeEnd } = INTAKES[name]
  const intakeId = createIntake(context, { programme: 'jobbspranget', name, evaluationDate, placeStart, placeEnd }).id
  const problems: Desk['problems'] = []
  const { read } = context.store
  return {
    folder, key, context, intakeId, problems,
    put: (file, content) => {
      const path = join(folder, file)
      writeFileSync(path, content)
      return path
    },
    take: (...files) => {
      problems.length = 0
      return takeIn(context, { intakeId, files, onProblem: (p, kind) => problems.push({ ...p, kind }) }, true)
    },
    counts: () => ({ ...Object.fromEntries(TABLES.map(t => [t, Number(read.value(`SELECT count(*) FROM ${t}`))])), extract: Number(read.value('SELECT count(register_seq) + count(permits_seq) FROM application')) }),
    row: id => {
      const row = read.get<Record<string, string | number | null>>('SELECT id, application_id, identity, family_name, given_name, protected, proposed, rules, version, established, changed, decided FROM application WHERE application_id = ?', id)
      if (!row) throw new Error(`no application ${id}`)
      return row
    },
  }
}
