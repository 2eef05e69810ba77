import { describe, expect, test } from 'vitest';
import { INTAKES, sampleIntake } from '../../../build/sample/intake.ts';
import { opinions, records } from './reading.ts';

const options = { ...INTAKES['2023-1'], edges: true };
const sample = sampleIntake(options);
const lines = opinions(records(sample.applications), records(sample.register), records(sample.permits), options);
const named = sample.key.flatMap((row, i) => (row.edge === undefined ? [] : [{ ...row, row: i }]));

describe('the named people on both sides of every limit', () => {
  test.each(named.map((row) => [row.edge ?? '', row.colour, row.rules, row.row] as const))('%s: %s %s', (_name, colour, rules, row) => {
    expect(lines[row]?.split(';').slice(2)).toEqual([colour, rules]);
  });

  test('have names of their own and leave the totals as they are', () => {
    expect(new Set(named.map((row) => row.edge)).size).toBe(named.length);
    expect(sample.key.length - named.length).toBe(sampleIntake(INTAKES['2023-1']).key.length);
  });

  test('show each rule in each colour that intake data can give', () => {
    const shown = new Set(named.flatMap((row) => row.rules.split(' ')).filter((rule) => rule.startsWith('JO-')));
    const both = ['JO-03', 'JO-04', 'JO-05', 'JO-07', 'JO-08', 'JO-09', 'JO-10', 'JO-12', 'JO-13', 'JO-14', 'JO-15', 'JO-16', 'JO-17', 'JO-18', 'JO-19', 'JO-23'];
    const onlyOrange = ['JO-01', 'JO-02', 'JO-11', 'JO-21', 'JO-22'];
    expect([...shown].sort()).toEqual([...both.flatMap((rule) => [`${rule}:orange`, `${rule}:rod`]), ...onlyOrange.map((rule) => `${rule}:orange`)].sort());
  });

  test('come with extract rows on people who have not applied', () => {
    const applied = new Set(records(sampleIntake(INTAKES['2023-1']).register).map((row) => row['personnummer']));
    const numbers = records(sample.register).map((row) => row['personnummer']);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(records(sample.permits).filter((row) => row['dossiernummer']?.startsWith('99-99999') && !applied.has(row['personnummer'])).length).toBe(2);
  });

  test.each(['2023-2', '2024-1'] as const)('%s has them too, each as expected', (intake) => {
    const other = sampleIntake({ ...INTAKES[intake], edges: true });
    const found = opinions(records(other.applications), records(other.register), records(other.permits), INTAKES[intake]);
    expect(found).toEqual(other.key.map((row) => `${row.applicationId};${row.sex};${row.colour};${row.rules}`));
  });

  test('share no number between the two intakes of a year', () => {
    const autumn = records(sampleIntake({ ...INTAKES['2023-2'], edges: true }).register).map((row) => row['personnummer']);
    const spring = new Set(records(sample.register).map((row) => row['personnummer']));
    expect(autumn.filter((number) => spring.has(number))).toEqual([]);
  });
});

test('an evaluation date at a month end clips the six months of the plan', () => {
  const dates = { intake: '2023-2', evaluationDate: '2023-08-31', placeStart: '2023-10-02', placeEnd: '2024-02-01' };
  const late = sampleIntake({ ...dates, edges: true, size: 60 });
  const found = opinions(records(late.applications), records(late.register), records(late.permits), dates);
  expect(found).toEqual(late.key.map((row) => `${row.applicationId};${row.sex};${row.colour};${row.rules}`));
  const renewed = late.register.map((row) => row[6]);
  expect(renewed).toContain('2023-02-28');
  expect(renewed).toContain('2023-02-27');
});
