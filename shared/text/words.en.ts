import type * as swedish from './words.sv.ts'

export const lightWord: typeof swedish.lightWord = { green: 'Green', orange: 'Orange', red: 'Red', 'not-applicable': 'Not applicable' }
export const lightOfKind: typeof swedish.lightOfKind = { green: 'green', orange: 'orange', red: 'red' }

export const sourceWord: typeof swedish.sourceWord = {
  caseworker: 'Caseworker', credential: 'Verified credential', 'migration-agency': 'Swedish Migration Agency', register: 'Arbetsförmedlingen’s register',
  document: 'Document', application: 'Application', intake: 'The intake',
}
export const originWord: typeof swedish.originWord = {
  assessment: 'The caseworker’s assessment', applicant: 'The applicant', document: 'A document', register: 'Arbetsförmedlingen’s register', 'migration-agency': 'Swedish Migration Agency', other: 'Somebody else',
}
export const fileKindWord: typeof swedish.fileKindWord = { applications: 'Applications', register: 'Register extract', permits: 'Decisions of the Swedish Migration Agency' }

/** A column as the file's header spells it: headers are shown as they are, in the language of the file. */
export { columnName } from './words.sv.ts'

const refusals: Record<Parameters<typeof swedish.rowReason>[0], string> = {
  'no-consent': 'no consent',
  'identity-missing': 'personal identity number missing',
  'identity-check-digit': 'wrong check digit',
  'identity-invalid': 'invalid identity number',
  'application-id-missing': 'ansoknings_id missing',
  'other-intake': 'another intake',
  'too-few-cells': 'too few cells',
  'too-many-cells': 'too many cells',
  'nul-byte': 'character not allowed (NUL)',
  'cell-too-large': 'a cell is larger than 1 MB',
  'unreadable-date': 'the date could not be read; the cell was left empty',
  'unreadable-number': 'the number could not be read; the cell was left empty',
  'unreadable-word': 'the word is not recognised; the cell was left empty',
  'unreadable-country': 'the country is not recognised; the cell was left empty',
  'unreadable-used': 'the value could not be read; the fact is not known until somebody has checked it',
  'leading-zero-restored': 'a leading zero had been lost from the identity number and has been put back',
}
export const rowReason: typeof swedish.rowReason = code => refusals[code]
