import type { SearchKind } from '../../shared/contract/search.ts'

const hits = (n: number) => (n === 1 ? '1 träff' : `${n} träffar`)
const what = 'Sökningen gäller namn, identitetsnummer, ansöknings-id, ärendenummer, anordnare och intag.'

export const search = {
  label: 'Sök i alla intag',
  results: 'Träffar',
  hits,
  kinds: { application: 'Ansöknings-id', identity: 'Identitetsnummer', 'case-number': 'Ärendenummer', name: 'Namn', employer: 'Anordnare' } satisfies Record<SearchKind, string>,
  intakes: 'Intag',
  near: 'liknande stavning',
  cases: (n: number) => (n === 1 ? '1 ansökan' : `${n} ansökningar`),
  protectedName: 'Skyddade personuppgifter',
  established: 'fastställt',
  proposed: 'förslag',
  more: 'Det finns fler. Skriv mer för att hitta rätt.',
  none: (text: string) => `Inga träffar på ”${text}”.`,
  what,
  protectedOnly: 'En person med skyddade personuppgifter hittas bara med hela sitt ansöknings-id.',
  reading: 'Namnen läses in. Fler träffar kan komma.',
  short: 'Skriv minst två tecken.',
}
