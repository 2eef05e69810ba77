import type { frame as swedish } from './frame.sv.ts'

export const frame: typeof swedish = {
  skip: 'Skip to the content',
  store: { work: 'Work store', sample: 'Sample store' },
  sampleBanner: 'Sample data – invented people',
  lock: 'Lock',
  menu: 'Store',
  menuItems: {
    passphrase: 'Change passphrase', 'recovery-code': 'New recovery code', backup: 'Back up',
    restore: 'Restore backup', verify: 'Check the journal', issuers: 'Issuers',
    people: 'Caseworkers', log: 'Log', changeUser: 'Change caseworker',
  },
  menuSample: { leave: 'Close sample data', remove: 'Remove sample data' },
  crumbs: 'You are here',
  intakes: 'Intakes',
  desk: 'My work',
  rooms: 'Rooms',
  rules: 'Rules',
  titles: {
    start: 'Unlock', desk: 'My work', intakes: 'Intakes', 'read-files': 'Read files', 'read-documents': 'Read documents', list: 'Applicants', overrides: 'Overrides', 'same-person': 'Same person?', case: 'Case', decide: 'Decision', form: 'Form', store: 'Store', rules: 'Rules', issuers: 'Issuers', people: 'Caseworkers', log: 'Log',
  },
  crumb: { 'read-files': 'Read files', 'read-documents': 'Read documents', list: 'Applicants', overrides: 'Overrides', 'same-person': 'Same person?', case: 'Case', decide: 'Decide', form: 'Form', store: 'Store', rules: 'Rules', issuers: 'Issuers', people: 'Caseworkers', log: 'Log' },
  language: {
    title: name => `Change the language to ${name}?`, body: 'What you have written and not saved will be lost, because the window is loaded anew.',
    submit: 'Change language', stay: 'Go on writing',
  },
  help: 'Help',
  look: 'Appearance',
  themes: { light: 'Light', dark: 'Dark', system: 'As the system' },
}
