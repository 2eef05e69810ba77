import { basename, join, resolve } from 'node:path'
import { isoDate } from '../../shared/contract/decision-input.ts'
import type { FilePlan } from '../../shared/contract/intake.ts'
import type { FileReport } from '../../shared/contract/views.ts'
import { shownName } from '../../shared/text/shown.ts'
import { makeFolder, saveProblems } from '../core/batch-inspect.ts'
import { screenToFolder } from '../core/batch-screen.ts'
import type { Core, RunContext } from '../core/core.ts'
import { readOptions, UsageError } from './arguments.ts'
import type { Places } from './places.ts'
import { readPlans } from './plan-file.ts'
import { call, openCommandStore, progressLine } from './store.ts'
import { faultSentence, text } from './text.ts'

const REQUIRED = ['programme', 'intake', 'applications', 'out'] as const
const OPTIONAL = ['register', 'permits', 'store', 'evaluation-date', 'place-start', 'place-end', 'plan', 'problems'] as const
type Options = ReturnType<typeof readOptions<(typeof REQUIRED)[number], (typeof OPTIONAL)[number]>>

/** Screens an intake from files and writes screening.csv, refused.csv and summary.json. */
export async function screen(args: readonly string[], places: Places, signal: AbortSignal): Promise<number> {
  const options = readOptions(args, REQUIRED, OPTIONAL)
  for (const name of ['evaluation-date', 'place-start', 'place-end'] as const) {
    const value = options[name]
    if (value !== undefined && !isoDate.safeParse(value).success) throw new UsageError(text().option.date(name))
  }
  const files = [options.applications, options.register, options.permits].filter(f => f !== undefined).map(f => resolve(f))
  const plans = readPlans(options.plan, files)
  const run = progressLine(signal)
  const { core, close } = await openCommandStore(options.store, places, run, () => tryIntake(options, places, run))
  try {
    const intakeId = await intakeFor(core, options, run)
    const done = await screenToFolder(core.context(run), intakeId, { files, plans }, resolve(options.out))
    if (options.problems) await writeProblems(core, intakeId, { files, plans }, done.files, resolve(options.problems), run)
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    process.stdout.write(`${JSON.stringify(done.summary)}\n`)
    return exitCode(done.files)
  } finally {
    close()
  }
}

/** Writes the records with problems of each file that was read, named by its kind: the file's own name may hold anything. */
async function writeProblems(core: Core, intakeId: number, { files, plans }: { files: string[]; plans: FilePlan[] }, reports: FileReport[], folder: string, run: RunContext): Promise<void> {
  makeFolder(folder)
  const left = [...files]
  for (const report of reports) {
    const at = left.findIndex(f => shownName(basename(f)) === report.name)
    const [file = ''] = left.splice(at, 1)
    if (report.fault || report.kind === null || report.problemCounts.length === 0) continue
    await saveProblems(core.context(run), { intakeId, plan: plans.find(p => p.file === file) ?? { file }, path: join(folder, `problem-${report.kind}.csv`), only: 'all' })
  }
}

function exitCode(files: FileReport[]): number {
  const faults = files.flatMap(f => (f.fault ? [f.fault] : []))
  for (const fault of faults) process.stderr.write(`${faultSentence(fault)}\n`)
  if (faults.length > 0) return 1
  const { added = 0, changed = 0, duplicates = 0 } = files.find(f => f.kind === 'applications')?.counts ?? {}
  if (added + changed + duplicates > 0) return 0
  process.stderr.write(`${faultSentence({ code: 'nothing-taken-in', params: {} })}\n`)
  return 1
}

/** Lays the intake up in a temporary store, so that a mistake in its name or dates is told before a lasting store is made. */
async function tryIntake(options: Options, places: Places, run: RunContext): Promise<void> {
  const { core, close } = await openCommandStore(undefined, places, run)
  try {
    await intakeFor(core, options, run)
  } finally {
    close()
  }
}

/** The intake by name in the store, else one the programme knows, else one made from the three dates. */
async function intakeFor(core: Core, options: Options, run: RunContext): Promise<number> {
  if (!core.programmes.includes(options.programme)) throw new UsageError(text().programmeUnknown(options.programme, core.programmes.join(', ')))
  const known = (await call(core, 'intake.list', {}, run)).find(i => i.programme === options.programme && i.name === options.intake)
  if (known) return known.id
  const { 'evaluation-date': evaluationDate, 'place-start': placeStart, 'place-end': placeEnd } = options
  const suggested = (await call(core, 'intake.suggestions', {}, run)).find(i => i.programme === options.programme && i.name === options.intake)
  const dates = evaluationDate && placeStart && placeEnd ? { evaluationDate, placeStart, placeEnd } : suggested
  if (!dates) throw new UsageError(text().intakeUnknown(options.intake))
  const { id } = await call(core, 'intake.create', { programme: options.programme, name: options.intake, evaluationDate: dates.evaluationDate, placeStart: dates.placeStart, placeEnd: dates.placeEnd }, run)
  return id
}
