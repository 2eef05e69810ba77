import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { RowProblem } from '../../shared/rows.ts'
import type { FileKind } from '../../shared/domain.ts'
import type { FileReport } from '../../shared/contract/views.ts'
import { faultSentence } from '../../shared/text/faults.sv.ts'
import { rowReason } from '../../shared/text/words.sv.ts'
import type { Core, RunContext } from '../core/core.ts'
import { takeIn } from '../core/intake/take-in.ts'
import { isIsoDate } from '../core/rules/dates.ts'
import { programmeIds } from '../core/programmes/programmes.ts'
import { writeScreening } from '../core/report/lights.ts'
import { csvLines } from '../core/store/csv.ts'
import { fileFault, writeFileAtomic } from '../core/store/files.ts'
import { readOptions, UsageError } from './arguments.ts'
import type { Places } from './main.ts'
import { call, openCommandStore, progressLine } from './store.ts'

const REQUIRED = ['programme', 'intake', 'applications', 'out'] as const
const OPTIONAL = ['register', 'permits', 'store', 'evaluation-date', 'place-start', 'place-end'] as const
type Options = ReturnType<typeof readOptions<(typeof REQUIRED)[number], (typeof OPTIONAL)[number]>>

/** Screens an intake from files and writes screening.csv, refused.csv and summary.json. */
export async function screen(args: readonly string[], places: Places, signal: AbortSignal): Promise<number> {
  const options = readOptions(args, REQUIRED, OPTIONAL)
  if (!programmeIds.includes(options.programme)) throw new UsageError(`Programmet ”${options.programme}” finns inte. De som finns: ${programmeIds.join(', ')}.`)
  for (const name of ['evaluation-date', 'place-start', 'place-end'] as const) {
    const value = options[name]
    if (value !== undefined && !isIsoDate(value)) throw new UsageError(`--${name} ska vara ett datum som 2023-01-20.`)
  }
  const out = resolve(options.out)
  try {
    mkdirSync(out, { recursive: true })
  } catch (error) {
    throw fileFault(error, out)
  }
  const run = progressLine(signal)
  const { core, close } = await openCommandStore(options.store, places, run)
  try {
    return await screenInto(core, options, out, run)
  } finally {
    close()
  }
}

async function screenInto(core: Core, options: Options, out: string, run: RunContext): Promise<number> {
  const intakeId = await intakeFor(core, options, run)
  const started = performance.now()
  const refused: RowProblem[] = []
  const files = [options.applications, options.register, options.permits].filter(f => f !== undefined).map(f => resolve(f))
  const onProblem = (p: RowProblem, kind: FileKind | null) => { if (p.outcome === 'refused' && kind === 'applications') refused.push(p) }
  const report = await takeIn(core.context(run), { intakeId, files, onProblem }, true)
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  const fileReports = report.files
  writeScreening(core.context(run), intakeId, join(out, 'screening.csv'))
  writeFileAtomic(join(out, 'refused.csv'), csvLines([['rad', 'ansoknings_id', 'orsak'], ...refused.map(p => [String(p.record), p.applicationId ?? '', rowReason(p.code)])]))
  const applications = fileReports.find(f => f.kind === 'applications')
  const { after } = report
  const seconds = (performance.now() - started) / 1000
  const counts = applications?.counts
  const rows = counts?.records ?? 0
  const summary = {
    rows, accepted: counts?.added ?? 0, changed: counts?.changed ?? 0, refused: counts?.refused ?? 0, duplicates: counts?.duplicates ?? 0,
    warnings: fileReports.reduce((sum, f) => sum + f.counts.warnings, 0), green: after.green, orange: after.orange, red: after.red,
    seconds: Math.round(seconds * 1000) / 1000, rowsPerSecond: Math.round(rows / seconds),
  }
  writeFileAtomic(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  process.stdout.write(`${JSON.stringify(summary)}\n`)
  return exitCode(fileReports, applications)
}

function exitCode(files: FileReport[], applications: FileReport | undefined): number {
  const faults = files.flatMap(f => (f.fault ? [f.fault] : []))
  for (const fault of faults) process.stderr.write(`${faultSentence(fault)}\n`)
  if (faults.length > 0) return 1
  const { added = 0, changed = 0, duplicates = 0 } = applications?.counts ?? {}
  if (added + changed + duplicates > 0) return 0
  process.stderr.write(`${faultSentence({ code: 'nothing-taken-in', params: {} })}\n`)
  return 1
}

/** The intake by name in the store, else one the programme knows, else one made from the three dates. */
async function intakeFor(core: Core, options: Options, run: RunContext): Promise<number> {
  const known = (await call(core, 'intake.list', {}, run)).find(i => i.programme === options.programme && i.name === options.intake)
  if (known) return known.id
  const { 'evaluation-date': evaluationDate, 'place-start': placeStart, 'place-end': placeEnd } = options
  const suggested = (await call(core, 'intake.suggestions', {}, run)).find(i => i.programme === options.programme && i.name === options.intake)
  const dates = evaluationDate && placeStart && placeEnd ? { evaluationDate, placeStart, placeEnd } : suggested
  if (!dates) throw new UsageError(`Intaget ”${options.intake}” är inte känt. Ange --evaluation-date, --place-start och --place-end.`)
  const { id } = await call(core, 'intake.create', { programme: options.programme, name: options.intake, evaluationDate: dates.evaluationDate, placeStart: dates.placeStart, placeEnd: dates.placeEnd }, run)
  return id
}
