import { programmeIds, programmeOf } from '../../../electron/core/programmes/programmes.ts'
import { type Mutant, mutationReport } from '../../../electron/core/rules/mutate.ts'

const LEAST = 95

const percent = (killed: number, total: number) => (total === 0 ? 100 : (100 * killed) / total)
const shown = (value: number) => `${value.toFixed(1).replace('.', ',')} %`
const line = ({ where, text, what }: Mutant) => `${where}: ${text}\n      ${what}`

/** Makes one small mistake at a time in the rules and asks whether the programmes' own examples notice. Gives the exit code. */
function main(names: readonly string[]): number {
  const unknown = names.filter(name => !programmeIds.includes(name))
  if (unknown.length > 0) {
    process.stderr.write(`Programmet ”${unknown.join('”, ”')}” finns inte. De som finns: ${programmeIds.join(', ')}.\n`)
    return 2
  }
  let [total, killed, equivalent, weak] = [0, 0, 0, 0]
  for (const id of names.length > 0 ? names : programmeIds) {
    const report = mutationReport(programmeOf(id), programmeOf)
    total += report.total
    killed += report.killed
    equivalent += report.equivalent.length
    if (percent(report.killed, report.total) < LEAST) weak++
    process.stdout.write(`\n${id}: exemplen märker ${report.killed} av ${report.total} fel (${shown(percent(report.killed, report.total))}); ${report.equivalent.length} till är likvärdiga\n`)
    for (const mutant of report.survivors) process.stdout.write(`  MÄRKS INTE  ${line(mutant)}\n`)
    if (process.env['SPRANGBRADA_DEV'] === '1') for (const mutant of report.equivalent) process.stdout.write(`  likvärdig   ${line(mutant)}\n`)
  }
  process.stdout.write(`\nAlla: ${killed} av ${total} fel märks (${shown(percent(killed, total))}; minst ${LEAST} % krävs). ${equivalent} likvärdiga räknas inte: sökningen fann inga uppgifter som ger ett annat ljus.\n`)
  return percent(killed, total) < LEAST || weak > 0 ? 1 : 0
}

process.exitCode = main(process.argv.slice(2))
