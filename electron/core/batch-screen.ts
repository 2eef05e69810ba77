import { join } from 'node:path'
import type { FilePlan } from '../../shared/contract/intake.ts'
import type { FileReport, LightCounts } from '../../shared/contract/views.ts'
import type { FileKind } from '../../shared/domain.ts'
import type { RowProblem } from '../../shared/rows.ts'
import { rowReason } from '../../shared/text/words.sv.ts'
import type { Context } from './context.ts'
import { takeIn } from './intake/take-in.ts'
import { writeScreening } from './report/lights.ts'
import { csvLines } from './store/csv.ts'
import { makeFolder, writeFileAtomic } from './store/files.ts'

export type ScreeningSummary = {
  rows: number; accepted: number; changed: number; refused: number; duplicates: number; warnings: number
  green: number; orange: number; red: number; seconds: number; rowsPerSecond: number
}

/** Takes an intake's files in and writes screening.csv, refused.csv and summary.json to a folder. Seconds count from the first byte read to the last file written. */
export async function screenToFolder(context: Context, intakeId: number, { files, plans }: { files: string[]; plans?: FilePlan[] }, out: string): Promise<{ summary: ScreeningSummary; files: FileReport[] }> {
  makeFolder(out)
  const started = performance.now()
  const refused: RowProblem[] = []
  const onProblem = (p: RowProblem, kind: FileKind | null) => { if (p.outcome === 'refused' && kind === 'applications') refused.push(p) }
  const report = await takeIn(context, { intakeId, files, plans: plans ?? [], onProblem }, true)
  writeScreening(context, intakeId, join(out, 'screening.csv'))
  writeFileAtomic(join(out, 'refused.csv'), csvLines([['rad', 'ansoknings_id', 'orsak'], ...refused.map(p => [String(p.record), p.applicationId ?? '', rowReason(p.code)])]))
  const summary = summaryOf(report.files, report.after, (performance.now() - started) / 1000)
  writeFileAtomic(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  return { summary, files: report.files }
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
