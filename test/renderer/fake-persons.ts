import type { LikelyPage, PersonApplication, PersonView } from '../../shared/contract/persons.ts'

function fakeApplication(id: number): PersonApplication {
  return {
    id, applicationId: `JS-2026-${String(id).padStart(6, '0')}`, intakeId: 1, intakeName: 'Våren 2026', receivedOn: '2026-01-05', light: 'green', established: false, decidedOn: null, protected: false,
    familyName: 'Öberg', givenName: 'Åsa', identityNumber: '19900102-2384',
  }
}

/** A person with one application more than the one that is open. */
export function fakePerson(id: number): PersonView {
  return { self: fakeApplication(id), others: [{ ...fakeApplication(id + 1), sameIntake: true, byNumber: true }], joined: [], apart: [], likely: 0, readAgain: [] }
}

/** No pair waits for an answer. */
export const fakeLikely = (): LikelyPage => ({ total: 0, strong: 0, pairs: [] })
