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
  rooms: 'Rooms',
  rules: 'Rules',
  titles: {
    start: 'Unlock', intakes: 'Intakes', 'read-files': 'Read files', 'read-documents': 'Read documents', list: 'Applicants', 'same-person': 'Same person?', case: 'Case', decide: 'Decision', form: 'Form', store: 'Store', rules: 'Rules', issuers: 'Issuers', people: 'Caseworkers', log: 'Log',
  },
  crumb: { 'read-files': 'Read files', 'read-documents': 'Read documents', list: 'Applicants', 'same-person': 'Same person?', case: 'Case', decide: 'Decide', form: 'Form', store: 'Store', rules: 'Rules', issuers: 'Issuers', people: 'Caseworkers', log: 'Log' },
  shortcuts: {
    title: 'Keys',
    rows: [
      ['Ctrl+F', 'Search among the applicants'],
      ['Arrow up, arrow down', 'Move in the list'],
      ['Page Up, Page Down', 'Move one screen in the list'],
      ['Home, End', 'First and last in the list'],
      ['Enter', 'Open the case'],
      ['Alt+arrow left, Alt+arrow right', 'Previous and next case'],
      ['+, −, 0', 'Larger, smaller and page width, in a document'],
      ['R, Shift+R', 'Turn a document right and left'],
      ['Arrow left, arrow right', 'Previous and next page in a document'],
      ['S, O, H', 'Same person, different people and skip, in a comparison'],
      ['Esc', 'Close dialog or form'],
    ],
  },
}
