import type { LogCheck, LogGroup } from '../../shared/contract/log.ts'
import { count, many } from './format.ts'

/** Texts of the room "Logg". */
export const log = {
  heading: 'Logg',
  grid: 'Vem som läste och gjorde vad',
  columns: { at: 'Tid', by: 'Handläggare', group: 'Slag', what: 'Vad', application: 'Ansökan', reason: 'Angivet skäl' },
  filters: 'Urval',
  caseworker: 'Handläggare', everybody: 'Alla',
  from: 'Från och med', to: 'Till och med',
  group: 'Slag', allGroups: 'Alla slag',
  groups: { read: 'Läsning', change: 'Ändring', establish: 'Fastställande', decide: 'Beslut', disclose: 'Utlämnande och export', system: 'System' } satisfies Record<LogGroup, string>,
  applicationId: 'Ansöknings-id', applicationHint: 'Visar också raderna ur inlästa filer',
  check: 'Kontroll', noCheck: 'Ingen',
  checks: {
    protected: 'Skyddade personuppgifter som öppnats', hours: 'Öppnat utanför klockan 06–20', unchanged: 'Öppnat av någon som inte ändrat något i ärendet',
  } satisfies Record<LogCheck, string>,
  bursts: 'Många ärenden på en timme',
  show: 'Visa',
  clear: 'Rensa urvalet',
  dateInvalid: 'Skriv ett datum som åååå-mm-dd.',
  hits: (n: number) => many(n, 'post', 'poster'),
  tooMany: (n: number) => `De ${count(n)} senaste posterna visas. Det finns fler; begränsa perioden eller urvalet.`,
  empty: 'Ingen post i loggen stämmer med urvalet.',
  logged: 'Att du läser loggen skrivs i loggen.',
  noApplication: 'ingen ansökan',
  save: 'Spara som CSV',
  saved: (name: string, rows: number) => `${name} är sparad med ${many(rows, 'post', 'poster')}. Det står i loggen.`,
  suggested: (day: string) => `logg-${day}.csv`,
  burstTable: 'Timmar då någon öppnade många ärenden', burstLeast: 'Minst så många ärenden', burstHour: 'Timme', burstCases: 'Olika ärenden', burstShow: 'Visa läsningarna',
  burstShowOf: (name: string, hour: string) => `Visa läsningarna: ${name}, ${hour}`,
  burstNone: 'Ingen har öppnat så många ärenden inom en timme under perioden.',
  burstPeriod: 'Välj en period: från och med, och till och med.',
}
