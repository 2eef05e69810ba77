import type { SearchKind } from '../../shared/contract/search.ts'
import type { search as swedish } from './search.sv.ts'

const hits = (n: number) => (n === 1 ? '1 hit' : `${n} hits`)
const what = 'The search looks at name, identity number, application id, case number, organiser and intake.'

export const search: typeof swedish = {
  label: 'Search all intakes',
  results: 'Hits',
  hits,
  kinds: { application: 'Application id', identity: 'Identity number', 'case-number': 'Case number', name: 'Name', employer: 'Organiser' } satisfies Record<SearchKind, string>,
  intakes: 'Intakes',
  near: 'similar spelling',
  cases: (n: number) => (n === 1 ? '1 application' : `${n} applications`),
  protectedName: 'Protected personal data',
  established: 'established',
  proposed: 'proposed',
  more: 'There are more. Write more to find the right one.',
  none: (text: string) => `No hits for “${text}”.`,
  what,
  protectedOnly: 'A person with protected personal data is found only by the whole application id.',
  reading: 'Names are being read. More hits may come.',
  short: 'Write at least two characters.',
}
