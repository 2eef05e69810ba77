import { spawn } from 'node:child_process'
import { createReadStream, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import { readSheet } from 'read-excel-file/node'
import * as z from 'zod'
import { figuresOf, interleaved, type Stats, statsOf } from './measure.ts'
import { inTempFolder, out } from './places.ts'
import { figure, type Measured, number, spread, times } from './report.ts'
import { type Files, writeApplications, writeFiles } from './sample.ts'

const APPLICATIONS = 100_000
const ROWS_TARGET = 8_000
const MEMORY_TARGET_MB = 500
/** Of the portal's file and both extracts together. */
const RECORDS_TARGET = 15_000
/** How much more memory ten times as many rows may take. */
const LARGE_TARGET = 1.1
const SCREEN = 'Bedömning genom kommandoraden'
const BARE = 'Bara csv-parse'
const summarySchema = z.object({ rows: z.number(), accepted: z.number(), refused: z.number(), duplicates: z.number(), seconds: z.number(), rowsPerSecond: z.number(), green: z.number(), orange: z.number(), red: z.number() })
export type Summary = z.infer<typeof summarySchema>

/**
 * Loaded into the child before its program; tells the most memory it ever had. Linux counts the parent's memory into a child's
 * resourceUsage, so there the kernel's own figure for the process is read.
 */
const PEAK_HOOK = `
const { isMainThread } = require('node:worker_threads')
const { readFileSync, writeFileSync } = require('node:fs')
if (isMainThread) process.on('exit', () => {
  const line = process.platform === 'linux' ? /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) : null
  writeFileSync(process.env.MATNING_TOPP, String(line ? Number(line[1]) : process.resourceUsage().maxRSS))
})
`

export type ChildRun = { seconds: number; peakMb: number; output: string }

/** Runs a program in a process of its own. Throws with what it wrote when it fails. */
export async function child(folder: string, args: readonly string[], env: Record<string, string> = {}): Promise<ChildRun> {
  const hook = join(folder, 'topp.cjs')
  const peak = join(folder, 'topp.txt')
  writeFileSync(hook, PEAK_HOOK)
  const started = performance.now()
  const running = spawn(process.execPath, ['--require', hook, ...args], { env: { ...process.env, ...env, MATNING_TOPP: peak, TMP: folder, TEMP: folder, TMPDIR: folder }, stdio: ['ignore', 'pipe', 'pipe'] })
  const stop = () => void running.kill()
  process.once('exit', stop)
  let output = ''
  let complaint = ''
  running.stdout.on('data', (chunk: Buffer) => { output += chunk.toString('utf8') })
  running.stderr.on('data', (chunk: Buffer) => { complaint += chunk.toString('utf8') })
  const code = await new Promise<number | null>((resolve, reject) => running.on('error', reject).on('close', resolve))
  process.off('exit', stop)
  if (code !== 0) throw new Error(`programmet slutade med kod ${code ?? '?'}: ${complaint}`)
  return { seconds: (performance.now() - started) / 1000, peakMb: Number(readFileSync(peak, 'utf8')) / 1024, output }
}

/** Screens files into a store that is removed again, through the command line. */
export async function screenOnce(folder: string, files: Pick<Files, 'applications'> & Partial<Files>): Promise<ChildRun & { summary: Summary }> {
  const target = join(folder, 'ut')
  mkdirSync(target, { recursive: true })
  const run = await child(folder, [join(out, 'cli.cjs'), 'screen', '--programme', 'jobbspranget', '--intake', '2024-1', ...Object.entries(files).flatMap(([kind, path]) => [`--${kind}`, path]), '--out', target])
  const summary = summarySchema.parse(JSON.parse(readFileSync(join(target, 'summary.json'), 'utf8')))
  rmSync(target, { recursive: true, force: true })
  return { ...run, summary }
}

/** What the measuring child does: reads files with csv-parse or read-excel-file and nothing else, and says how many seconds it took. */
export async function bareRead(paths: readonly string[]): Promise<{ seconds: number; records: number }> {
  const started = performance.now()
  let records = 0
  for (const path of paths) {
    if (path.endsWith('.xlsx')) {
      records += (await readSheet(path)).length
      continue
    }
    const rows = createReadStream(path).pipe(parse({ delimiter: ';', bom: true, encoding: path.includes('ansokningar') ? 'latin1' : 'utf8' }))
    for await (const _row of rows) records++
  }
  return { seconds: (performance.now() - started) / 1000, records }
}

export const bareSchema = z.object({ seconds: z.number(), records: z.number() })

/** Intake: a hundred thousand applications with both extracts, from files to lights, in a process of its own. */
export async function measureIntake(): Promise<Measured> {
  return inTempFolder(async folder => {
    const files = writeFiles(folder, '2024-1', APPLICATIONS)
    const peaks: Record<string, number[]> = { [SCREEN]: [], [BARE]: [] }
    const rates: number[] = []
    let last: Summary | null = null
    let records = 0
    const measured = await interleaved([
      { name: SCREEN, run: async () => {
        const { summary, peakMb } = await screenOnce(folder, files)
        peaks[SCREEN]?.push(peakMb)
        rates.push(summary.rowsPerSecond)
        last = summary
        return summary.seconds
      } },
      { name: BARE, run: async () => {
        const run = await child(folder, [join(out, 'bench.cjs'), '--bare-read', ...Object.values(files)])
        const bare = bareSchema.parse(JSON.parse(run.output))
        peaks[BARE]?.push(run.peakMb)
        records = bare.records
        return bare.seconds
      } },
    ], { warmUp: 1, rounds: 5 })
    return resultOf(figuresOf(measured, SCREEN), figuresOf(measured, BARE), statsOf(rates.slice(1)), { screen: statsOf(peaks[SCREEN] ?? []), bare: statsOf(peaks[BARE] ?? []) }, last, records)
  })
}

/** The portal's file alone, of so many applications and of the usual number, each once: what matters is the most memory that each takes. */
export async function measureLargeIntake(rows: number): Promise<Measured> {
  return inTempFolder(async folder => {
    const runs: { rows: number; seconds: number; rate: number; peakMb: number }[] = []
    for (const size of [APPLICATIONS, rows]) {
      const { applications } = writeApplications(folder, '2024-1', size)
      const { summary, peakMb } = await screenOnce(folder, { applications })
      rmSync(applications)
      runs.push({ rows: summary.rows, seconds: summary.seconds, rate: summary.rowsPerSecond, peakMb })
    }
    const usual = runs[0]?.peakMb ?? Number.NaN
    return {
      title: `Stort intag: ${number(rows)} ansökningar ur portalens fil, bredvid ${number(APPLICATIONS)}, var och en i en egen process`,
      lines: runs.map(({ rows: read, seconds, rate, peakMb }) => ({
        what: `Mest minne med ${number(read)} rader`, figure: figure(peakMb, 'MB'), against: `${times(peakMb / usual)}, ${number(seconds)} s, ${number(rate)} rader/s`, target: `högst ${number(LARGE_TARGET, 1)} ×`, reached: peakMb <= LARGE_TARGET * usual,
      })),
      notes: ['Ett varv var: minnet skiljer sig lite mellan varv.'],
      figures: { runs },
    }
  })
}

function resultOf(screen: Stats, bare: Stats, rate: Stats, peak: { screen: Stats; bare: Stats }, summary: Summary | null, records: number): Measured {
  const ratio = screen.median / bare.median
  return {
    title: `Intag: ${number(APPLICATIONS)} ansökningar om 39 kolumner, med register och beslut, i en egen process`,
    lines: [
      { what: 'Ansökningar i sekunden', figure: figure(rate.median, 'rader/s'), spread: spread(rate), target: `minst ${number(ROWS_TARGET)}`, reached: rate.median >= ROWS_TARGET },
      { what: 'Poster ur alla tre filerna i sekunden', figure: figure(records / screen.median, 'poster/s'), target: `minst ${number(RECORDS_TARGET)}`, reached: records / screen.median >= RECORDS_TARGET },
      { what: `${SCREEN}: läsa, lagra krypterat, bedöma, skriva ut`, figure: figure(screen.median, 's'), spread: spread(screen), against: `${times(ratio)} bara läsningen` },
      { what: `${BARE}: samma tre filer, inget görs med raderna`, figure: figure(bare.median, 's'), spread: spread(bare) },
      { what: 'Mest minne (hela processen)', figure: figure(peak.screen.median, 'MB'), spread: spread(peak.screen), against: `${times(peak.screen.median / peak.bare.median)} bara läsningen`, target: `under ${MEMORY_TARGET_MB}`, reached: peak.screen.most < MEMORY_TARGET_MB },
      { what: 'Mest minne, bara csv-parse', figure: figure(peak.bare.median, 'MB'), spread: spread(peak.bare) },
    ],
    notes: [
      `Filerna har ${number(records)} poster. Av ${number(summary?.rows ?? 0)} ansökningar togs ${number(summary?.accepted ?? 0)} in, ${number(summary?.refused ?? 0)} avvisades och ${number(summary?.duplicates ?? 0)} var dubbletter.`,
      'Sekunderna är programmets egna (summary.json): från första raden till färdig lista, utan start och lösenfras.',
    ],
    figures: { rowsPerSecond: rate, seconds: { screen, bare }, ratio, peakMb: peak, summary, records },
  }
}
