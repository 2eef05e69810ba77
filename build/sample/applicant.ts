import { OUTSIDE_EUROPE, SWEDEN } from './countries.ts';
import { dateOf, dayNumber } from './dates.ts';
import { BENCH_SERIALS, personnummer, serial } from './identity.ts';
import { COMMENTS, EDUCATION_TEXTS, FIRST_NAMES, LAST_NAMES, TOWNS } from './names.ts';
import { ENDING, ENDLESS, type Permit, type Person, type Register, type Sex } from './person.ts';
import type { Plan } from './plan.ts';
import { mix, random, shuffle, textSeed, type Random, type Shuffle } from './random.ts';

/** Fields of study that fit the seven areas, as places and applicants of 2023 name them. */
export const GREEN_FIELDS = [
  '520a', '521a', '521b', '522a', '522b', '523a', '523c', '524a', '526a', '527a', '582a', '480a', '481a', '481b', '481x', '581c', '581d',
  '340a', '340b', '340c', '343z', '344z', '345a', '345b', '345c', '314a', '342z', '727a', '727b',
];
const USUAL_KINDS = [...ENDLESS, ...ENDING];
const GOOD_EVIDENCE = ['examensbevis', 'uhr-utlatande'];
const GOOD_ENGLISH = ['B2', 'B2', 'C1', 'C2'];
const ANY_SWEDISH = ['A1', 'A2', 'B1', 'B2', ''];
const FEW_MONTHS = ['0', '0', '0', '2', '5', '8', '12'];
const NONE = ['0', '0', '0', ''];
/** Category and programme of the register, as often as in 2023. */
const CATEGORIES = [['11', ''], ['11', ''], ['11', ''], ['22', ''], ['68', 'ETP'], ['70', 'JOB']] as const;
export const GREEN_LEVELS = ['536', '537', '546', '547', '556', '557', '620', '640'];

/** Where an intake's people take their birth dates, numbers and chances from. */
export type Nursery = { plan: Plan; salt: number; adults: Record<Sex, Shuffle> };

export function nurseryOf(plan: Plan): Nursery {
  const salt = mix(plan.seed, textSeed(plan.intake));
  const capacity = plan.adultDates * (plan.serials === 'testing' ? 1 : BENCH_SERIALS);
  return { plan, salt, adults: { K: shuffle(capacity, mix(salt, 11)), M: shuffle(capacity, mix(salt, 12)) } };
}

/** A chance of its own for one person and one purpose. */
export function chance(nursery: Nursery, index: number, purpose: number): Random {
  return random(mix(nursery.salt, index, purpose));
}

/** The id of the application with a running number. */
export function applicationId(plan: Plan, index: number): string {
  return `JS-${plan.intake}-${String(plan.firstNumber + index).padStart(plan.width, '0')}`;
}

/** Birth date and personnummer of an adult: two people of one intake never share a number. */
function adult(nursery: Nursery, sex: Sex, rank: number): { birth: string; number: string } {
  const { plan } = nursery;
  const value = nursery.adults[sex].at(rank);
  const birth = dateOf(plan.oldest + 3 * (value % plan.adultDates));
  return { birth, number: personnummer(birth, serial(sex, Math.floor(value / plan.adultDates), plan.serials)) };
}

/** Makes an applicant of whom every rule is green. `rank` counts the people of one sex in the intake. */
export function greenApplicant(nursery: Nursery, index: number, sex: Sex, rank: number): Person {
  const { plan } = nursery;
  const { evaluation } = plan.days;
  const dice = chance(nursery, index, 1);
  const country = dice.pick(OUTSIDE_EUROPE);
  const kind = dice.pick(USUAL_KINDS);
  const swede = kind === 'svensk-medborgare';
  const person: Person = {
    applicationId: applicationId(plan, index), sex, ...adult(nursery, sex, rank),
    firstName: dice.pick(FIRST_NAMES[sex]), lastName: dice.pick(LAST_NAMES),
    bornIn: country, citizenOf: swede ? SWEDEN : country, studiedIn: country,
    received: dateOf(evaluation - 4 - dice.below(31)),
    consent: 'ja', consentDate: dateOf(evaluation - 4 - dice.below(31)),
    kind, validTo: '', workRight: 'ja', extension: '', receipt: '',
    decisionAttached: swede ? '' : 'ja', classCode: '', firstDecisionAttached: '',
    level: dice.pick(GREEN_LEVELS), field: dice.pick(GREEN_FIELDS),
    degreeDate: dateOf(evaluation - 365 - dice.below(6500)), evidence: dice.pick(GOOD_EVIDENCE),
    english: dice.pick(GOOD_ENGLISH), swedish: dice.pick(ANY_SWEDISH),
    monthsWorked: dice.pick(FEW_MONTHS), hoursPerWeek: dice.pick(NONE),
    studyPace: dice.pick(NONE), earlierPlace: 'nej',
    town: dice.below(TOWNS.length), street: 1 + dice.below(180), phone: 605 + dice.below(95), wantedTown: dice.below(TOWNS.length),
    comment: dice.chance(55) ? dice.pick(COMMENTS) : '', educationText: dice.chance(4) ? dice.pick(EDUCATION_TEXTS) : '',
    register: registerOf(plan, dice), permits: [], cells: {},
  };
  if (ENDING.includes(kind)) person.validTo = longEnough(plan, dice);
  return person;
}

/** A last day that covers the place; one in thirty ends on the place's very last day. */
export function longEnough(plan: Plan, dice: Random): string {
  return dice.chance(3) ? plan.placeEnd : dateOf(plan.days.end + dice.below(900));
}

function registerOf(plan: Plan, dice: Random): Register {
  const [category, programme] = dice.pick(CATEGORIES);
  const { evaluation, sixMonthsBack } = plan.days;
  return {
    status: dice.chance(65) ? 'Aktuell' : 'Registrerad', enrolled: dateOf(evaluation - 30 - dice.below(700)),
    category, planningCall: dice.chance(97) ? 'ja' : '', programme,
    planRenewed: dateOf(sixMonthsBack + dice.below(evaluation - sixMonthsBack)), planAllows: 'ja', needAssessed: 'ja',
    protectedPerson: 'nej', residentSince: dateOf(evaluation - 300 - dice.below(2600)),
  };
}

/** Gives the person a permit that ends, unless the kind already does; a citizen becomes a citizen of the country of birth. */
export function withEndingPermit(person: Person, plan: Plan, dice: Random): void {
  if (!ENDLESS.includes(person.kind)) return;
  person.kind = dice.pick(ENDING);
  person.validTo = longEnough(plan, dice);
  person.citizenOf = person.bornIn;
  if (person.decisionAttached === '') person.decisionAttached = 'ja';
}

/** Migrationsverket's row on a person, from what is true of the person; Swedish citizens have none. */
export function permitsOf(person: Person, plan: Plan, dice: Random): Permit[] {
  if (person.kind === 'svensk-medborgare') return [];
  const { validTo, workRight, extension, receipt } = person;
  const { evaluation } = plan.days;
  const latest = Math.min(evaluation - 100, (validTo === '' ? evaluation : dayNumber(validTo)) - 200);
  return [{ validFrom: dateOf(latest - dice.below(900)), validTo, workRight: workRight === 'oklart' ? '' : workRight, extension, receipt }];
}

