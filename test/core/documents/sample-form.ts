import type { DecisionFormInput } from '../../../shared/documents.ts'

/** An invented case; nobody has this number (its control digit is wrong). */
export const sampleForm = {
  authority: 'Arbetsförmedlingen', unit: 'Enheten för arbetspraktik', caseNumber: 'Af-2026/0012 3456', applicationId: 'JS-2026-0117',
  intakeName: 'Jobbsprånget våren 2026', decisionDate: '2026-02-12',
  person: { name: 'Ánh Exempel Öberg', identityNumber: '19930412-2380', protected: false },
  frameProgramme: 'none', period: { start: '2026-03-02', end: '2026-06-30' }, extent: { percent: 75, reasons: 'Du läser svenska för invandrare på 25 % av heltid.' },
  organiser: { name: 'Exempelverken AB', organisationNumber: '556000-0001', workplaceAddress: 'Provgatan 12, 111 22 Exempelstad', supervisor: 'Åsa Handledarsson' },
  tasks: 'Delta i provning av styrsystem för vattenrening.\nDokumentera mätningar.',
  reasons: ['Du är inskriven som arbetssökande.', 'Du har en avslutad högskoleutbildning inom elektroteknik.'],
  union: { organisation: 'Provfacket', askedOn: '2026-01-20', answer: 'tillstyrker', answeredOn: '2026-01-28' },
  employerControl: { checkedOn: '2026-02-02', outcome: 'utan-anmarkning' },
  decisionMaker: { name: 'Karin Beslutsson', title: 'arbetsförmedlare' }, rapporteur: { name: 'Jonas Föredragsson', title: 'handläggare' },
  participants: [{ name: 'Mira Deltagarsson', title: 'jurist' }],
  barReference: 'BAR-4711', ruleSet: { programme: 'jobbspranget', version: '2026-01', hash: '3f9a1c2e77aa00bb' }, screeningId: 'G-000117-3',
} satisfies DecisionFormInput

const words = (length: number): string => 'behörighetsprövning av mätningar '.repeat(Math.ceil(length / 33)).slice(0, length).trim()

/** Every text as long as the schema lets it be. */
export const longestForm = {
  ...sampleForm, unit: words(120), caseNumber: '9'.repeat(60), intakeName: words(120), person: { ...sampleForm.person, name: 'Å'.repeat(300) },
  organiser: { ...sampleForm.organiser, name: words(300), workplaceAddress: words(300), supervisor: words(300) },
  tasks: words(2000), extent: { percent: 50, reasons: words(2000) }, reasons: [words(2000), words(2000), words(300)],
  union: { ...sampleForm.union, organisation: words(300) }, decisionMaker: { name: words(300), title: words(120) },
  participants: Array.from({ length: 10 }, () => ({ name: words(300), title: words(120) })),
  barReference: 'B'.repeat(60), ruleSet: { programme: words(60), version: '1'.repeat(40), hash: 'a'.repeat(64) }, screeningId: 'S'.repeat(60),
} satisfies DecisionFormInput
