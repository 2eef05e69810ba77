import { basename } from 'node:path'
import type { Caseworker } from '../../shared/contract/views.ts'
import { Fault } from '../../shared/fault.ts'
import { appliers } from './appliers.ts'
import type { Context, CoreConfig, RunContext } from './context.ts'
import { createIntake } from './intake/intakes.ts'
import { takeIn } from './intake/take-in.ts'
import { caseworkerOf } from './cases/people.ts'
import type { Session } from './session.ts'
import { change, removeStore, settleReads } from './store/store.ts'
import { createBackup, inspectBackup, prepareRestore } from './upkeep/backup.ts'
import { SAMPLE_PASSPHRASE, sampleCaseworker } from './upkeep/sample-store.ts'
import { verifyJournal } from './upkeep/verify.ts'

/** The operations that change which store there is, or look after the whole of it. */
export type Keepers = {
  createSample(): Promise<Caseworker>
  removeSample(): void
  backup(path: string): { name: string; cases: number; bytes: number }
  inspect(path: string, secret: string): Promise<{ madeAt: string; cases: number; intakes: number }>
  restore(path: string, secret: string): Promise<{ cases: number; previousKeptAs: string }>
  /** An empty sample store, for a run of the whole journey. */
  createEmptySample(): Promise<void>
  verify(): Promise<{ entries: number; cases: number }>
}

export function keepersOf(session: Session, config: CoreConfig, context: () => Context, run: RunContext): Keepers {
  return {
    createSample: async () => {
      const { writeSampleFiles } = await import('./upkeep/sample.ts')
      const sample = await writeSampleFiles()
      try {
        await session.create('sample', SAMPLE_PASSPHRASE, { name: sampleCaseworker.name, title: sampleCaseworker.title })
        try {
          for (const { name, evaluationDate, placeStart, placeEnd, applications, register, permits } of sample.intakes) {
            const intake = createIntake(context(), { programme: 'jobbspranget', name, evaluationDate, placeStart, placeEnd })
            const report = await takeIn(context(), { intakeId: intake.id, files: [applications, register, permits] }, true)
            const fault = report.files.find(f => f.fault)?.fault
            if (fault) throw new Fault(fault.code, fault.params)
          }
        } catch (error) {
          // A sample that was cancelled or failed half-way leaves no trace.
          session.close()
          removeStore(config.folder, 'sample')
          throw error
        }
      } finally {
        sample.remove()
      }
      const { store } = context()
      return caseworkerOf(store.read, store.caseworkerId)
    },
    removeSample: () => {
      if (session.store?.profile === 'sample') session.close()
      removeStore(config.folder, 'sample')
    },
    backup: path => {
      const { store } = context()
      if (store.write.inTransaction) throw new Fault('store-busy')
      settleReads(store)
      if (!session.key) throw new Fault('store-locked')
      run.progress('säkerhetskopia', 0, null)
      const made = createBackup(store.write, session.key, session.keyFile(), path)
      change(store, () => store.record({ kind: 'backup.created', body: JSON.stringify({ cases: made.cases, entries: made.entries }) }))
      return { name: basename(path), cases: made.cases, bytes: made.bytes }
    },
    inspect: async (path, secret) => {
      const { madeAt, cases, intakes } = await inspectBackup(config.folder, path, secret)
      return { madeAt, cases, intakes }
    },
    restore: async (path, secret) => {
      if (session.store?.write.inTransaction) throw new Fault('store-busy')
      run.progress('återställning', 0, null)
      const prepared = await prepareRestore(config.folder, path, secret)
      if (run.signal.aborted) {
        prepared.discard()
        throw new Fault('cancelled')
      }
      session.close()
      const previousKeptAs = prepared.adopt(new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-'))
      session.open('work', prepared.key, prepared.id === null ? {} : { caseworkerId: prepared.id })
      const { store } = context()
      change(store, () => store.record({ kind: 'backup.restored', body: JSON.stringify({ madeAt: prepared.summary.madeAt, cases: prepared.summary.cases }) }))
      return { cases: prepared.summary.cases, previousKeptAs }
    },
    createEmptySample: async () => void (await session.create('sample', SAMPLE_PASSPHRASE, { name: sampleCaseworker.name, title: sampleCaseworker.title })),
    verify: () => verifyJournal(context(), appliers),
  }
}
