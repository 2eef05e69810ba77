import type * as swedish from './log.sv.ts'

export const logGroupWord: typeof swedish.logGroupWord = {
  read: 'reading', change: 'change', establish: 'establishing', decide: 'decision', disclose: 'disclosure', system: 'system',
}

export const logWord: typeof swedish.logWord = {
  'store.created': 'The store was set up', 'store.setting': 'A setting of the store was changed', 'caseworker.added': 'A caseworker was added', 'caseworker.changed': 'Details of a caseworker were changed',
  'caseworker.ended': 'A caseworker was ended', 'caseworker.passphrase-set': 'A caseworker got a passphrase', 'passphrase.changed': 'The passphrase was changed', 'recovery.renewed': 'A new recovery code was made',
  'backup.created': 'A backup was made', 'backup.restored': 'A backup was restored', 'journal.verified': 'The journal was checked',
  'programme.imported': 'A programme was read in', 'intake.rules-adopted': 'New rules were taken into use for an intake', 'case.rejudged': 'The case was judged again by new rules',
  'intake.created': 'An intake was set up', 'intake.updated': 'An intake was changed', 'file.opened': 'The reading of a file began', 'file.taken': 'A file was read in', 'file.undone': 'A file was undone',
  'file.vanished': 'Missing from the portal’s latest file', 'lights.moved': 'Lights were changed by new data', 'mapping.remembered': 'The columns of a sender’s file were saved', 'mapping.forgotten': 'The columns of a sender’s file were forgotten',
  'request.made': 'A request to complete was made', 'request.reminded': 'A reminder of a request was made', 'request.answered': 'An answer to a request was noted', 'request.closed': 'A request to complete was closed',
  'note.added': 'A note was written', 'note.amended': 'A note was amended',
  'case.assigned': 'The case was assigned', 'case.express': 'An express check was marked or removed', 'filter.saved': 'A list of one’s own was saved', 'filter.removed': 'A list of one’s own was removed',
  'application.added': 'The application was read in', 'application.changed': 'A changed application was read in', 'register.read': 'Register data were read in', 'permit.read': 'Data from the Swedish Migration Agency were read in',
  'fact.corrected': 'A fact was corrected', 'fact.withdrawn': 'A correction was taken back', 'fact.stated': 'A fact was proven', 'fact.unstated': 'A fact is no longer proven',
  'light.established': 'The light was established', 'light.overridden': 'The light was changed against the proposal', 'light.held': 'The light waits for a second caseworker', 'light.confirmed': 'A second caseworker confirmed the light',
  'light.returned': 'A second caseworker returned the light', 'light.lapsed': 'A changed light no longer holds', 'step.undone': 'A step was undone', 'decision.made': 'A decision was made',
  'document.received': 'A document was read in', 'document.marked': 'A document was marked', 'document.removed': 'A document was removed',
  'issuer.added': 'An issuer was added', 'issuer.changed': 'An issuer was changed', 'issuer.withdrawn': 'An issuer was withdrawn', 'status-list.imported': 'A status list was read in',
  'proof.accepted': 'A credential was accepted', 'proof.refused': 'A credential was refused', 'proof.judged': 'A credential was checked again', 'proof.rechecked': 'All credentials were checked again', 'proof.withdrawn': 'A credential was removed',
  'consent.withdrawn': 'Consent was withdrawn', 'consent.given': 'Consent was given',
  'person.joined': 'Two applications were joined', 'person.parted': 'A joining was undone', 'person.told-apart': 'Two applications were told apart', 'person.reopened': 'An answer about the same person was taken back',
  'case.read': 'The case was opened', 'form.read': 'The form was opened or saved', 'document.read': 'A document was opened', 'letter.read': 'A letter was opened or saved', 'lights.exported': 'Lights were exported to the portal',
  'log.read': 'The log was read', 'log.exported': 'The log was exported',
}
