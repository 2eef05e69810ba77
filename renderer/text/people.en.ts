import type { Catalogue } from './sv.ts'
import { many } from './format.ts'

export const people: Catalogue['people'] = {
  heading: 'Caseworkers',
  body: 'Everybody opens the store with a passphrase of their own, and everything that is read and done is in the log by name. The name of somebody who has left stays in the history.',
  table: 'Caseworkers of the store',
  columns: { name: 'Name', title: 'Title', roles: 'Permissions', state: 'State', acts: 'Actions' },
  you: 'you',
  state: { works: 'Works here', noPassphrase: 'Has no passphrase', ended: (day: string) => `Ended ${day}` },
  roles: { read: 'Read', screen: 'Screen', decide: 'Decide', administer: 'Administer' },
  roleHints: {
    read: 'See lists, cases, rules and documents. Whoever has any other permission may also read.',
    screen: 'Answer questions, establish lights, receive documents and credentials, note consent.',
    decide: 'Decide on work placements (arbetspraktik).',
    administer: 'Caseworkers, intakes and files, rules, issuers, backups and the log.',
  },
  add: 'Add caseworker',
  change: 'Change',
  changeOf: (name: string) => `Change: ${name}`,
  passphrase: 'New passphrase',
  passphraseOf: (name: string) => `New passphrase: ${name}`,
  end: 'End',
  endOf: (name: string) => `End: ${name}`,
  form: {
    addTitle: 'Add caseworker', changeTitle: (name: string) => `Change ${name}`, name: 'Name', nameHint: 'Stands on decisions and in the journal.', title: 'Title', roles: 'Permissions',
    rolesMissing: 'Choose at least one permission.', nameMissing: 'Write the caseworker’s name.', titleMissing: 'Write the caseworker’s title.', submitAdd: 'Add', submitChange: 'Save',
    passphrase: 'The caseworker’s passphrase', passphraseBody: 'The new caseworker types a passphrase of their own here. Nobody else should know it.',
  },
  passphraseDialog: {
    title: (name: string) => `New passphrase for ${name}`, body: (name: string) => `${name} types the new passphrase here. The old one no longer holds.`, submit: 'Set the passphrase',
  },
  endDialog: {
    title: (name: string) => `End ${name}?`, submit: 'End the caseworker',
    body: (name: string) => `${name} can no longer unlock the store. The name stays in the history and on decisions. This cannot be undone; somebody who comes back is added anew. An older backup still opens with the passphrase that held then.`,
  },
  done: {
    added: (name: string) => `${name} has been added.`, changed: (name: string) => `The details of ${name} have been saved.`, ended: (name: string) => `${name} has been ended.`, passphrase: (name: string) => `${name} has a new passphrase.`,
  },
  sample: 'In the sample store everybody works as the same made-up caseworker. Caseworkers are added in the work store.',
  lockHeading: 'Locking',
  lockBody: (minutes: number) => `The store locks when nobody has touched keyboard or mouse for ${many(minutes, 'minute', 'minutes')}, and always when the computer locks or sleeps.`,
  lockMinutes: 'Minutes until locking (1–60)',
  lockInvalid: 'Write a whole number of minutes from 1 to 60.',
  lockSubmit: 'Save the time',
  lockDone: (minutes: number) => `The store now locks after ${many(minutes, 'minute', 'minutes')}.`,
  idle: {
    title: 'The store is about to lock.', body: 'Nobody has touched keyboard or mouse. Text that you have written but not saved is lost when the store locks.', goOn: 'Go on working',
  },
}
