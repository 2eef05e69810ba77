import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { PresentReport } from '../../../shared/contract/proof.ts'
import { appliers } from '../../../electron/core/appliers.ts'
import { applicationById } from '../../../electron/core/cases/cases.ts'
import type { Context } from '../../../electron/core/context.ts'
import { renderDecisionForm } from '../../../electron/core/documents/decision-form.ts'
import { createIntake } from '../../../electron/core/intake/intakes.ts'
import { takeIn } from '../../../electron/core/intake/take-in.ts'
import { addIssuer, importStatusList, listIssuers } from '../../../electron/core/proof/issuers.ts'
import { present } from '../../../electron/core/proof/work.ts'
import { caseView } from '../../../electron/core/screening/case-view.ts'
import { openStore, change } from '../../../electron/core/store/store.ts'
import { verifyJournal } from '../../../electron/core/upkeep/verify.ts'
import { INTAKES } from '../../../build/sample/intake.ts'
import { testFolder } from '../store-fixture.ts'
import { type Cells, permits, portal, register } from '../tables.ts'
import type { TestIssuer } from './issuer.ts'

export type ProofDesk = {
  context: Context
  folder: string
  key: Uint8Array
  intakeId: number
  /** The moment that every operation sees; move it by hand. */
  clock: { now: string }
  put(name: string, text: string): string
  take(...files: string[]): Promise<unknown>
  trust(issuer: TestIssuer, change?: Partial<Parameters<typeof addIssuer>[1]>): Promise<number>
  list(token: string): Promise<Awaited<ReturnType<typeof importStatusList>>>
  present(id: number, text: string): Promise<PresentReport>
  /** What holds of a fact in a case, and from whom. */
  fact(id: number, name: string): { display: string; source: string | null }
  verify(): Promise<void>
}

export const NOW = '2023-01-15T10:00:00.000Z'

/** A store with an intake and a clock of its own. Application n has row id n in order of reading. */
export async function openProofDesk(rows: Cells[], registers: Cells[] = [], permitRows: Cells[] = []): Promise<ProofDesk> {
  const folder = testFolder()
  const key = randomBytes(32)
  const clock = { now: NOW }
  const store = openStore(folder, 'work', key, { create: true, caseworkerId: 1, appliers, clock: () => clock.now })
  onTestFinished(() => store.close())
  change(store, () => store.record({ kind: 'caseworker.added', body: JSON.stringify({ id: 1, name: 'Test Testsson', title: 'arbetsförmedlare' }) }))
  const context: Context = { store, assets: '', renderForm: renderDecisionForm, progress: () => undefined, signal: new AbortController().signal, changed: () => undefined }
  const { evaluationDate, placeStart, placeEnd } = INTAKES['2023-1']
  const intakeId = createIntake(context, { programme: 'jobbspranget', name: '2023-1', evaluationDate, placeStart, placeEnd }).id
  const put = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const take = (...files: string[]) => takeIn(context, { intakeId, files }, true)
  const files = [put('a.csv', portal(rows)), ...(registers.length ? [put('r.csv', register(registers))] : []), ...(permitRows.length ? [put('p.csv', permits(permitRows))] : [])]
  await take(...files)
  return {
    context, folder, key, intakeId, clock, put, take,
    trust: async (issuer, fields = {}) => {
      await addIssuer(context, { name: issuer.name, issuer: issuer.id, keyText: JSON.stringify(issuer.jwks), types: ['af-inskrivning', 'mv-tillstand', 'examen'], validFrom: '2022-01-01', validTo: null, note: '', ...fields })
      return (await listIssuers(context)).issuers.find(each => each.issuer === issuer.id)?.id ?? 0
    },
    list: token => importStatusList(context, { path: put('lista.jwt', token) }),
    present: (id, text) => present(context, { id, version: applicationById(store.read, id).version, text }),
    fact: (id, name) => {
      const found = caseView(store, id).facts.find(each => each.id === name)
      return { display: found?.display ?? '', source: found?.source ?? null }
    },
    verify: async () => void (await verifyJournal(context, appliers)),
  }
}
