import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractCsv, portalCsv } from '../../../build/sample/csv.ts'
import { INTAKES, sampleIntake } from '../../../build/sample/intake.ts'
import { portalXlsx } from '../../../build/sample/workbook.ts'

export type SampleFiles = { name: string; evaluationDate: string; placeStart: string; placeEnd: string; applications: string; register: string; permits: string; places: string[][]; offers: string[][]; controls: string[][] }

/** Writes the made-up intakes of 2023 as the files that would have come, spring as CSV and autumn as a workbook. `remove` takes them away again. */
export async function writeSampleFiles(): Promise<{ intakes: SampleFiles[]; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'sprangbrada-exempel-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const intakes: SampleFiles[] = []
    for (const name of ['2023-1', '2023-2'] as const) {
      const dates = INTAKES[name]
      const sample = sampleIntake({ ...dates, intake: name })
      const put = (file: string, bytes: Iterable<Uint8Array>) => {
        const path = join(folder, file)
        writeFileSync(path, Buffer.concat([...bytes]))
        return path
      }
      intakes.push({
        name, ...dates,
        applications: name === '2023-1' ? put(`ansokningar-${name}.csv`, portalCsv(sample.applications)) : put(`ansokningar-${name}.xlsx`, [await portalXlsx(sample.applications)]),
        register: put(`af-register-${name}.csv`, extractCsv(sample.register)), permits: put(`mv-beslut-${name}.csv`, extractCsv(sample.permits)),
        places: sample.places, offers: sample.offers, controls: sample.controls,
      })
    }
    return { intakes, remove }
  } catch (error) {
    remove()
    throw error
  }
}
