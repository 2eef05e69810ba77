import { join } from 'node:path'
import { INTAKES } from '../../build/sample/intake.ts'
import type { Core } from '../../electron/core/core.ts'
import { statsOf } from './measure.ts'
import { inTempFolder } from './places.ts'
import { figure, type Measured, number, spread, times } from './report.ts'
import { call, newCore, openCore, writeFiles } from './sample.ts'

const APPLICATIONS = 100_000
const TIMES_TARGET = 3
const ROUNDS = 3

/** Takes the files in and gives the seconds. Throws when they were not new, or not known, as they should be. */
async function take(core: Core, intakeId: number, files: string[], fresh: boolean): Promise<number> {
  globalThis.gc?.()
  const report = await call(core, 'intake.takeIn', { intakeId, files })
  const added = report.files.reduce((sum, file) => sum + file.counts.added, 0)
  if (report.files.some(file => file.fault) || (added > 0) !== fresh) throw new Error('filerna lästes inte som väntat')
  return report.seconds
}

/** The same files once more: how much sooner a hundred thousand applications that are all known are read than when they were new. */
export async function measureAgain(): Promise<Measured> {
  return inTempFolder(async folder => {
    const { applications, register, permits } = writeFiles(folder, '2024-1', APPLICATIONS)
    const first: number[] = []
    const again: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const lager = join(folder, `lager-${round}`)
      const files = [applications, register, permits]
      const { intake, ...dates } = INTAKES['2024-1']
      let core = await newCore(lager)
      try {
        const { id } = await call(core, 'intake.create', { programme: 'jobbspranget', name: intake, ...dates })
        first.push(await take(core, id, files, true))
        // Another day: the store has been closed meanwhile.
        core.close()
        core = await openCore(lager)
        again.push(await take(core, id, files, false))
      } finally {
        core.close()
      }
    }
    const [took, then] = [statsOf(first), statsOf(again)]
    const faster = statsOf(first.map((seconds, round) => seconds / (again[round] ?? Number.NaN)))
    return {
      title: `Samma filer igen: ${number(APPLICATIONS)} ansökningar med register och beslut, där ingenting är nytt`,
      lines: [
        { what: 'Första gången', figure: figure(took.median, 's'), spread: spread(took) },
        { what: 'Andra gången', figure: figure(then.median, 's'), spread: spread(then), against: `${times(faster.median)} så fort`, target: `minst ${TIMES_TARGET} ×`, reached: faster.median >= TIMES_TARGET },
      ],
      notes: ['Båda gångerna genom samma operation, i ett lager på disk.'],
      figures: { first: took, again: then, faster },
    }
  })
}
