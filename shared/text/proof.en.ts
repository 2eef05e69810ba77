import type * as swedish from './proof.sv.ts'

export const proofWord: typeof swedish.proofWord = {
  valid: 'Valid', expired: 'Expired', 'not-yet-valid': 'Not valid yet', revoked: 'Revoked', suspended: 'Suspended', 'status-missing': 'Status not known', 'status-stale': 'Status too old',
  'wrong-holder': 'Wrong person', 'holder-missing': 'Person missing', binding: 'Wrong holder key', 'issuer-unknown': 'Unknown issuer', 'issuer-type': 'The issuer may not attest this', 'issuer-withdrawn': 'The issuer has been removed',
  'issuer-period': 'Outside the issuer’s period', 'key-unknown': 'Unknown key', altered: 'Altered', algorithm: 'Signature not allowed', malformed: 'Cannot be read', 'type-unknown': 'Unknown kind', 'nothing-proven': 'Supports no fact',
  'value-unreadable': 'The value is not understood', replayed: 'Already used for somebody else',
}

export const proofSentence: typeof swedish.proofSentence = {
  valid: 'The credential is genuine and valid. Its facts now hold before the register, the Swedish Migration Agency, documents and application.',
  expired: 'The credential’s period of validity has ended. Ask the applicant for a new credential.',
  'not-yet-valid': 'The credential is not valid yet. Check the computer’s clock and add the credential again when it is valid.',
  revoked: 'The issuer has revoked the credential. It supports nothing; ask the applicant what has happened and ask for a new credential.',
  suspended: 'The issuer has suspended the credential. Wait until the suspension is lifted, fetch a new status list and check again.',
  'status-missing': 'It cannot be known whether the credential has been revoked: the status list that it refers to has not been read, or says nothing of this credential. Fetch the issuer’s status list, read it under Store, Issuers, and add the credential again.',
  'status-stale': 'It cannot be known whether the credential has been revoked: the status list is too old. Fetch a new one from the issuer, read it under Store, Issuers, and check again.',
  'wrong-holder': 'The credential is not about this person: the identity number, or the name and date of birth, is not that of the case. Check that the right case is open.',
  'holder-missing': 'The credential does not show whom it is about. Ask the applicant for a credential that has identity number, or name and date of birth.',
  binding: 'The holder’s own signature on the credential is not right. Ask the applicant to hand over the credential again from the wallet.',
  'issuer-unknown': 'The issuer is not among those trusted here. If it is an authority or a school that should be trusted, add it under Store, Issuers.',
  'issuer-type': 'The issuer is trusted, but not for credentials of this kind. Ask for a credential from whoever is responsible for the fact.',
  'issuer-withdrawn': 'The issuer is no longer trusted here. Ask for a credential from a trusted issuer.',
  'issuer-period': 'The credential was issued outside the period in which the issuer is trusted. Check the period under Store, Issuers.',
  'key-unknown': 'The credential is signed with a key that has not been added for the issuer. If the issuer has changed key, fetch the new keys, compare the fingerprints by telephone and add them under Store, Issuers.',
  altered: 'The signature is not right: the credential has been altered since it was issued, or was not issued by the one it states. Do not use it; ask for a new one.',
  algorithm: 'The credential has no signature, or is signed in a way that gives no security. Ask the issuer for a credential with an approved signature.',
  malformed: 'The text is no credential that can be read. Paste the whole credential, from the first to the last character, or choose the file. SD-JWT VC and W3C VC as JWT are accepted.',
  'type-unknown': 'The program cannot use credentials of this kind for any fact. The kinds accepted are listed under Store, Issuers.',
  'nothing-proven': 'The credential is genuine, but shows no fact that the case needs. Ask the applicant to share the facts that are needed.',
  'value-unreadable': 'The credential is genuine, but a value in it is not one of those that the fact can have. Nothing has been taken in; ask the issuer, and fill in the fact by hand if it is settled.',
  replayed: 'The same credential is already in another person’s case. Find out whom it is about before you use it.',
}
