import type { Role } from '../../shared/domain.ts'
import { roleWord } from '../../shared/text/roles.en.ts'
import type { common as swedish } from './common.sv.ts'

const steps: Readonly<Record<string, string>> = {
  bedömning: 'assessment', ärenden: 'cases', säkerhetskopia: 'backup', återställning: 'restoring', intyg: 'credentials', omprövning: 'assessment by the new rules', journal: 'journal', handlingar: 'documents', brev: 'letters',
}

export const common: typeof swedish = {
  product: 'Språngbräda',
  cancel: 'Cancel',
  close: 'Close',
  keys: 'Keys here',
  back: 'Back',
  save: 'Save',
  goOn: 'Continue',
  tryAgain: 'Try again',
  optional: 'optional',
  needs: (role: Role) => `Needs the permission “${roleWord[role]}”.`,
  needsFor: (what: string, role: Role) => `${what} needs the permission “${roleWord[role]}”.`,
  loading: 'Fetching…',
  none: '–',
  reason: 'Reason',
  dateFormat: 'Written yyyy-mm-dd',
  required: 'Fill in the field.',
  dateInvalid: 'Write a date as yyyy-mm-dd.',
  faultTitle: 'That did not work',
  progress: { label: 'Work in progress', of: (done, total) => `${done} of ${total}`, stopping: 'Stopping…', working: 'Working…' },
  crashed: {
    title: 'Something went wrong on the screen',
    body: 'What you have saved is still there. Reload the view and go on. If it happens again: restart Språngbräda.',
    reload: 'Reload the view',
  },
  pdf: {
    label: 'The form as pages',
    page: (n, of) => `Page ${n} of ${of}`,
    pageOnly: n => `Page ${n}`,
    previous: 'Previous page',
    next: 'Next page',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    fit: 'Fit to width',
    turnLeft: 'Turn left',
    turnRight: 'Turn right',
    percent: n => `${n}%`,
    loading: 'Showing the form…',
    failed: 'The form could not be shown on the screen. It can still be printed and saved.',
    locked: 'The form is locked and cannot be shown on the screen.',
  },
  // The core names its steps in Swedish; a step that is a file goes by the file's name.
  progressStep: step => steps[step] ?? step,
  swedishByLaw: 'Forms, decisions and letters are in Swedish, the language of Swedish authorities (Language Act 2009:600, section 10).',
}
