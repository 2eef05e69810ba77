import { many, megabytes } from './format.ts'
import type { store as swedish } from './store.sv.ts'

export const store: typeof swedish = {
  passphrase: {
    heading: 'Change passphrase', current: 'Current passphrase', currentMissing: 'Write the passphrase that holds now.', next: 'New passphrase',
    submit: 'Change passphrase', done: 'The passphrase has been changed. The recovery code still holds.',
  },
  recoveryCode: {
    heading: 'New recovery code',
    body: 'The old code stops working when the new one has been made. Make a new code if the sheet has been lost.',
    submit: 'Make a new code', done: 'The new recovery code holds now. Destroy the old sheet.',
  },
  backup: {
    heading: 'Back up',
    body: 'The backup is encrypted and is opened with the passphrase or recovery code that holds today. Keep it somewhere other than on the computer.',
    submit: 'Choose place and back up', making: 'The backup is being made and checked',
    done: (name, cases, bytes) => `The backup ${name} has been made and checked: ${many(cases, 'case', 'cases')}, ${megabytes(bytes)}.`,
    suggested: day => `backup-${day}.sprangbrada`,
  },
  verify: {
    heading: 'Check the journal',
    body: 'The check computes the chain of journal entries again and compares it with what is stored. Nothing is changed. You can go on working when it is done.',
    submit: 'Check now', checking: 'The journal is being checked',
    done: (entries, cases) => `The journal holds together: ${many(entries, 'entry', 'entries')} and ${many(cases, 'case', 'cases')} agree.`,
  },
  removeSample: {
    heading: 'Remove the sample store?', body: 'The invented people and everything you have done with them are deleted from the computer. The work store is not affected. Sample data can be set up again whenever you like.',
    submit: 'Remove the sample store', done: 'The sample store has been removed.',
  },
  sampleOnly: 'The sample store has no passphrase, code or backup. Open your work store to use this page.',
}
