import type { RequestLetter } from '../../../../electron/core/documents/request-letter.ts'

/** A letter to a made-up person whose name has letters of several languages. */
export const sampleLetter: RequestLetter = {
  language: 'sv', programme: 'Jobbsprånget', intakeName: '2026-2', applicationId: 'JS-2026-2-00117',
  person: { name: 'Nguyễn Thị ”Ánh” Öberg-Exempel', street: 'Provgatan 12 lgh 1101', postal: '111 22 Exempelstad', protected: false },
  items: [
    { ask: 'Skicka en kopia av båda sidor av ditt uppehållstillståndskort.', why: 'Vi behöver veta att du har rätt att vara i Sverige under hela praktiken.' },
    { ask: 'Skicka ditt examensbevis.\nHar du inget på svenska eller engelska: skicka en översättning.', why: 'Vi behöver veta att du har en akademisk examen.' },
  ],
  date: '2026-11-23', dueOn: '2026-12-07', replyTo: '', caseworker: { name: 'Åsa Éxempel', title: 'Arbetsförmedlare' }, remindsOf: null, sample: false,
}
