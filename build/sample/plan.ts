import { addMonths, addYears, dayNumber } from './dates.ts';
import { BENCH_SERIALS } from './identity.ts';
import type { Sex } from './person.ts';

export type SampleOptions = {
  /** `2023-1` and `2023-2` have the totals of the 2023 report; any other intake takes after both. */
  intake: string;
  evaluationDate: string;
  placeStart: string;
  placeEnd: string;
  /** Applicants who are taken in; refused rows and duplicates come on top. Left out: 2023's own number. */
  size?: number;
  /** Another seed gives other people; the totals stay. */
  seed?: number;
  /** `bench` uses serials outside the testing series: for big files that are deleted at once. */
  serials?: 'testing' | 'bench';
  /** Adds the named people on both sides of every limit, on top of the totals. */
  edges?: boolean;
};

export type Colour = 'gron' | 'orange' | 'rod';

/** How many applicants of one sex get which colour, and how far the green ones come. */
export type Totals = Record<Colour, number> & { offered: number; accepted: number };

type Shape = Record<Sex, Totals> & { places: number; noConsent: number; wrongCheckDigit: number; duplicates: number; protectedPersons: number };

const SPRING: Shape = {
  K: { gron: 1110, orange: 180, rod: 500, offered: 415, accepted: 365 },
  M: { gron: 470, orange: 76, rod: 220, offered: 178, accepted: 158 },
  places: 1140, noConsent: 25, wrongCheckDigit: 9, duplicates: 14, protectedPersons: 12,
};
const AUTUMN: Shape = {
  K: { gron: 1090, orange: 180, rod: 500, offered: 405, accepted: 355 },
  M: { gron: 470, orange: 74, rod: 210, offered: 172, accepted: 152 },
  places: 1130, noConsent: 17, wrongCheckDigit: 6, duplicates: 9, protectedPersons: 9,
};
const REPORTED: Partial<Record<string, Shape>> = { '2023-1': SPRING, '2023-2': AUTUMN };

/** Everything that is decided about an intake before its first applicant is made. */
export type Plan = Required<SampleOptions> & {
  shape: Shape;
  /** Rows of another intake, without id and without identity number: two or three of each. */
  strays: number;
  /** First running number of the applications; the two intakes of a year never share one. */
  firstNumber: number;
  /** Digits of the running number. */
  width: number;
  /** Oldest birth date as a day number, and how many birth dates (every third day) adults have. */
  oldest: number;
  adultDates: number;
  /** The intake's dates as day numbers. */
  days: { evaluation: number; sixMonthsBack: number; start: number; end: number };
};

const ZERO: Totals = { gron: 0, orange: 0, rod: 0, offered: 0, accepted: 0 };
const COLOURS = ['gron', 'orange', 'rod'] as const satisfies readonly Colour[];
const SEXES = ['K', 'M'] as const satisfies readonly Sex[];

export function sizeOf(totals: Totals): number {
  return totals.gron + totals.orange + totals.rod;
}

/** Splits a size over sexes and colours as in 2023, by largest remainder, so that the sum is the size. */
function scaled(size: number): Shape {
  const both = (sex: Sex, key: keyof Totals): number => SPRING[sex][key] + AUTUMN[sex][key];
  const cells = SEXES.flatMap((sex) => COLOURS.map((colour) => ({ sex, colour, exact: (both(sex, colour) * size) / 5080 })));
  const shape: Shape = {
    K: { ...ZERO }, M: { ...ZERO }, places: Math.ceil((2270 * size) / 5080), noConsent: Math.round((42 * size) / 5080),
    wrongCheckDigit: Math.round((15 * size) / 5080), duplicates: Math.round((23 * size) / 5080), protectedPersons: Math.round((21 * size) / 5080),
  };
  for (const cell of cells) shape[cell.sex][cell.colour] = Math.floor(cell.exact);
  let left = size - sizeOf(shape.K) - sizeOf(shape.M);
  for (const cell of [...cells].sort((a, b) => (b.exact % 1) - (a.exact % 1))) {
    if (left-- > 0) shape[cell.sex][cell.colour] += 1;
  }
  for (const sex of SEXES) {
    const green = shape[sex].gron;
    shape[sex].offered = Math.floor((green * both(sex, 'offered')) / both(sex, 'gron'));
    shape[sex].accepted = Math.floor((green * both(sex, 'accepted')) / both(sex, 'gron'));
  }
  return shape;
}

/** Checks the options and settles the totals. Throws RangeError with a Swedish sentence when no such intake can be made. */
export function planOf(options: SampleOptions): Plan {
  const { intake, evaluationDate, placeStart, placeEnd, size, seed = 1, serials = 'testing', edges = false } = options;
  if (!/^\d{4}-\d$/.test(intake)) throw new RangeError(`Provdata: intaget "${intake}" ska skrivas som 2023-1.`);
  if (!(dayNumber(evaluationDate) < dayNumber(placeStart) && dayNumber(placeStart) < dayNumber(placeEnd))) {
    throw new RangeError(`Provdata: bedömningsdag ${evaluationDate}, platsstart ${placeStart} och platsslut ${placeEnd} ska följa på varandra.`);
  }
  if (size !== undefined && (!Number.isInteger(size) || size < 1)) throw new RangeError(`Provdata: antalet ${size} ska vara ett heltal från 1.`);
  const reported = size === undefined ? (REPORTED[intake] ?? scaled(2540)) : scaled(size);
  const shape = structuredClone(reported);
  const strays = sizeOf(shape.K) + sizeOf(shape.M) < 100 ? 0 : 2;
  const third = (Number(intake.slice(0, 4)) * 2 + Number(intake.slice(5))) % 3;
  const youngest = dayNumber(addYears(placeStart, -28)) - 1;
  const oldest = dayNumber(addYears(placeStart, -60));
  const phase = (((third - oldest) % 3) + 3) % 3;
  const adultDates = Math.floor((youngest - oldest - phase) / 3) + 1;
  const capacity = adultDates * (serials === 'testing' ? 1 : BENCH_SERIALS);
  const largest = Math.max(...SEXES.map((sex) => sizeOf(shape[sex]))) + refusedOf(shape, strays);
  if (largest > capacity) {
    throw new RangeError(`Provdata: provserien har ${capacity} nummer per kön och intag, ${largest} behövs. Välj färre eller serials: 'bench'.`);
  }
  const firstNumber = intake.endsWith('-1') ? 1 : 20_001;
  const width = Math.max(5, String(firstNumber + 2 * (sizeOf(shape.K) + sizeOf(shape.M)) + 400).length);
  return {
    intake, evaluationDate, placeStart, placeEnd, size: sizeOf(shape.K) + sizeOf(shape.M), seed, serials, edges,
    shape, strays, firstNumber, width, oldest: oldest + phase, adultDates,
    days: {
      evaluation: dayNumber(evaluationDate), sixMonthsBack: dayNumber(addMonths(evaluationDate, -6)), start: dayNumber(placeStart), end: dayNumber(placeEnd),
    },
  };
}

/** Rows that are refused in an intake. */
export function refusedOf(shape: Shape, strays: number): number {
  return shape.noConsent + shape.wrongCheckDigit + 3 * strays;
}
