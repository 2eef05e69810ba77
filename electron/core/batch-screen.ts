import { join } from 'node:path'
import type { FilePlan } from '../../shared/contract/intake.ts'
import type { FileReport, LightCounts, TakeInReport } from '../../shared/contract/views.ts'
import { rowReason } from '../../shared/text/words.sv.ts'
import type { Context } from './context.ts'
import { takeIn, type TakeInOptions } from './intake/take-in.ts'
import { writeScreening } from './report/lights.ts'
import { csvRows } from './store/csv.ts'
import { makeFolder, writeFileAtomic, writeFileWhole } from './store/files.ts'

export type ScreeningSummary = {
  rows: number; accepted: number; changed: number; refused: number; duplicates: number; warnings: number
  green: number; orange: number; red: number; seconds: number; rowsPerSecond: number
}

/** Takes an intake's files in and writes screening.csv, refused.csv and summary.json to a folder. Seconds count from the first byte read to the last file written. */
export async function screenToFolder(context: Context, intakeId: number, { files, plans }: { files: string[]; plans?: FilePlan[] }, out: string): Promise<{ summary: ScreeningSummary; files: FileReport[] }> {
  makeFolder(out)
  const started = performance.now()
  const report = await takeInto(context, { intakeId, files, plans: plans ?? [] }, join(out, 'refused.csv'))
  writeScreening(context, intakeId, join(out, 'screening.csv'))
  const summary = summaryOf(report.files, report.after, (performance.now() - started) / 1000)
  writeFileAtomic(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  return { summary, files: report.files }
}

/** Takes the files in and writes the refused applications as they come: nobody knows how many there are. */
async function takeInto(context: Context, options: TakeInOptions, refused: string): Promise<TakeInReport> {
  const done: TakeInReport[] = []
  await writeFileWhole(refused, async write => {
    write(`\ufeff${csvRows([['rad', 'ansoknings_id', 'orsak']])}`)
    const onProblem: TakeInOptions['onProblem'] = (p, kind) => { if (p.outcome === 'refused' && kind === 'applications') write(csvRows([[String(p.record), p.applicationId ?? '', rowReason(p.code)]])) }
    done.push(await takeIn(context, { ...options, onProblem }, true))
  })
  const [report] = done
  if (!report) throw new Error('nothing was taken in')
  return report
}

function summaryOf(files: FileReport[], after: LightCounts, seconds: number): ScreeningSummary {
  const counts = files.find(f => f.kind === 'applications')?.counts
  const rows = counts?.records ?? 0
  return {
    rows, accepted: counts?.added ?? 0, changed: counts?.changed ?? 0, refused: counts?.refused ?? 0, duplicates: counts?.duplicates ?? 0,
    warnings: files.reduce((sum, f) => sum + f.counts.warnings, 0), green: after.green, orange: after.orange, red: after.red,
    seconds: Math.round(seconds * 1000) / 1000, rowsPerSecond: Math.round(rows / seconds),
  }
}
