import type { ConsentScope, ConsentWay } from '../contract/consent.ts'

export const consentWord: Record<ConsentScope, string> = { ja: 'Samtycke till alla parter', delvis: 'Samtycke delvis', withdrawn: 'Samtycket återkallat', unknown: 'Samtycket okänt' }
export const consentWayWord: Record<ConsentWay, string> = { letter: 'Brev', 'e-mail': 'E-post', telephone: 'Telefon', visit: 'Besök', portal: 'Portalen', other: 'Annat sätt' }
