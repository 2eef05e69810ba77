import type { FactChoice, FilePlan, InspectedFile, Inspection } from '../../shared/contract/intake.ts'
import { INTAKE_FACT } from '../../shared/domain.ts'
import type { FileReport } from '../../shared/contract/views.ts'
import type { ChosenFile } from '../../shared/contract/views.ts'

/** What somebody has said of a file's form. */
export type Shape = Omit<FilePlan, 'file' | 'columns' | 'signature'>
/** A chosen file on its way in: what was seen in it, the form somebody has set, and its columns once somebody has changed one. */
export type Arranged = { file: ChosenFile; seen: InspectedFile; shape: Shape; columns: (string | null)[] | null; open: boolean }

/** What each column is taken for now. */
export const columnsOf = ({ seen, columns }: Arranged): (string | null)[] => columns ?? seen.columns.map(c => c.fact)

/** Whether no column tells which intake a row belongs to, so that somebody may say it for all of them. */
export const lacksIntake = (arranged: Arranged): boolean => arranged.seen.kind === 'applications' && !columnsOf(arranged).includes(INTAKE_FACT)
const saysIntake = (arranged: Arranged) => lacksIntake(arranged) && arranged.shape.allOfIntake === true

/** The plan that the core is given; only the file when it is read as it is. */
export function planOf(arranged: Arranged): FilePlan {
  const { file, seen } = arranged
  if (seen.state === 'broken' || seen.kind === null || (seen.state === 'known' && arranged.columns === null)) return { file: file.token }
  return {
    file: file.token, kind: seen.kind, headerRow: seen.headerRow, signature: seen.signature,
    ...(seen.encoding && seen.encoding !== 'xlsx' ? { encoding: seen.encoding } : {}), ...(seen.separator ? { separator: seen.separator } : {}),
    ...(seen.encoding === 'xlsx' && seen.sheet ? { sheet: seen.sheet } : {}),
    columns: Object.fromEntries(columnsOf(arranged).map((fact, i) => [String(i), fact])), ...(saysIntake(arranged) ? { allOfIntake: true } : {}),
  }
}

/** Plans of the files that are not read as they are. */
export const plansOf = (all: readonly Arranged[]): FilePlan[] => all.map(planOf).filter(plan => Object.keys(plan).length > 1)

export type Trouble = { kind: boolean; missing: FactChoice[]; twice: Map<number, number> }

/** What stands in the way: no kind, needed facts without a column, and columns that share a fact (each with the other one's place). */
export function troubleOf(arranged: Arranged, choices: Inspection['choices']): Trouble {
  const { seen } = arranged
  const columns = columnsOf(arranged)
  const twice = new Map<number, number>()
  columns.forEach((fact, i) => {
    const other = fact === null ? -1 : columns.findIndex((f, j) => f === fact && j !== i)
    if (other >= 0) twice.set(i, other)
  })
  const known = seen.kind === null ? [] : choices[seen.kind]
  return { kind: seen.kind === null, missing: known.filter(c => c.required && !columns.includes(c.fact) && !(c.fact === INTAKE_FACT && saysIntake(arranged))), twice }
}

/** Whether a file can go on to the preview. What is no table at all is told there. */
export function isReady(arranged: Arranged, choices: Inspection['choices']): boolean {
  const { kind, missing, twice } = troubleOf(arranged, choices)
  return arranged.seen.state === 'broken' || (!kind && missing.length === 0 && twice.size === 0)
}

/** Whether somebody must look at the columns before the preview: guesses must be seen, and a file alone that lacks something should be mended at once. */
export function mustArrange(files: readonly InspectedFile[]): boolean {
  const readable = files.some(f => f.state === 'known' || f.state === 'remembered')
  return files.some(f => f.state === 'guessed') || (!readable && files.some(f => f.state === 'incomplete'))
}

/** The chosen file behind each report: reports come in the order they were read, and two files may have one name. */
export function filesOfReports(reports: readonly FileReport[], all: readonly Arranged[]): (Arranged | null)[] {
  const left = [...all]
  return reports.map(report => {
    const at = left.findIndex(a => a.file.name === report.name)
    return at < 0 ? null : left.splice(at, 1)[0] ?? null
  })
}
