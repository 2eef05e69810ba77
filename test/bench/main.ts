import { cpus } from 'node:os'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { measureAgain } from './again.ts'
import { bareRead, measureIntake, measureLargeIntake } from './intake.ts'
import { measureList } from './list.ts'
import { load } from './measure.ts'
import { out } from './places.ts'
import { type Measured, tableOf } from './report.ts'
import { measureRules } from './rules/measure-rules.ts'
import { measureSearch } from './search.ts'
import { measureTasks } from './tasks/measure-tasks.ts'
import { measureWhatIf } from './what-if.ts'
import { measureWorkbook } from './workbook.ts'
import { measureWindow } from './window/measure-window.ts'
import { measureReview } from './window/review.ts'

const measures: Record<string, () => Promise<Measured>> = { rules: measureRules, intake: measureIntake, again: measureAgain, workbook: measureWorkbook, list: measureList, search: measureSearch, 'what-if': measureWhatIf, window: measureWindow, review: measureReview, tasks: measureTasks }

const bookSchema = z.object({ results: z.record(z.string(), z.unknown()) })

/** What earlier runs found, so that a measure can be run by itself; each result says when it was made. */
function earlierResults(book: string): Record<string, unknown> {
  if (!existsSync(book)) return {}
  try {
    return bookSchema.parse(JSON.parse(readFileSync(book, 'utf8'))).results
  } catch {
    // A book that cannot be read is written anew.
    return {}
  }
}

/** Runs the measures named, or all, in order; prints each as it is done and writes out/bench.json. With `--rows` the intake is one of so many rows. Gives the exit code. */
async function main(args: string[]): Promise<number> {
  const { values, positionals: names } = parseArgs({ args, options: { rows: { type: 'string' } }, allowPositionals: true })
  const rows = Number(values.rows ?? 0)
  if (!Number.isInteger(rows) || rows < 0 || (rows > 0 && names.join() !== 'intake')) {
    process.stderr.write('Användning: npm run bench [-- MÄTNING …], eller npm run bench intake -- --rows ANTAL\n')
    return 2
  }
  const unknown = names.filter(name => !Object.hasOwn(measures, name))
  if (unknown.length > 0) {
    process.stderr.write(`Mätningen ”${unknown.join('”, ”')}” finns inte. De som finns: ${Object.keys(measures).join(', ')}.\n`)
    return 2
  }
  const machine = { node: process.version, system: `${process.platform} ${process.arch}`, processors: cpus().length, processor: cpus()[0]?.model ?? '' }
  const book = join(out, 'bench.json')
  const results = earlierResults(book)
  const say = (text: string) => process.stdout.write(`${text}\n`)
  say(`Node ${machine.node}, ${machine.system}, ${machine.processors} processorer (${machine.processor}). Varje mått är medianen av flera varv, med de jämförda växelvis.`)
  for (const [name, run] of Object.entries(measures)) {
    if (names.length > 0 && !names.includes(name)) continue
    const before = load()
    const started = performance.now()
    const measured = await (rows > 0 ? measureLargeIntake(rows) : run())
    const seconds = Math.round((performance.now() - started) / 1000)
    const loads = { before, after: load() }
    say(tableOf({ ...measured, notes: [...measured.notes, `Maskinens last (snitt över en minut): ${loads.before} före, ${loads.after} efter. Mätningen tog ${seconds} s.`] }))
    results[rows > 0 ? `${name}-${rows}` : name] = { at: new Date().toISOString(), machine, ...measured, load: loads, seconds }
    mkdirSync(out, { recursive: true })
    writeFileSync(book, `${JSON.stringify({ results }, null, 2)}\n`)
  }
  return 0
}

const [first, ...rest] = process.argv.slice(2)
const work = first === '--bare-read'
  ? bareRead(rest).then(result => { process.stdout.write(JSON.stringify(result)); return 0 })
  : main(process.argv.slice(2))
work.then(code => { process.exitCode = code }, (error: unknown) => {
  process.stderr.write(`Mätningen avbröts: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
