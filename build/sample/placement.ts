import { applicationId } from './applicant.ts';
import { addDays, dateOf, dayNumber } from './dates.ts';
import { organisationNumber } from './identity.ts';
import { TOWNS } from './names.ts';
import { slotOf, type People } from './people.ts';
import { item, mix, random, shuffle, type Random } from './random.ts';

export const PLACE_COLUMNS = [
  'plats_id', 'organisationsnummer', 'arbetsgivare', 'kollektivavtal', 'facklig_organisation', 'omrade', 'inriktning_sun',
  'titel', 'ort', 'antal', 'start', 'slut', 'omfattning', 'handledare', 'sprak',
] as const;

export const OFFER_COLUMNS = ['ansoknings_id', 'plats_id', 'erbjuden', 'svar'] as const;

/** The employer control and the union's statement on each place that was offered. */
export const CONTROL_COLUMNS = [
  'plats_id', 'organisationsnummer', 'arbetsgivare', 'arbetsplats', 'kontroll_datum', 'kontroll_utfall', 'facklig_organisation',
  'yttrande_begart', 'yttrande_svar', 'yttrande_datum', 'handledare', 'arbetsuppgifter',
] as const;

const REGIONS = ['Nordic', 'Svea', 'Göta', 'Mälar', 'Öresund', 'Norrland'];
const TRADES = ['Teknik', 'Konsult', 'Industri', 'Pharma', 'Energi', 'Systems', 'Arkitekter'];
const UNIONS = ['Sveriges Ingenjörer', 'Unionen', 'Akavia', 'DIK', 'Sveriges Arkitekter'];
const AREAS: readonly (readonly [string, string, readonly string[]])[] = [
  ['teknik', 'Konstruktionsstöd, provning och dokumentation', ['521a', '522a', '524a', '526a', '582a']],
  ['datavetenskap', 'Utveckling och test av webbtjänster', ['481a', '481b']],
  ['arkitektur', 'Ritningsunderlag och modeller i tidiga skeden', ['581c']],
  ['ekonomi', 'Löpande redovisning och uppföljning', ['340a', '343z', '344z']],
  ['farmaci', 'Kvalitetsdokumentation och laboratoriestöd', ['727a']],
  ['hr', 'Rekryteringsstöd och personaladministration', ['345c']],
  ['marknadsforing', 'Kampanjunderlag och omvärldsbevakning', ['340c', '342z']],
];

type Employer = { number: string; name: string; agreement: 'ja' | 'nej'; union: string };
type Place = { id: string; employer: Employer; town: string; supervisor: string; tasks: string; row: string[] };
type Offer = { id: string; place: Place; date: string; accepted: boolean; dice: Random };

/** The three streams on places: announced, offered, controlled; header first. */
export function placementRows(people: People): Record<'places' | 'offers' | 'controls', () => Generator<string[]>> {
  return {
    *places() {
      yield [...PLACE_COLUMNS];
      for (let i = 0; i < people.plan.shape.places; i++) yield placeAt(people, i).row;
    },
    *offers() {
      yield [...OFFER_COLUMNS];
      for (const { id, place, date, accepted } of offersOf(people)) yield [id, place.id, date, accepted ? 'ja' : 'nej'];
    },
    *controls() {
      yield [...CONTROL_COLUMNS];
      for (const offer of offersOf(people)) yield controlRow(offer);
    },
  };
}

function employerAt({ plan }: People, rank: number): Employer {
  const numbers = shuffle(4_000_000, mix(plan.seed, 42));
  // The intakes of a year take their employers from the same series, some in both.
  const shared = rank + (plan.intake.endsWith('-1') ? 0 : 200);
  const dice = random(mix(plan.seed, shared, 41));
  const agreement = dice.chance(67) ? 'ja' : 'nej';
  return {
    number: organisationNumber(numbers.at(shared)), agreement,
    name: `${item(REGIONS, shared % REGIONS.length)} ${item(TRADES, Math.floor(shared / REGIONS.length) % TRADES.length)} ${shared + 1} AB`,
    union: dice.chance(81) ? dice.pick(UNIONS) : '',
  };
}

function placeAt(people: People, index: number): Place {
  const { plan, nursery } = people;
  const dice = random(mix(nursery.salt, index, 43));
  const employers = Math.ceil(plan.shape.places / 4);
  const employer = employerAt(people, dice.below(employers));
  const [area, tasks, fields] = dice.pick(AREAS);
  const town = dice.pick(TOWNS)[0];
  const id = `PL-${plan.intake}-${String(index + 1).padStart(Math.max(4, String(plan.shape.places).length), '0')}`;
  const supervisor = `Handledare ${index + 1}`;
  const row = [
    id, employer.number, employer.name, employer.agreement, employer.union, area, dice.pick(fields), `Praktikant ${area}`, town,
    '1', plan.placeStart, plan.placeEnd, '100', supervisor, dice.pick(['svenska', 'engelska', 'engelska eller svenska']),
  ];
  return { id, employer, town, supervisor, tasks, row };
}

/** Who is offered which place: green applicants only, those of whom the data is protected never. */
function* offersOf(people: People): Generator<Offer> {
  const { plan, nursery } = people;
  const places = shuffle(Math.max(1, plan.shape.places), mix(nursery.salt, 44));
  const { K, M } = plan.shape;
  const order = shuffle(Math.max(1, K.offered + M.offered), mix(nursery.salt, 45));
  const first = Math.max(dayNumber(plan.evaluationDate) + 1, dayNumber(plan.placeStart) - 30);
  const last = Math.max(first, dayNumber(plan.placeStart) - 12);
  for (let i = 0; i < K.offered + M.offered; i++) {
    const turn = order.at(i);
    const sex = turn < K.offered ? 'K' : 'M';
    const rank = sex === 'K' ? turn : turn - K.offered;
    const dice = random(mix(nursery.salt, turn, 46));
    yield {
      id: applicationId(plan, people.slots.indexOf(slotOf(plan, sex, rank))), place: placeAt(people, places.at(turn)),
      date: dateOf(first + dice.below(last - first + 1)), accepted: rank < plan.shape[sex].accepted, dice,
    };
  }
}

/** Every control and statement falls after the offer and before the place starts. */
function controlRow({ place, date, accepted, dice }: Offer): string[] {
  const { employer } = place;
  const asked = addDays(date, 1 + dice.below(2));
  const answer = dice.pick(['tillstyrker', 'tillstyrker', 'ingen erinran', 'inget svar']);
  return [
    place.id, employer.number, employer.name, `${employer.name}, ${place.town}`, addDays(date, 1 + dice.below(4)),
    accepted || dice.chance(70) ? 'utan anmärkning' : 'med anmärkning', employer.union === '' ? dice.pick(UNIONS) : employer.union,
    asked, answer, answer === 'inget svar' ? '' : addDays(asked, 1 + dice.below(7)), place.supervisor, place.tasks,
  ];
}
