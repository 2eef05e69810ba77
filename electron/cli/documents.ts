import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { readOptions, Refused } from './arguments.ts'
import type { Places } from './places.ts'
import { call, openCommandStore, progressLine } from './store.ts'
import { faultSentence, text } from './text.ts'

/** Receives documents into the cases of an intake and writes what became of each file as JSON. Exit code 1 when nothing could be opened or taken. */
export async function documentsCommand(args: readonly string[], places: Places, signal: AbortSignal): Promise<number> {
  const { store, intake, from } = readOptions(args, ['store', 'intake', 'from'], [])
  const folder = resolve(store)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Refused(text().store.absent)
  const run = progressLine(signal)
  const absent = () => Promise.reject(new Refused(text().store.absent))
  const { core, close } = await openCommandStore(folder, places, run, absent)
  try {
    // A store never has two intakes of one name, however it is spelt.
    const only = (await call(core, 'intake.list', {}, run)).find(i => i.name.toLowerCase() === intake.toLowerCase())
    if (!only) throw new Refused(text().intakeMissing(intake))
    const report = await call(core, 'documents.receive', { intakeId: only.id, files: [resolve(from)] }, run)
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    for (const { fault } of report.faults) process.stderr.write(`${faultSentence(fault)}\n`)
    return report.counts.new + report.counts.already > 0 ? 0 : 1
  } finally {
    close()
  }
}
