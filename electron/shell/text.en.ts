import type * as swedish from './text.sv.ts'

const all = { name: 'All files', extensions: ['*'] }

export const dialogText: typeof swedish.dialogText = {
  open: {
    intake: { title: 'Choose files to read', filters: [{ name: 'Applications and extracts (CSV, Excel)', extensions: ['csv', 'txt', 'xlsx'] }, all] },
    backup: { title: 'Choose backup', filters: [{ name: 'Backup from Språngbräda', extensions: ['sprangbrada'] }, all] },
    documents: { title: 'Choose documents', filters: [{ name: 'Documents (ZIP, PDF, PNG, JPEG) and list (CSV)', extensions: ['zip', 'pdf', 'png', 'jpg', 'jpeg', 'csv'] }, all] },
    'document-folder': { title: 'Choose folder of documents', filters: [] },
    credential: { title: 'Choose credential', filters: [{ name: 'Credential (text)', extensions: ['txt', 'jwt', 'sdjwt', 'sd-jwt', 'json'] }, all] },
    issuer: { title: 'Choose file with issuer or keys', filters: [{ name: 'Issuer (JSON)', extensions: ['json', 'jwks'] }, all] },
    'status-list': { title: 'Choose status list', filters: [{ name: 'Status list (JWT)', extensions: ['jwt', 'txt'] }, all] },
    programme: { title: 'Choose programme file', filters: [{ name: 'Programme file with rules (YAML)', extensions: ['yaml', 'yml'] }, all] },
  },
  save: {
    lights: { title: 'Save the lights as a file', kind: 'CSV' },
    form: { title: 'Save the form', kind: 'PDF' },
    backup: { title: 'Save the backup', kind: 'Backup from Språngbräda' },
    programme: { title: 'Save the programme as a file', kind: 'Programme file (YAML)' },
    'what-if': { title: 'Save whose light would change', kind: 'CSV' },
    problems: { title: 'Save the list of problems', kind: 'CSV' },
    receipt: { title: 'Save the receipt', kind: 'Text' },
    letters: { title: 'Save the letters in a new folder in', kind: 'PDF' },
    log: { title: 'Save the log', kind: 'CSV' },
  },
}

export const menuText: typeof swedish.menuText = {
  file: 'File', edit: 'Edit', view: 'View', case: 'Case', help: 'Help',
  backup: 'Back up…', passphrase: 'Change passphrase…', lock: 'Lock', quit: 'Quit',
  undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste', remove: 'Delete', selectAll: 'Select all',
  larger: 'Larger text', smaller: 'Smaller text', normal: 'Normal size', look: 'Appearance', language: 'Language / Språk', themes: { light: 'Light', dark: 'Dark', system: 'As the system' }, fullScreen: 'Full screen',
  intakes: 'Intakes', search: 'Search all intakes', find: 'Search the list', shortcuts: 'Keyboard shortcuts', about: 'About Språngbräda', devTools: 'Developer tools',
}

export const aboutText: typeof swedish.aboutText = version => ({
  title: 'About Språngbräda',
  message: `Språngbräda ${version}`,
  detail: 'Intakes, assessment and decisions on work placement (arbetspraktik) within Jobbsprånget at Arbetsförmedlingen (the Swedish Public Employment Service). The program works entirely without a network; all data lies encrypted on this computer.',
  button: 'Close',
})

export const failureText: typeof swedish.failureText = {
  startTitle: 'Språngbräda cannot start',
  homeUnwritable: 'The program’s folder could not be made or read. Check that you may write in your local profile and that the disk is not full, then start again.',
  defectTitle: 'Språngbräda closes',
  defect: incident => `An unexpected error occurred in the program (error number ${incident}). Nothing has been saved by halves. Restart Språngbräda; state the error number if you contact the person responsible for the system.`,
  pageTitle: 'The window stopped working',
  pageGone: incident => `The window has been opened anew and the store has been locked (error number ${incident}). Nothing has been saved by halves. Unlock the store and go on; state the error number if it happens again.`,
  close: 'Close',
}
