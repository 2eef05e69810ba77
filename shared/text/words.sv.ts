import type { FileKind, Light, Origin, RuleLight, Source } from '../domain.ts'
import type { RowProblem } from '../rows.ts'

export const lightWord: Record<RuleLight, string> = { green: 'Grön', orange: 'Orange', red: 'Röd', 'not-applicable': 'Ej aktuell' }
/** A light's word beside ”ljus”, as in ”grönt ljus”. */
export const lightOfKind: Record<Light, string> = { green: 'grönt', orange: 'orange', red: 'rött' }
/** The literal values of the portal's and the answer files' column `farg`. */
export const lightCode: Record<Light, 'gron' | 'orange' | 'rod'> = { green: 'gron', orange: 'orange', red: 'rod' }

export const sourceWord: Record<Source, string> = {
  caseworker: 'Handläggare', credential: 'Verifierat intyg', 'migration-agency': 'Migrationsverket', register: 'Arbetsförmedlingens register',
  document: 'Handling', application: 'Ansökan', intake: 'Intaget',
}
export const originWord: Record<Origin, string> = {
  assessment: 'Handläggarens bedömning', applicant: 'Sökanden', document: 'En handling', register: 'Arbetsförmedlingens register', 'migration-agency': 'Migrationsverket', other: 'Någon annan',
}
export const fileKindWord: Record<FileKind, string> = { applications: 'Ansökningar', register: 'Registerutdrag', permits: 'Beslut från Migrationsverket' }

/** A column as the file's header spells it: headers are shown as they are. */
export function columnName(column: string): string {
  return column
}

const refusals: Record<RowProblem['code'], string> = {
  'no-consent': 'inget samtycke',
  'identity-missing': 'personnummer saknas',
  'identity-check-digit': 'fel kontrollsiffra',
  'identity-invalid': 'ogiltigt identitetsnummer',
  'application-id-missing': 'ansoknings_id saknas',
  'other-intake': 'annat intag',
  'too-few-cells': 'för få celler',
  'too-many-cells': 'för många celler',
  'nul-byte': 'otillåtet tecken (NUL)',
  'cell-too-large': 'en cell är större än 1 MB',
  'unreadable-date': 'datumet kunde inte läsas; cellen lämnades tom',
  'unreadable-number': 'talet kunde inte läsas; cellen lämnades tom',
  'unreadable-word': 'ordet känns inte igen; cellen lämnades tom',
  'unreadable-country': 'landet känns inte igen; cellen lämnades tom',
  'unreadable-used': 'värdet kunde inte läsas; uppgiften är okänd tills någon har kontrollerat den',
  'leading-zero-restored': 'en inledande nolla hade fallit bort ur identitetsnumret och har lagts tillbaka',
}
/** Short reason for a row remark, as in the column `orsak` of refused.csv. */
export function rowReason(code: RowProblem['code']): string {
  return refusals[code]
}
