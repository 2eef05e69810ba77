import { chance } from './applicant.ts';
import { applicationRow, permitRow, registerRow } from './cells.ts';
import { edgeApplicants, unknownPeople, type EdgeApplicant } from './edges.ts';
import { applicantAt, peopleOf, refusalAt, refusals, type Applicant, type People } from './people.ts';
import { COLUMNS, PERMIT_COLUMNS, REGISTER_COLUMNS, type Person, type Sex } from './person.ts';
import { placementRows } from './placement.ts';
import type { SampleOptions } from './plan.ts';
import { mix, shuffle } from './random.ts';

/** What is expected of one row of the portal file. */
export type KeyRow = {
  applicationId: string;
  sex: Sex;
  colour: 'gron' | 'orange' | 'rod' | 'avvisas' | 'dubblett';
  /** As in the answer key files: `JO-07:orange JO-08:orange`, ` skyddad` last, or the reason of a refusal. */
  rules: string;
  /** What is special about the person, in Swedish; only for the named people of `edges`. */
  edge?: string;
};

/** An intake as streams: each can be read alone, as often as wanted, and none holds the intake in memory. */
export type SampleRows = {
  /** Applicants who are taken in, the named ones of `edges` included. */
  applicants: number;
  /** The portal file, header first, 39 columns. */
  applications(): Generator<string[]>;
  /** One key row for each row of the portal file, in the same order, without header. */
  key(): Generator<KeyRow>;
  register(): Generator<string[]>;
  permits(): Generator<string[]>;
  places(): Generator<string[]>;
  offers(): Generator<string[]>;
  controls(): Generator<string[]>;
};

/** The row is written only when asked for: the key alone needs none. */
type FileRow = { row: () => string[]; key: KeyRow };

/** A row that comes after an applicant's: a refused one by its rank, or the same application once more. */
type Extra = { after: number; refused?: number; again?: number };

/**
 * Makes an intake as streams. Same options, same rows, on every machine.
 * Throws RangeError with a Swedish sentence when the options do not fit together or the testing series is too short.
 */
export function sampleRows(options: SampleOptions): SampleRows {
  const people = peopleOf(options);
  const { plan } = people;
  const edges = plan.edges ? edgeApplicants(people, plan.size + refusals(people)) : [];
  const unknown = plan.edges ? unknownPeople(people) : { register: [], permits: [] };
  return {
    applicants: plan.size + edges.length,
    *applications() {
      yield [...COLUMNS];
      for (const { row } of fileRows(people, edges)) yield row();
    },
    *key() {
      for (const { key } of fileRows(people, edges)) yield key;
    },
    *register() {
      yield [...REGISTER_COLUMNS];
      for (const { person } of inOrder(people, 31, edges)) {
        const row = registerRow(person);
        if (row) yield row;
      }
      yield* unknown.register;
    },
    *permits() {
      yield [...PERMIT_COLUMNS];
      let index = 0;
      for (const { person } of inOrder(people, 32, edges)) {
        const dice = chance(people.nursery, index++, 6);
        for (const permit of person.permits) yield permitRow(person, permit, dice);
      }
      yield* unknown.permits;
    },
    ...placementRows(people),
  };
}

/** All applicants in an order of their own for each extract, the named ones last. */
function* inOrder(people: People, purpose: number, edges: readonly EdgeApplicant[]): Generator<Applicant> {
  const order = shuffle(people.plan.size, mix(people.nursery.salt, purpose));
  for (let i = 0; i < people.plan.size; i++) yield applicantAt(people, order.at(i));
  yield* edges;
}

function* fileRows(people: People, edges: readonly EdgeApplicant[]): Generator<FileRow> {
  const { plan, nursery } = people;
  const extras = extrasOf(people);
  let next = 0;
  for (let index = 0; index < plan.size; index++) {
    const { person, verdict } = applicantAt(people, index);
    const row = (): string[] => applicationRow(person, plan.intake, chance(nursery, index, 4));
    yield { row, key: keyRow(person, verdict.colour, verdict.rules.join(' ')) };
    for (; extras[next]?.after === index; next++) yield extraRow(people, extras[next] ?? { after: index });
  }
  for (const [i, { name, person, verdict }] of edges.entries()) {
    const index = plan.size + refusals(people) + i;
    const row = (): string[] => applicationRow(person, plan.intake, chance(nursery, index, 4));
    yield { row, key: { ...keyRow(person, verdict.colour, verdict.rules.join(' ')), edge: name } };
  }
}

function keyRow(person: Person, colour: KeyRow['colour'], rules: string): KeyRow {
  const protectedPerson = person.register?.protectedPerson === 'ja';
  return { applicationId: person.applicationId, sex: person.sex, colour, rules: protectedPerson ? `${rules} skyddad` : rules };
}

/** Where in the file refused rows and duplicates stand: a duplicate always after its first. */
function extrasOf(people: People): Extra[] {
  const { plan, nursery } = people;
  const dice = chance(nursery, 0, 7);
  const extras: Extra[] = [];
  for (let rank = 0; rank < refusals(people); rank++) extras.push({ after: dice.below(plan.size), refused: rank });
  const order = shuffle(plan.size, mix(nursery.salt, 33));
  for (let i = 0; i < plan.shape.duplicates; i++) {
    const again = order.at(i);
    extras.push({ after: again + dice.below(plan.size - again), again });
  }
  return extras.sort((a, b) => a.after - b.after);
}

function extraRow(people: People, extra: Extra): FileRow {
  const { plan, nursery } = people;
  if (extra.refused !== undefined) {
    const index = plan.size + extra.refused;
    const { person, intake, reason } = refusalAt(people, extra.refused);
    const key: KeyRow = { applicationId: person.cells.ansoknings_id ?? person.applicationId, sex: person.sex, colour: 'avvisas', rules: reason };
    return { row: () => applicationRow(person, intake, chance(nursery, index, 4)), key };
  }
  const index = extra.again ?? extra.after;
  const { person } = applicantAt(people, index);
  const key: KeyRow = { applicationId: person.applicationId, sex: person.sex, colour: 'dubblett', rules: 'samma ansokan en gang till' };
  return { row: () => applicationRow(person, plan.intake, chance(nursery, index, 5)), key };
}
