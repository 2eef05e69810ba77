import type { IntakeView, TakeInReport } from '../../shared/contract/views.ts'
import { LIGHTS } from '../../shared/domain.ts'
import { faultSentence } from '../../shared/text/faults.sv.ts'
import { fileKindWord, lightWord } from '../../shared/text/words.sv.ts'
import { moment } from '../text/format.ts'
import { sv } from '../text/sv.ts'

const numbers = new Intl.NumberFormat('sv-SE')
const count = (n: number) => numbers.format(n)

export const receiptTitle = sv.intake.guide.receipt.title

/** When and by whom a report's files were taken in: the latest stored ones. */
export function takenBy(report: TakeInReport, intake: IntakeView | undefined): { at: string; by: string } | null {
  const taken = report.files.some(f => !f.fault) ? intake?.files.reduce((a, b) => (b.id > a.id ? b : a), intake.files[0] ?? { id: 0, takenInAt: '', takenInBy: '' }) : undefined
  return taken && taken.takenInAt ? { at: moment(taken.takenInAt), by: taken.takenInBy } : null
}

/**
 * What a receipt says, line by line: what was taken in, when, by whom, counts, and lights before and after. No person is in it.
 * It is kept with the intake's files, and is therefore Swedish whatever the language of the window (språklagen 2009:600, 10 §).
 */
export function receiptLines(report: TakeInReport, intake: IntakeView | undefined): string[] {
  const text = sv.intake.guide.receipt
  const read = sv.intake.read
  const when = takenBy(report, intake)
  const head = [
    ...(intake ? [`${text.intake}: ${intake.name} (${intake.programmeTitle})`] : []),
    ...(when ? [`${text.at}: ${when.at}`, `${text.by}: ${when.by}`] : []),
  ]
  const files = report.files.flatMap(file => {
    const { counts } = file
    const extract = file.kind !== null && file.kind !== 'applications'
    if (file.fault) return ['', `${text.file}: ${file.name}`, text.notTaken, faultSentence(file.fault)]
    const sums: [string, number][] = [
      [text.records, counts.records], [extract ? read.counts.matchedAdded : read.counts.added, counts.added], [extract ? read.counts.matchedChanged : read.counts.changed, counts.changed],
      [read.counts.duplicates, counts.duplicates], [read.counts.refused, counts.refused], ...(extract ? [[read.counts.unmatched, counts.unmatched] satisfies [string, number]] : []), [read.counts.warnings, counts.warnings],
    ]
    return ['', `${text.file}: ${file.name}`, `${read.facts.kind}: ${file.kind ? fileKindWord[file.kind] : read.kindUnknown}`, ...(file.allOfIntake ? [text.allOfIntake] : []), ...sums.map(([label, n]) => `${label}: ${count(n)}`)]
  })
  const lights = LIGHTS.map(l => `${lightWord[l]}: ${text.before.toLowerCase()} ${count(report.before[l])}, ${text.after.toLowerCase()} ${count(report.after[l])}`)
  return [...head, ...files, '', text.lights, ...lights, `${text.total}: ${text.before.toLowerCase()} ${count(report.before.total)}, ${text.after.toLowerCase()} ${count(report.after.total)}`]
}
