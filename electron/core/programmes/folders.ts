import type { ProgrammeFiles } from '../rules/load.ts'
import reemploymentExamples from './fk-foretradesratt/examples.yaml'
import reemploymentFacts from './fk-foretradesratt/facts.yaml'
import reemploymentParameters from './fk-foretradesratt/parameters.yaml'
import reemploymentProgramme from './fk-foretradesratt/programme.yaml'
import reemploymentRules from './fk-foretradesratt/rules.yaml'
import traineeExamples from './fk-it-trainee/examples.yaml'
import traineeFacts from './fk-it-trainee/facts.yaml'
import traineeParameters from './fk-it-trainee/parameters.yaml'
import traineeProgramme from './fk-it-trainee/programme.yaml'
import traineeRules from './fk-it-trainee/rules.yaml'
import appealExamples from './fk-overklagande/examples.yaml'
import appealFacts from './fk-overklagande/facts.yaml'
import appealParameters from './fk-overklagande/parameters.yaml'
import appealProgramme from './fk-overklagande/programme.yaml'
import appealRules from './fk-overklagande/rules.yaml'
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
  'fk-foretradesratt': { 'programme.yaml': reemploymentProgramme, 'facts.yaml': reemploymentFacts, 'parameters.yaml': reemploymentParameters, 'rules.yaml': reemploymentRules, 'examples.yaml': reemploymentExamples },
  'fk-it-trainee': { 'programme.yaml': traineeProgramme, 'facts.yaml': traineeFacts, 'parameters.yaml': traineeParameters, 'rules.yaml': traineeRules, 'examples.yaml': traineeExamples },
  'fk-overklagande': { 'programme.yaml': appealProgramme, 'facts.yaml': appealFacts, 'parameters.yaml': appealParameters, 'rules.yaml': appealRules, 'examples.yaml': appealExamples },
}
