import type { ProgrammeFiles } from '../rules/load.ts'
import controlExamples from './arbetsgivarkontroll/examples.yaml'
import controlFacts from './arbetsgivarkontroll/facts.yaml'
import controlParameters from './arbetsgivarkontroll/parameters.yaml'
import controlProgramme from './arbetsgivarkontroll/programme.yaml'
import controlDiscretion from './arbetsgivarkontroll/rules-discretion.yaml'
import controlOrganiser from './arbetsgivarkontroll/rules-organiser.yaml'
import controlStops from './arbetsgivarkontroll/rules-stops.yaml'
import controlWorkplace from './arbetsgivarkontroll/rules-workplace.yaml'
import controlEnglish from './arbetsgivarkontroll/text.en.yaml'
import conditionsExamples from './beslutsvillkor/examples.yaml'
import conditionsFacts from './beslutsvillkor/facts.yaml'
import conditionsParameters from './beslutsvillkor/parameters.yaml'
import conditionsProgramme from './beslutsvillkor/programme.yaml'
import conditionsDecision from './beslutsvillkor/rules-decision.yaml'
import conditionsGrant from './beslutsvillkor/rules-grant.yaml'
import conditionsEnglish from './beslutsvillkor/text.en.yaml'
import reemploymentExamples from './fk-foretradesratt/examples.yaml'
import reemploymentFacts from './fk-foretradesratt/facts.yaml'
import reemploymentParameters from './fk-foretradesratt/parameters.yaml'
import reemploymentProgramme from './fk-foretradesratt/programme.yaml'
import reemploymentRules from './fk-foretradesratt/rules.yaml'
import reemploymentEnglish from './fk-foretradesratt/text.en.yaml'
import traineeExamples from './fk-it-trainee/examples.yaml'
import traineeFacts from './fk-it-trainee/facts.yaml'
import traineeParameters from './fk-it-trainee/parameters.yaml'
import traineeProgramme from './fk-it-trainee/programme.yaml'
import traineeRules from './fk-it-trainee/rules.yaml'
import traineeEnglish from './fk-it-trainee/text.en.yaml'
import appealExamples from './fk-overklagande/examples.yaml'
import appealFacts from './fk-overklagande/facts.yaml'
import appealParameters from './fk-overklagande/parameters.yaml'
import appealProgramme from './fk-overklagande/programme.yaml'
import appealRules from './fk-overklagande/rules.yaml'
import appealEnglish from './fk-overklagande/text.en.yaml'
import credentials from './jobbspranget/credentials.yaml'
import examples from './jobbspranget/examples.yaml'
import facts from './jobbspranget/facts.yaml'
import files from './jobbspranget/files.yaml'
import parameters from './jobbspranget/parameters.yaml'
import programme from './jobbspranget/programme.yaml'
import requests from './jobbspranget/requests.yaml'
import education from './jobbspranget/rules-education.yaml'
import language from './jobbspranget/rules-language.yaml'
import person from './jobbspranget/rules-person.yaml'
import plan from './jobbspranget/rules-plan.yaml'
import registration from './jobbspranget/rules-registration.yaml'
import residence from './jobbspranget/rules-residence.yaml'
import sharing from './jobbspranget/sharing.yaml'
import english from './jobbspranget/text.en.yaml'
import pilotExamples from './jobbspranget-pilot/examples.yaml'
import pilotFacts from './jobbspranget-pilot/facts.yaml'
import pilotParameters from './jobbspranget-pilot/parameters.yaml'
import pilotProgramme from './jobbspranget-pilot/programme.yaml'
import pilotRules from './jobbspranget-pilot/rules.yaml'
import pilotEnglish from './jobbspranget-pilot/text.en.yaml'

/** The programmes that come with the program: the text files of each folder, by id. */
export const folders: Readonly<Record<string, ProgrammeFiles>> = {
  jobbspranget: {
    'programme.yaml': programme, 'facts.yaml': facts, 'files.yaml': files, 'parameters.yaml': parameters,
    'rules-education.yaml': education, 'rules-language.yaml': language, 'rules-person.yaml': person,
    'rules-plan.yaml': plan, 'rules-registration.yaml': registration, 'rules-residence.yaml': residence, 'examples.yaml': examples,
    'credentials.yaml': credentials, 'sharing.yaml': sharing, 'requests.yaml': requests, 'text.en.yaml': english,
  },
  'jobbspranget-pilot': { 'programme.yaml': pilotProgramme, 'facts.yaml': pilotFacts, 'parameters.yaml': pilotParameters, 'rules.yaml': pilotRules, 'examples.yaml': pilotExamples, 'text.en.yaml': pilotEnglish },
  arbetsgivarkontroll: {
    'programme.yaml': controlProgramme, 'facts.yaml': controlFacts, 'parameters.yaml': controlParameters,
    'rules-discretion.yaml': controlDiscretion, 'rules-organiser.yaml': controlOrganiser, 'rules-stops.yaml': controlStops, 'rules-workplace.yaml': controlWorkplace, 'examples.yaml': controlExamples, 'text.en.yaml': controlEnglish,
  },
  beslutsvillkor: { 'programme.yaml': conditionsProgramme, 'facts.yaml': conditionsFacts, 'parameters.yaml': conditionsParameters, 'rules-decision.yaml': conditionsDecision, 'rules-grant.yaml': conditionsGrant, 'examples.yaml': conditionsExamples, 'text.en.yaml': conditionsEnglish },
  'fk-foretradesratt': { 'programme.yaml': reemploymentProgramme, 'facts.yaml': reemploymentFacts, 'parameters.yaml': reemploymentParameters, 'rules.yaml': reemploymentRules, 'examples.yaml': reemploymentExamples, 'text.en.yaml': reemploymentEnglish },
  'fk-it-trainee': { 'programme.yaml': traineeProgramme, 'facts.yaml': traineeFacts, 'parameters.yaml': traineeParameters, 'rules.yaml': traineeRules, 'examples.yaml': traineeExamples, 'text.en.yaml': traineeEnglish },
  'fk-overklagande': { 'programme.yaml': appealProgramme, 'facts.yaml': appealFacts, 'parameters.yaml': appealParameters, 'rules.yaml': appealRules, 'examples.yaml': appealExamples, 'text.en.yaml': appealEnglish },
}
