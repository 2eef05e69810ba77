import { withEndingPermit } from './applicant.ts';
import { BORDERLINE, EUROPE, SWEDEN } from './countries.ts';
import { addDays, addMonths, dateOf, dayNumber } from './dates.ts';
import { coordinationNumber } from './identity.ts';
import type { Person } from './person.ts';
import type { Plan } from './plan.ts';
import type { Random } from './random.ts';

/** One thing done to a green applicant, and what the rule table of 2023 says of it. */
export type Defect = {
  /** Rules that are not green because of it, as in the answer key. */
  rules: readonly string[];
  /** Two defects that touch the same thing are never put on one person. */
  touches: string;
  apply(person: Person, plan: Plan, dice: Random): void;
};

const defect = (rules: string, touches: string, apply: Defect['apply']): Defect => ({ rules: rules.split(' '), touches, apply });

function ended(person: Person, plan: Plan, dice: Random): void {
  withEndingPermit(person, plan, dice);
  person.validTo = addDays(plan.evaluationDate, -1 - dice.below(dice.chance(20) ? 1 : 300));
}

function register(change: (register: NonNullable<Person['register']>, plan: Plan, dice: Random) => void): Defect['apply'] {
  return (person, plan, dice) => {
    if (person.register) change(person.register, plan, dice);
  };
}

function category(codes: readonly string[]): Defect['apply'] {
  return register((row, _plan, dice) => {
    row.category = dice.pick(codes);
    row.programme = '';
  });
}

function born(countries: typeof EUROPE): Defect['apply'] {
  return (person, _plan, dice) => {
    person.bornIn = dice.pick(countries);
    if (person.citizenOf !== SWEDEN) person.citizenOf = person.bornIn;
    person.studiedIn = person.bornIn;
  };
}

function workRight(value: string): Defect['apply'] {
  return (person, plan, dice) => {
    withEndingPermit(person, plan, dice);
    person.workRight = value;
  };
}

function kind(kinds: readonly string[]): Defect['apply'] {
  return (person, plan, dice) => {
    withEndingPermit(person, plan, dice);
    person.kind = dice.pick(kinds);
  };
}

/** Everything that makes a case red. The first of the list is the one whose people need birth dates of their own. */
export const RED: readonly Defect[] = [
  defect('JO-18:rod', 'age', register((row) => {
    row.programme = '';
    if (row.category === '68' || row.category === '70') row.category = '11';
  })),
  defect('JO-03:rod', 'status', register((row, _plan, dice) => { row.status = dice.pick(['Avaktualiserad', 'Ej inskriven']); })),
  defect('JO-04:rod', 'category', category(['14', '54'])),
  defect('JO-05:rod', 'born', born(EUROPE)),
  defect('JO-07:rod', 'end', ended),
  defect('JO-07:rod JO-08:rod', 'end', (person, plan, dice) => {
    ended(person, plan, dice);
    person.validTo = addDays(person.validTo, -20);
    person.extension = addDays(person.validTo, 1 + dice.below(20));
    person.receipt = 'ja';
  }),
  defect('JO-09:rod', 'work right', workRight('nej')),
  defect('JO-09:rod', 'work right', workRight('bunden-arbetsgivare')),
  defect('JO-10:rod', 'kind', kind(['studerande', 'praktikant', 'au-pair', 'volontar', 'visum', 'at-und'])),
  defect('JO-12:rod', 'degree', (person, _plan, dice) => { person.level = dice.pick(['336', '412', '522', '525', '532', '535']); }),
  defect('JO-13:rod', 'field', (person, _plan, dice) => { person.field = dice.pick(['146f', '212x', '213a', '221a', '222a', '226x', '482z', '723a', '815z']); }),
  defect('JO-14:rod', 'experience', (person, _plan, dice) => { person.monthsWorked = dice.pick(['37', '48', '72']); }),
  defect('JO-15:rod', 'language', (person, _plan, dice) => {
    person.english = dice.pick(['A1', 'A2']);
    person.swedish = dice.pick(['A1', 'A2']);
  }),
  defect('JO-16:rod', 'need', register((row) => { row.needAssessed = 'nej'; })),
  defect('JO-17:rod', 'plan', register((row) => { row.planAllows = 'nej'; })),
  defect('JO-23:rod', 'beside', (person, _plan, dice) => { person.hoursPerWeek = dice.pick(['40', '40', '45']); }),
  defect('JO-23:rod', 'beside', (person) => { person.studyPace = '100'; }),
];

/** Everything that makes a case orange. */
export const ORANGE: readonly Defect[] = [
  defect('JO-01:orange', 'number', (person) => {
    person.number = coordinationNumber(person.birth, person.number.slice(9, 12));
  }),
  defect('JO-02:orange', 'consent', (person) => { person.consent = 'delvis'; }),
  defect('JO-03:orange', 'status', register((row) => { row.planningCall = 'nej'; })),
  defect('JO-04:orange', 'category', category(['21', '31', '41', ''])),
  defect('JO-05:orange', 'born', born(BORDERLINE)),
  defect('JO-07:orange', 'end', (person, plan, dice) => {
    withEndingPermit(person, plan, dice);
    const first = dayNumber(plan.evaluationDate);
    person.validTo = dice.chance(40) ? addDays(plan.placeEnd, -1) : dateOf(first + dice.below(dayNumber(plan.placeEnd) - first));
  }),
  defect('JO-07:orange JO-08:orange', 'end', (person, plan, dice) => {
    ended(person, plan, dice);
    person.extension = dice.chance(50) ? person.validTo : addDays(person.validTo, -1 - dice.below(60));
    person.receipt = 'ja';
  }),
  defect('JO-09:orange', 'work right', workRight('oklart')),
  defect('JO-09:orange', 'work right', workRight('bunden-yrke')),
  defect('JO-10:orange', 'kind', kind(['forskare', 'soka-arbete-efter-studier'])),
  defect('JO-11:orange', 'decision', (person, plan, dice) => {
    withEndingPermit(person, plan, dice);
    person.decisionAttached = 'nej';
  }),
  defect('JO-11:orange', 'decision', (person, plan, dice) => {
    withEndingPermit(person, plan, dice);
    person.classCode = 'X1';
    person.firstDecisionAttached = dice.pick(['nej', '']);
  }),
  defect('JO-12:orange', 'degree', (person, _plan, dice) => { person.evidence = dice.pick(['cv', 'uhr-beskrivning']); }),
  defect('JO-12:orange', 'degree', (person, _plan, dice) => { person.level = dice.pick(['526', '527', '600']); }),
  defect('JO-13:orange', 'field', (person, _plan, dice) => { person.field = dice.pick(['340d', '341a', '421b', '311x', '312a', '321b', '345']); }),
  defect('JO-14:orange', 'experience', (person, _plan, dice) => { person.monthsWorked = dice.pick(['13', '18', '24', '36']); }),
  defect('JO-15:orange', 'language', (person, _plan, dice) => {
    person.english = 'B1';
    person.swedish = dice.pick(['A2', 'B1']);
  }),
  defect('JO-17:orange', 'plan', register((row, plan, dice) => {
    row.planRenewed = addDays(addMonths(plan.evaluationDate, -6), -1 - dice.below(dice.chance(25) ? 1 : 300));
  })),
  defect('JO-21:orange', 'earlier', (person) => { person.earlierPlace = 'ja'; }),
  defect('JO-23:orange', 'beside', (person, _plan, dice) => { person.hoursPerWeek = dice.pick(['8', '10', '20', '39']); }),
  defect('JO-23:orange', 'beside', (person, _plan, dice) => { person.studyPace = dice.pick(['25', '50', '75']); }),
];
