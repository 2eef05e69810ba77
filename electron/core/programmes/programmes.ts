import { Fault } from '../../../shared/fault.ts'
import { type Programme, trustedProgramme } from '../rules/load.ts'
import { folders } from './folders.ts'

const loaded = new Map<string, Programme>()

/** Ids of the programmes that come with the program. */
export const programmeIds: readonly string[] = Object.keys(folders)

/** A programme by id. Throws Fault programme-missing or rules-broken. */
export function programmeOf(id: string): Programme {
  const known = loaded.get(id)
  if (known) return known
  const folder = folders[id]
  if (!folder) throw new Fault('programme-missing', { programme: id })
  const result = trustedProgramme(folder, programmeOf)
  loaded.set(id, result)
  return result
}
