import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { extractCsv, portalCsv, windows1252 } from '../../../build/sample/csv.ts';
import { dateOf, dayNumber } from '../../../build/sample/dates.ts';
import { INTAKES, sampleCaseworker, sampleIntake } from '../../../build/sample/intake.ts';
import { shuffle } from '../../../build/sample/random.ts';
import { portalXlsx } from '../../../build/sample/workbook.ts';
import { dateOfCell } from './oracle-cells.ts';

const sample = sampleIntake({ ...INTAKES['2023-2'], size: 200, edges: true });
const join = (parts: Iterable<Uint8Array>): Uint8Array => Uint8Array.from([...parts].flatMap((part) => [...part]));
const parsed = (bytes: Uint8Array, encoding: string): string[][] => parse(new TextDecoder(encoding).decode(bytes), { delimiter: ';', bom: true });

describe('the portal file as CSV', () => {
  test('reads back as written, except what Windows-1252 lacks', () => {
    const lossy = sample.applications.map((row) => row.map((cell) => cell.replace(/[^\u0000-\u00ff]/gu, '?')));
    const bytes = join(portalCsv(sample.applications));
    expect(parsed(bytes, 'windows-1252')).toEqual(lossy);
    const text = new TextDecoder('windows-1252').decode(bytes);
    expect(text).toContain('Nguy?n');
    expect(text).toContain('""senare"" enligt uppgift"');
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test('keeps every character of Windows-1252', () => {
    // Written out: some versions of Node decode this table as Latin-1, so TextDecoder cannot be the judge.
    const table = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
    const rest = (from: number, to: number): string => String.fromCharCode(...Array.from({ length: to - from }, (_, i) => from + i));
    const all = rest(0, 0x80) + table + rest(0xa0, 0x100);
    expect([...windows1252(all)]).toEqual(Array.from({ length: 256 }, (_, i) => i));
    expect([...windows1252('ễ😀ł')]).toEqual([63, 63, 63]);
  });
});

test('an extract is UTF-8 with byte order mark and reads back as written', () => {
  const bytes = join(extractCsv(sample.register));
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(parsed(bytes, 'utf-8')).toEqual(sample.register);
  expect(parsed(join(extractCsv(sample.places)), 'utf-8')).toEqual(sample.places);
});

describe('the portal file as a workbook', () => {
  test('opens again with the same facts: dates as date cells and text, numbers as numbers', async () => {
    const rows = await readSheet(Buffer.from(await portalXlsx(sample.applications)));
    expect(rows.length).toBe(sample.applications.length);
    const kinds = new Map<string, number>();
    rows.slice(1).forEach((row, r) => row.forEach((value, column) => {
      const cell = sample.applications[r + 1]?.[column] ?? '';
      const name = sample.applications[0]?.[column] ?? '';
      const written = value === null ? '' : value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
      const kind = value instanceof Date ? 'datum' : typeof value;
      kinds.set(`${name} ${kind}`, (kinds.get(`${name} ${kind}`) ?? 0) + 1);
      if (value instanceof Date) expect(value.toISOString()).toBe(`${dateOfCell(cell)}T00:00:00.000Z`);
      else if (typeof value === 'number') expect(written).toBe(cell.replace(/^0+(?=.)/, ''));
      else expect(written.trim()).toBe(cell.trim());
    }));
    for (const kind of ['fodelsedatum datum', 'fodelsedatum string', 'giltigt_till datum', 'personnummer number', 'personnummer string', 'studietakt number']) {
      expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(0);
    }
    expect(rows.slice(1).filter((row) => typeof row[3] === 'number' && String(row[3]).length === 9).length).toBeGreaterThan(0);
  });

  test('is the same bytes whatever the clock says', async () => {
    const first = await portalXlsx(sample.applications.slice(0, 20));
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.from(await portalXlsx(sample.applications.slice(0, 20))).equals(Buffer.from(first))).toBe(true);
  });

  test('has the same bytes and dates in three time zones', async () => {
    const zones = ['UTC', 'Europe/Stockholm', 'America/Los_Angeles'];
    const before = process.env['TZ'];
    const found = [];
    try {
      for (const zone of zones) {
        process.env['TZ'] = zone;
        const bytes = await portalXlsx(sample.applications.slice(0, 40));
        const rows = await readSheet(Buffer.from(bytes));
        found.push({ hour: new Date(Date.UTC(2023, 0, 5)).getHours(), bytes: Buffer.from(bytes).toString('base64'), rows });
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
    expect(found.map((one) => one.hour)).toEqual([0, 1, 16]);
    expect(new Set(found.map((one) => one.bytes)).size).toBe(1);
    expect(found[1]?.rows).toEqual(found[0]?.rows);
    expect(found[2]?.rows).toEqual(found[0]?.rows);
  });
});

test('day numbers agree with the calendar and refuse what is no date', () => {
  for (let day = -40_000; day < 40_000; day += 7) {
    expect(dateOf(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
    expect(dayNumber(dateOf(day))).toBe(day);
  }
  expect(() => dayNumber('2023-02-29')).toThrow('inget datum');
});

test('a shuffle is one to one and can be read backwards', () => {
  for (const size of [1, 2, 3, 17, 1000]) {
    const mixed = shuffle(size, 5);
    const values = Array.from({ length: size }, (_, i) => mixed.at(i));
    expect([...values].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i));
    expect(values.map((value) => mixed.indexOf(value))).toEqual(Array.from({ length: size }, (_, i) => i));
  }
});

test('the caseworker is plainly an example', () => {
  expect(Object.values(sampleCaseworker).join(' ')).toMatch(/exempel/i);
});
