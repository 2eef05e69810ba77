import { chance, greenApplicant, nurseryOf, permitsOf, type Nursery } from './applicant.ts';
import { addYears, dateOf, dayNumber } from './dates.ts';
import { ORANGE, RED, type Defect } from './defects.ts';
import { BENCH_SERIALS, personnummer, serial, withWrongCheckDigit } from './identity.ts';
import type { Person, Sex } from './person.ts';
import { planOf, refusedOf, sizeOf, type Colour, type Plan, type SampleOptions } from './plan.ts';
import { item, mix, shuffle, type Random, type Shuffle } from './random.ts';

/** What the answer key says of one application. */
export type Verdict = { colour: Colour; rules: readonly string[] };
export type Applicant = { person: Person; verdict: Verdict };

/** The people of an intake: each is made anew whenever asked for, so that none has to be kept. */
export type People = {
  plan: Plan;
  nursery: Nursery;
  /** Which applicant stands where in the file: slots are sorted by sex, colour and how far they come. */
  slots: Shuffle;
  protectedSlots: ReadonlySet<number>;
};

export function peopleOf(options: SampleOptions): People {
  const plan = planOf(options);
  const nursery = nurseryOf(plan);
  const slots = shuffle(plan.size, mix(nursery.salt, 21));
  const protectedSlots = new Set<number>();
  const draw = shuffle(plan.size, mix(nursery.salt, 22));
  for (let i = 0; i < plan.size && protectedSlots.size < plan.shape.protectedPersons; i++) {
    const slot = draw.at(i);
    const { sex, rank } = placeOf(plan, slot);
    if (rank >= plan.shape[sex].offered) protectedSlots.add(slot);
  }
  return { plan, nursery, slots, protectedSlots };
}

/** The sex of a slot and its rank among that sex: green first, then orange, then red. */
function placeOf(plan: Plan, slot: number): { sex: Sex; rank: number } {
  const women = sizeOf(plan.shape.K);
  return slot < women ? { sex: 'K', rank: slot } : { sex: 'M', rank: slot - women };
}

/** The slot of a person of one sex with a rank. */
export function slotOf(plan: Plan, sex: Sex, rank: number): number {
  return sex === 'K' ? rank : sizeOf(plan.shape.K) + rank;
}

/** Birth dates of 19 to 23 years at the start of the place, every third day as for adults. */
function young(person: Person, plan: Plan, rank: number): void {
  const first = dayNumber(addYears(plan.placeStart, -24)) + 1;
  const dates = Math.floor((dayNumber(addYears(plan.placeStart, -19)) - first - 2) / 3);
  if (rank >= dates * (plan.serials === 'testing' ? 1 : BENCH_SERIALS)) throw new RangeError(`Provdata: för många unga (${rank}) för provserien.`);
  const phase = (((plan.oldest - first) % 3) + 3) % 3;
  person.birth = dateOf(first + phase + 3 * (rank % dates));
  person.number = personnummer(person.birth, serial(person.sex, Math.floor(rank / dates), plan.serials));
}

/** Draws defects for a person: a first that is given, then others that touch nothing already touched. */
function draw(first: Defect, others: readonly Defect[], dice: Random, chances: readonly number[]): Defect[] {
  const chosen = [first];
  for (const percent of chances) {
    if (!dice.chance(percent)) break;
    const next = dice.pick(others);
    if (next.touches !== 'age' && chosen.every((defect) => defect.touches !== next.touches)) chosen.push(next);
  }
  return chosen;
}

/** Makes the applicant with an index from 0, with the colour and rules that follow from what was done to the person. */
export function applicantAt(people: People, index: number): Applicant {
  const { plan, nursery } = people;
  const slot = people.slots.at(index);
  const { sex, rank } = placeOf(plan, slot);
  const totals = plan.shape[sex];
  const person = greenApplicant(nursery, index, sex, rank);
  const dice = chance(nursery, index, 2);
  const redRank = rank - totals.gron - totals.orange;
  const colour: Colour = rank < totals.gron ? 'gron' : redRank < 0 ? 'orange' : 'rod';
  let defects: Defect[] = [];
  if (colour === 'orange') defects = draw(item(ORANGE, (rank - totals.gron) % ORANGE.length), ORANGE, dice, [33, 5]);
  if (colour === 'rod') {
    const first = item(RED, redRank % RED.length);
    if (first.touches === 'age') young(person, plan, Math.floor(redRank / RED.length));
    defects = draw(first, dice.chance(50) ? RED : ORANGE, dice, [53, 22]);
  }
  for (const defect of defects) defect.apply(person, plan, dice);
  person.permits = permitsOf(person, plan, dice);
  if (people.protectedSlots.has(slot) && person.register) person.register.protectedPerson = 'ja';
  return { person, verdict: { colour, rules: defects.flatMap((defect) => defect.rules).sort() } };
}

export type Refusal = { person: Person; intake: string; reason: string };

/** Makes the refused row with a rank from 0: without consent, wrong check digit, other intake, no id, no number. */
export function refusalAt(people: People, rank: number): Refusal {
  const { plan, nursery } = people;
  const index = plan.size + rank;
  const sex: Sex = rank % 3 === 0 ? 'M' : 'K';
  const person = greenApplicant(nursery, index, sex, sizeOf(plan.shape[sex]) + rank);
  person.register = null;
  const { noConsent, wrongCheckDigit } = plan.shape;
  const refused = (reason: string, intake = plan.intake): Refusal => ({ person, intake, reason });
  if (rank < noConsent) {
    person.consent = rank % 4 === 0 ? '' : 'nej';
    return refused('inget samtycke');
  }
  if (rank < noConsent + wrongCheckDigit) {
    person.number = withWrongCheckDigit(person.number, rank);
    return refused('fel kontrollsiffra');
  }
  const stray = rank - noConsent - wrongCheckDigit;
  if (stray < plan.strays) return refused('annat intag', otherIntake(plan.intake));
  if (stray < 2 * plan.strays) {
    person.cells = { ansoknings_id: '' };
    return refused('ansoknings_id saknas');
  }
  person.cells = { personnummer: '' };
  return refused('personnummer saknas');
}

/** The intake before. */
function otherIntake(intake: string): string {
  const year = Number(intake.slice(0, 4));
  return intake.endsWith('-1') ? `${year - 1}-2` : `${year}-1`;
}

/** How many rows are refused. */
export function refusals(people: People): number {
  return refusedOf(people.plan.shape, people.plan.strays);
}
