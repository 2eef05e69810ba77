import { basename } from 'node:path'
import { lightCode } from '../../../shared/text/words.sv.ts'
import { lightOf } from '../cases/cases.ts'
import { sharingWith, withdrawnIn } from '../cases/consent.ts'
import { intakeById } from '../cases/programme-of-intake.ts'
import type { Context } from '../context.ts'
import { csvLines } from '../store/csv.ts'
import { writeFileAtomic } from '../store/files.ts'

type Line = { id: number; application_id: string; counted: number; established: number | null; proposed: number; rules: string; protected: number }
const each = (context: Context, intake: number) => context.store.read.each<Line>('SELECT id, application_id, counted, established, proposed, rules, protected FROM application WHERE intake = ? ORDER BY application_id', intake)

/**
 * Exports the lights of an intake for the portal: application id, colour and whether a person has established it. Whoever has taken the consent back,
 * or not given it to the portal, is left out and counted.
 */
export function exportLights(context: Context, { intakeId, path }: { intakeId: number; path: string }): { name: string; rows: number; withdrawn: number; notCovered: number } {
  intakeById(context.store.read, intakeId)
  let rows = 0
  const left = { withdrawn: 0, notCovered: 0 }
  const refused = sharingWith(context.store.read, intakeId, 'portal')
  function* lines(): Generator<string[]> {
    yield ['ansoknings_id', 'farg', 'faststalld']
    for (const row of each(context, intakeId)) {
      const why = refused(row)
      if (why) {
        left[why === 'withdrawn' ? 'withdrawn' : 'notCovered']++
        continue
      }
      rows++
      yield [row.application_id, lightCode[lightOf(row.counted)], row.established === null ? 'nej' : 'ja']
    }
  }
  writeFileAtomic(path, csvLines(lines()))
  return { name: basename(path), rows, ...left }
}

/** Writes screening.csv: colour and the rules that are not green, per application in order of id. It holds no personal data; whoever has taken the consent back is left out. */
export function writeScreening(context: Context, intakeId: number, path: string): void {
  const gone = withdrawnIn(context.store.read, intakeId)
  function* lines(): Generator<string[]> {
    yield ['ansoknings_id', 'farg', 'regler']
    for (const row of each(context, intakeId)) if (!gone.has(row.id)) yield [row.application_id, lightCode[lightOf(row.proposed)], `${row.rules}${row.protected ? ' skyddad' : ''}`]
  }
  writeFileAtomic(path, csvLines(lines()))
}
