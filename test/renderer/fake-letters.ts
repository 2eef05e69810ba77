import type { NoteView } from '../../shared/contract/notes.ts'
import type { RequestProposal, RequestsOfCase } from '../../shared/contract/requests.ts'
import type { TimelinePage } from '../../shared/contract/timeline.ts'

/** One thing that can be asked for, and one that the authority mends itself. */
export const fakeProposal = (): RequestProposal => ({
  items: [{ name: 'permit-card', questions: [{ id: 'JO-07', question: 'Gäller tillståndet hela praktiken?', light: 'orange', missing: ['tillståndets sista dag'], toGreen: [] }], texts: { sv: { ask: 'Skicka en kopia av kortet.', why: 'Vi behöver veta hur länge det gäller.' }, en: { ask: 'Send a copy of the card.', why: 'We need to know how long it is valid.' } } }],
  others: [{ id: 'JO-16', question: 'Behöver sökanden öka sin anställningsbarhet?', light: 'orange', because: 'Behovet bedöms av handläggaren.' }], language: 'sv', dueOn: '2026-12-07', replyTo: '',
})
export const fakeRequests = (): RequestsOfCase => ({ requests: [], today: '2026-11-22', remindBy: '2026-11-30' })
export const fakeNotes = (): NoteView[] => [{ id: 1, text: 'Sökanden ringde.', at: '2026-11-20T09:00:00.000Z', by: 'Siv Åkesson', additions: [] }]
export const fakeTimeline = (id: number): TimelinePage => ({
  events: [{ seq: 2, at: '2026-08-17T08:12:00.000Z', by: 'Siv Åkesson', kind: 'application.added', group: 'application', text: 'Ansökan lästes in.', opens: null, caseId: id }],
  next: null, counts: { application: 1, facts: 0, documents: 0, letters: 0, assessments: 0, overrides: 0, decisions: 0, notes: 0, reads: 0 },
  cases: [{ id, applicationId: 'JS-2026-000001', intakeId: 1, intakeName: 'Våren 2026', hidden: false }],
})
