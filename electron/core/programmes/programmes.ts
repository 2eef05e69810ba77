import { Fault } from '../../../shared/fault.ts'
import { loadProgramme, type Programme, type ProgrammeFiles } from '../rules/load.ts'
import facts from './jobbspranget/facts.yaml'
import files from './jobbspranget/files.yaml'
import parameters from './jobbspranget/parameters.yaml'
import programme from './jobbspranget/programme.yaml'
import education from './jobbspranget/rules-education.yaml'
import language from './jobbspranget/rules-language.yaml'
import person from './jobbspranget/rules-person.yaml'
import plan from './jobbspranget/rules-plan.yaml'
import registration from './jobbspranget/rules-registration.yaml'
import residence from './jobbspranget/rules-residence.yaml'

const folders: Record<string, ProgrammeFiles> = {
  jobbspranget: {
    'programme.yaml': programme, 'facts.yaml': facts, 'files.yaml': files, 'parameters.yaml': parameters,
    'rules-education.yaml': education, 'rules-language.yaml': language, 'rules-person.yaml': person,
    'rules-plan.yaml': plan, 'rules-registration.yaml': registration, 'rules-residence.yaml': residence,
  },
}
const loaded = new Map<string, Programme>()

/** Ids of the programmes that come with the program. */
export const programmeIds: readonly string[] = Object.keys(folders)

/** A programme by id. Throws Fault programme-missing or rules-broken. */
export function programmeOf(id: string): Programme {
  const known = loaded.get(id)
  if (known) return known
  const folder = folders[id]
  if (!folder) throw new Fault('programme-missing', { programme: id })
  const result = loadProgramme(folder)
  loaded.set(id, result)
  return result
}
