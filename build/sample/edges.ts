import { applicationId, chance, greenApplicant, permitsOf } from './applicant.ts';
import { OUTSIDE_EUROPE } from './countries.ts';
import { addDays, addMonths, addYears, dateOf, dayNumber } from './dates.ts';
import { permitEdges } from './edges-permit.ts';
import { personEdges } from './edges-person.ts';
import { registerEdges } from './edges-register.ts';
import { studyEdges } from './edges-study.ts';
import { personnummer, serial } from './identity.ts';
import type { Applicant, People } from './people.ts';
import type { Permit, Person, Register, Sex } from './person.ts';
import type { Colour, Plan } from './plan.ts';
import { item } from './random.ts';

/** The limits of an intake's dates, by name. */
export type Limits = {
  evaluation: string;
  dayBefore: string;
  start: string;
  end: string;
  dayBeforeEnd: string;
  longAfter: string;
  sixMonthsBack: string;
};

/** What is different about one named person, compared with someone of whom every rule is green. */
export type Change = Partial<Omit<Person, 'register' | 'permits'>> & {
  /** Null: the register does not know the person. */
  register?: Partial<Register> | null;
  /** Migrationsverket's rows instead of the one that follows from the person. */
  permits?: Partial<Permit>[];
  /** 24 years old when the place starts, instead of 25. */
  young?: boolean;
  after?: (person: Person) => void;
};

/** A Swedish sentence that says what is special, the rules that are not green, and the change. */
export type Edge = readonly [name: string, rules: string, change: Change];
export type EdgeApplicant = Applicant & { name: string };

export function limitsOf(plan: Plan): Limits {
  return {
    evaluation: plan.evaluationDate, dayBefore: addDays(plan.evaluationDate, -1), start: plan.placeStart, end: plan.placeEnd,
    dayBeforeEnd: addDays(plan.placeEnd, -1), longAfter: addDays(plan.placeEnd, 400),
    sixMonthsBack: addMonths(plan.evaluationDate, -6),
  };
}

/** All named people of an intake, in the order they stand last in its files. */
export function edgeApplicants(people: People, firstIndex: number): EdgeApplicant[] {
  const limits = limitsOf(people.plan);
  const edges = [...personEdges(limits), ...registerEdges(limits), ...permitEdges(limits), ...studyEdges()];
  let older = 0;
  let younger = 0;
  return edges.map(([name, rules, change], i) => {
    const index = firstIndex + i;
    const rank = change.young === true ? younger++ : older++;
    const sex: Sex = change.sex ?? (rank % 2 === 0 ? 'K' : 'M');
    const birth = change.birth ?? reservedBirth(people.plan, change.young === true ? [25, 24] : [28, 25], rank >> 1);
    const person = plainApplicant(people, index, sex, birth);
    const { register, permits, after, young: _young, ...facts } = change;
    Object.assign(person, facts);
    person.register = register === null || !person.register ? null : { ...person.register, ...register };
    person.permits = permitsOf(person, people.plan, chance(people.nursery, index, 3));
    const usual: Permit = { validFrom: addDays(limits.evaluation, -300), validTo: '', workRight: '', extension: '', receipt: '' };
    if (permits) person.permits = permits.map((permit) => ({ ...usual, ...permit }));
    after?.(person);
    return { name, person, verdict: verdictOf(rules) };
  });
}

function verdictOf(rules: string): { colour: Colour; rules: string[] } {
  const list = rules === '' ? [] : rules.split(' ');
  return { colour: list.some((rule) => rule.endsWith(':rod')) ? 'rod' : list.length > 0 ? 'orange' : 'gron', rules: list };
}

/** Birth dates between the adults' and the young ones', every third day, so that no other person has the number. */
function reservedBirth(plan: Plan, [oldest, youngest]: readonly [number, number], rank: number): string {
  const first = dayNumber(addYears(plan.placeStart, -oldest)) + 2;
  const birth = first + ((((plan.oldest - first) % 3) + 3) % 3) + 3 * rank;
  if (birth >= dayNumber(addYears(plan.placeStart, -youngest)) - 1) throw new RangeError('Provdata: för många namngivna gränsfall.');
  return dateOf(birth);
}

/** The same plain green facts for everyone, so that only what is named differs. */
function plainApplicant(people: People, index: number, sex: Sex, birth: string): Person {
  const { plan, nursery } = people;
  const person = greenApplicant(nursery, index, sex, 0);
  const country = item(OUTSIDE_EUROPE, index % OUTSIDE_EUROPE.length);
  return Object.assign(person, {
    applicationId: applicationId(plan, index), birth, number: personnummer(birth, serial(sex, 0, 'testing')),
    bornIn: country, citizenOf: country, studiedIn: country, kind: 'TUT-anknytning', validTo: addDays(plan.placeEnd, 400),
    decisionAttached: 'ja', level: '546', field: '521a', evidence: 'examensbevis', english: 'B2', swedish: 'A1',
    monthsWorked: '0', hoursPerWeek: '0', studyPace: '0', comment: '', educationText: '',
    register: {
      status: 'Aktuell', enrolled: addDays(plan.evaluationDate, -200), category: '11', planningCall: 'ja', programme: '',
      planRenewed: addDays(plan.evaluationDate, -30), planAllows: 'ja', needAssessed: 'ja', protectedPerson: 'nej',
      residentSince: addDays(plan.evaluationDate, -900),
    } satisfies Register,
  } satisfies Partial<Person>);
}

/** Rows of the extracts on people who have not applied. */
export function unknownPeople(people: People): { register: string[][]; permits: string[][] } {
  const { plan } = people;
  const numbers = [0, 1, 2].map((i) => personnummer(dateOf(dayNumber(addYears(plan.placeStart, -70)) + 3 * i), serial('K', 0, 'testing')));
  const since = addDays(plan.evaluationDate, -400);
  return {
    register: numbers.map((number) => [number, 'Aktuell', since, '11', 'ja', '', since, 'ja', 'ja', 'nej', since]),
    permits: numbers.slice(1).map((number, i) => [number, `99-99999${i}`, 'UT', 'BIF', '', since, plan.placeEnd, 'ja', '', '']),
  };
}
