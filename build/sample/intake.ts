import type { SampleOptions } from './plan.ts';
import { sampleRows, type KeyRow } from './rows.ts';

/** A whole made-up intake in memory; every table has its header first. */
export type SampleIntake = {
  applications: string[][];
  register: string[][];
  permits: string[][];
  places: string[][];
  offers: string[][];
  controls: string[][];
  /** One for each row of `applications` after the header, in the same order. */
  key: KeyRow[];
};

/** The dates of the three intakes that are known beforehand. */
export const INTAKES = {
  '2023-1': { intake: '2023-1', evaluationDate: '2023-01-20', placeStart: '2023-03-06', placeEnd: '2023-07-05' },
  '2023-2': { intake: '2023-2', evaluationDate: '2023-08-21', placeStart: '2023-10-02', placeEnd: '2024-02-01' },
  '2024-1': { intake: '2024-1', evaluationDate: '2024-01-22', placeStart: '2024-03-04', placeEnd: '2024-07-03' },
} as const satisfies Record<string, SampleOptions>;

export { sampleCaseworker } from './caseworker.ts'

/**
 * Makes a whole intake with its answer key. 2023-1 and 2023-2 together give the table of the 2023 report exactly.
 * Throws RangeError with a Swedish sentence when the options do not fit together.
 */
export function sampleIntake(options: SampleOptions): SampleIntake {
  const rows = sampleRows(options);
  return {
    applications: [...rows.applications()], register: [...rows.register()], permits: [...rows.permits()],
    places: [...rows.places()], offers: [...rows.offers()], controls: [...rows.controls()], key: [...rows.key()],
  };
}
