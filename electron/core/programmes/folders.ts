import type { ProgrammeFiles } from '../rules/load.ts'
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

/** The programmes that come with the program: the text files of each folder, by id. */
export const folders: Readonly<Record<string, ProgrammeFiles>> = {
  jobbspranget: {
    'programme.yaml': programme, 'facts.yaml': facts, 'files.yaml': files, 'parameters.yaml': parameters,
    'rules-education.yaml': education, 'rules-language.yaml': language, 'rules-person.yaml': person,
    'rules-plan.yaml': plan, 'rules-registration.yaml': registration, 'rules-residence.yaml': residence,
  },
}
