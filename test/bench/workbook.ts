import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { INTAKES } from '../../build/sample/intake.ts'
import { sampleRows } from '../../build/sample/rows.ts'
import { portalXlsx } from '../../build/sample/workbook.ts'
import { bareSchema, child, screenOnce } from './intake.ts'
import { figuresOf, interleaved, statsOf } from './measure.ts'
import { inTempFolder, out } from './places.ts'
import { figure, type Measured, number, spread, times } from './report.ts'

const APPLICATIONS = 100_000
const ROWS_TARGET = 6_000
const SCREEN = 'Arbetsbok genom kommandoraden'
const BARE = 'Bara read-excel-file'

/** Intake of a workbook: from the file to lights, beside a well-known reader that does nothing with the rows, each in a process of its own. */
export async function measureWorkbook(): Promise<Measured> {
  return inTempFolder(async folder => {
    const applications = join(folder, 'ansokningar-2024-1.xlsx')
    writeFileSync(applications, await portalXlsx([...sampleRows({ ...INTAKES['2024-1'], size: APPLICATIONS, seed: 1, serials: 'bench' }).applications()]))
    const peaks = { screen: [] as number[], bare: [] as number[] }
    const rates: number[] = []
    const bareRates: number[] = []
    const measured = await interleaved([
      { name: SCREEN, run: async () => {
        const { summary, peakMb } = await screenOnce(folder, { applications })
        peaks.screen.push(peakMb)
        rates.push(summary.rowsPerSecond)
        return summary.seconds
      } },
      { name: BARE, run: async () => {
        const run = await child(folder, [join(out, 'bench.cjs'), '--bare-read', applications])
        const bare = bareSchema.parse(JSON.parse(run.output))
        peaks.bare.push(run.peakMb)
        bareRates.push(bare.records / bare.seconds)
        return bare.seconds
      } },
    ], { warmUp: 1, rounds: 3 })
    const screen = figuresOf(measured, SCREEN)
    const bare = figuresOf(measured, BARE)
    const rate = statsOf(rates.slice(1))
    const bareRate = statsOf(bareRates.slice(1))
    const peak = { screen: statsOf(peaks.screen), bare: statsOf(peaks.bare) }
    return {
      title: `Arbetsbok: ${number(APPLICATIONS)} ansökningar om 39 kolumner ur en Excelfil, i en egen process`,
      lines: [
        { what: 'Ansökningar i sekunden', figure: figure(rate.median, 'rader/s'), spread: spread(rate), target: `minst ${number(ROWS_TARGET)}`, reached: rate.median >= ROWS_TARGET },
        { what: `${BARE}: samma fil, inget görs med raderna`, figure: figure(bareRate.median, 'rader/s'), spread: spread(bareRate) },
        { what: `${SCREEN}: läsa, lagra krypterat, bedöma, skriva ut`, figure: figure(screen.median, 's'), spread: spread(screen), against: `${times(screen.median / bare.median)} bara läsningen` },
        { what: 'Mest minne (hela processen)', figure: figure(peak.screen.median, 'MB'), spread: spread(peak.screen), against: `${times(peak.screen.median / peak.bare.median)} bara läsningen` },
      ],
      notes: ['Sekunderna är programmets egna (summary.json): från första raden till färdig lista, utan start och lösenfras.'],
      figures: { rowsPerSecond: rate, bareRowsPerSecond: bareRate, seconds: { screen, bare }, peakMb: peak },
    }
  })
}
