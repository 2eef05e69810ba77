import type { DecisionInput } from '../../shared/contract/decision-input.ts'

/** Everything a decision needs, with nothing wrong. */
export function decisionFor({ id, version }: { id: number; version: number }, more: Partial<DecisionInput> = {}): DecisionInput {
  return {
    caseId: id, version, decidedOn: '2023-02-20', organiser: 'Provbolaget AB', organisationNumber: '556016-0680', workplace: 'Provgatan 1, Provstad', supervisor: 'Handledare Prov', tasks: 'Mäta och rita.',
    extentPercent: 100, partTimeReason: '', employerControl: { checkedOn: '2023-02-01', outcome: 'utan-anmarkning' }, union: { organisation: 'Provfacket', askedOn: '2023-02-02', answer: 'ingen-erinran', answeredOn: '2023-02-10' },
    assessment: 'Praktiken ökar möjligheterna att få arbete.', rapporteur: '', participants: '', caseNumber: '', barReference: '', ...more,
  }
}
