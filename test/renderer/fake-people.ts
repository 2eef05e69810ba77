import type { Person } from '../../shared/contract/people.ts'
import { ROLES } from '../../shared/domain.ts'

/** The one who works, a colleague who screens, and one who has ended. */
export const fakePeople = (): Person[] => [
  { id: 1, name: 'Siv Åkesson', title: 'Arbetsförmedlare', roles: [...ROLES], ended: null, hasPassphrase: true },
  { id: 2, name: 'Örjan Provare', title: 'Arbetsförmedlare', roles: ['read', 'screen'], ended: null, hasPassphrase: false },
  { id: 3, name: 'Åke Exempel', title: 'Handläggare', roles: ['read'], ended: '2026-05-04T08:00:00.000Z', hasPassphrase: false },
]
