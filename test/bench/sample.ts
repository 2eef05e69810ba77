import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { extractCsv, portalCsv } from '../../build/sample/csv.ts'
import { INTAKES } from '../../build/sample/intake.ts'
import { sampleRows } from '../../build/sample/rows.ts'
import { Fault } from '../../shared/fault.ts'
import { faultSentence } from '../../shared/text/faults.sv.ts'
import type { OperationInput, OperationName, OperationOutput } from '../../shared/contract/operations.ts'
import { createCore, type Core } from '../../electron/core/core.ts'
import { out } from './places.ts'

export type IntakeName = keyof typeof INTAKES
export type Files = { applications: string; register: string; permits: string }
export const PASSPHRASE = 'mätningens egen lösenfras'

function writeAll(path: string, chunks: Iterable<Uint8Array>): string {
  const file = openSync(path, 'w')
  try {
    for (const chunk of chunks) writeSync(file, chunk)
  } finally {
    closeSync(file)
  }
  return path
}

/** Writes only the portal's file of a made-up intake. The folder must not be kept, as with the three. */
export function writeApplications(folder: string, name: IntakeName, size: number): Pick<Files, 'applications'> {
  return { applications: writeAll(join(folder, `ansokningar-${name}.csv`), portalCsv(sampleRows({ ...INTAKES[name], size, seed: 1, serials: 'bench' }).applications())) }
}

/** Writes the three files of a made-up intake. Its identity numbers are outside what is handed out for testing, so the folder must not be kept. */
export function writeFiles(folder: string, name: IntakeName, size: number, seed = 1): Files {
  const rows = sampleRows({ ...INTAKES[name], size, seed, serials: 'bench' })
  return {
    applications: writeAll(join(folder, `ansokningar-${name}.csv`), portalCsv(rows.applications())),
    register: writeAll(join(folder, `register-${name}.csv`), extractCsv(rows.register())),
    permits: writeAll(join(folder, `beslut-${name}.csv`), extractCsv(rows.permits())),
  }
}

const silent = { progress: () => undefined, signal: new AbortController().signal }

/** An operation of the core by name. Throws the sentence of a fault. */
export async function call<N extends OperationName>(core: Core, name: N, input: OperationInput<N>): Promise<OperationOutput<N>> {
  const result = await core.run(name, input, silent)
  if (!result.ok) throw new Error(faultSentence(result.fault), { cause: new Fault(result.fault.code, result.fault.params) })
  return result.value
}

/** The context of the core's open store, for looking at what lies under the operations. */
export const contextOf = (core: Core) => core.context(silent)

const coreOver = (folder: string) => createCore({ role: 'single', folder, assets: out })

/** A core over a new store in a folder. */
export async function newCore(folder: string): Promise<Core> {
  const core = coreOver(folder)
  await call(core, 'store.create', { passphrase: PASSPHRASE, name: 'Exempel Mätarsson', title: 'Arbetsförmedlare' })
  return core
}

/** A core over a store that `newCore` has made. */
export async function openCore(folder: string): Promise<Core> {
  const core = coreOver(folder)
  await call(core, 'store.unlock', { profile: 'work', passphrase: PASSPHRASE })
  return core
}

/** Takes a made-up intake into the open store through the same operations as the window. Gives its id. */
export async function takeIntake(core: Core, name: IntakeName, files: Files): Promise<number> {
  const { intake, ...dates } = INTAKES[name]
  const { id } = await call(core, 'intake.create', { programme: 'jobbspranget', name: intake, ...dates })
  const report = await call(core, 'intake.takeIn', { intakeId: id, files: [files.applications, files.register, files.permits] })
  const fault = report.files.find(file => file.fault)?.fault
  if (fault) throw new Error(faultSentence(fault))
  return id
}
