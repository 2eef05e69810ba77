import type * as swedish from './consent.sv.ts'

export const consentWord: typeof swedish.consentWord = { ja: 'Consent to all parties', delvis: 'Consent in part', withdrawn: 'Consent withdrawn', unknown: 'Consent not known' }
export const consentWayWord: typeof swedish.consentWayWord = { letter: 'Letter', 'e-mail': 'E-mail', telephone: 'Telephone', visit: 'Visit', portal: 'The portal', other: 'Another way' }
