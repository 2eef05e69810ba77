import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { basename, join } from 'node:path'
import { setImmediate as immediately } from 'node:timers/promises'
import type { SavedLetters } from '../../../../shared/contract/desk.ts'
import { Fault } from '../../../../shared/fault.ts'
import type { Context } from '../../context.ts'
import { swedishDay } from '../../rules/local-day.ts'
import { fileFault, writeFileAtomic } from '../../store/files.ts'
import type { Row } from '../../store/database.ts'
import { readLetter } from './letters.ts'

type Found = Row & { application_id: string; protected: number; letter: number | null }
const NEWEST = `
  SELECT a.application_id, a.protected, (SELECT max(l.id) FROM request r JOIN letter l ON l.request = r.id WHERE r.application = a.id) AS letter
  FROM json_each(?) chosen CROSS JOIN application a ON a.id = chosen.value ORDER BY a.id`

/**
 * Saves the newest letter of each case as a file, in a new folder within `path`: all of them or none. That each was read is logged. A protected person's
 * letter is never one of many. Throws Fault letters-none, disk-full, write-failed or cancelled.
 */
export async function saveLetters(context: Context, ids: readonly number[], path: string): Promise<SavedLetters> {
  const { store, signal } = context
  const found = store.read.all<Found>(NEWEST, JSON.stringify(ids))
  const open = found.filter(each => each.protected === 0)
  const letters = open.flatMap(({ letter, application_id }) => (letter === null ? [] : [{ letter, application_id }]))
  if (letters.length === 0) throw new Fault('letters-none')
  const unfinished = join(path, `.${randomBytes(6).toString('hex')}.tmp`)
  try {
    mkdirSync(unfinished)
  } catch (error) {
    throw fileFault(error, path)
  }
  try {
    for (const [at, { letter, application_id }] of letters.entries()) {
      writeFileAtomic(join(unfinished, fileName(application_id)), readLetter(context, { letterId: letter }))
      context.progress('brev', at + 1, letters.length)
      await immediately()
      if (signal.aborted) throw new Fault('cancelled')
    }
    return { folder: settle(path, unfinished, swedishDay(store.now())), saved: letters.length, without: open.length - letters.length, protected: found.length - open.length }
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw error
  }
}

/** The number of the application and nothing of the person. Two intakes never share a folder, so no two are alike. */
const fileName = (applicationId: string) => `komplettering ${applicationId.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 80)}.pdf`

/** Gives the folder its name when it is whole: the day, and a number where the day has one already. */
function settle(path: string, unfinished: string, day: string): string {
  for (let n = 1; ; n++) {
    const target = join(path, `Brev om komplettering ${day}${n === 1 ? '' : ` (${n})`}`)
    if (existsSync(target)) continue
    try {
      renameSync(unfinished, target)
    } catch (error) {
      throw fileFault(error, target)
    }
    return basename(target)
  }
}
