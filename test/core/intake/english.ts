import type { FilePlan } from '../../../shared/contract/intake.ts'
import { inspectFiles, planFor } from '../../../electron/core/intake/inspect.ts'
import { takeIn } from '../../../electron/core/intake/take-in.ts'
import type { Desk } from '../store-fixture.ts'
import { type Cells, csv } from '../tables.ts'

/** The portal's columns as an English export names them, and one that nobody uses. */
export const ENGLISH: Record<string, string> = {
  ansoknings_id: 'Application No', intag: 'Round', personnummer: 'Personal identity number', fornamn: 'First name', efternamn: 'Last name', samtycke: 'Consent given', fodelseland: 'Country of birth',
  giltigt_till: 'Valid until', uppehallstillstand: 'Permit type', utbildningsniva_sun: 'Level of education', engelska: 'English level', inkom_datum: 'Date received',
}
export const columns = Object.keys(ENGLISH)
/** A file of such an export. */
export const english = (rows: readonly Cells[], separator = ';', title = '') => title + csv([...columns, 'x'], rows, { separator, header: [...Object.values(ENGLISH), 'Företag'] })
/** What is recognised of one file. */
export const inspect = async (desk: Desk, plan: FilePlan) => {
  const { files: [file] } = await inspectFiles(desk.context, { intakeId: desk.intakeId, plans: [plan] })
  if (!file) throw new Error('nothing inspected')
  return file
}
/** The fact that a column of it is guessed to be. */
export const factOf = (file: Awaited<ReturnType<typeof inspect>>, header: string) => file.columns.find(c => c.header === header)?.fact
/** The plan that the guesses make. */
export const planned = async (desk: Desk, path: string) => {
  const plan = planFor(path, await inspect(desk, { file: path }))
  if (!plan) throw new Error('no plan')
  return plan
}
/** Takes files in as planned, and keeps them. */
export const take = (desk: Desk, ...plans: FilePlan[]) => takeIn(desk.context, { intakeId: desk.intakeId, files: plans.map(p => p.file), plans, onProblem: p => desk.problems.push({ ...p, kind: null }) }, true)
