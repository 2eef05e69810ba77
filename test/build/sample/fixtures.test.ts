import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { INTAKES } from '../../../build/sample/intake.ts';
import { opinions, records, type Table } from './reading.ts';

const folder = new URL('../../fixtures/2023/', import.meta.url);

function csv(name: string, encoding = 'utf-8'): Table {
  const text = new TextDecoder(encoding).decode(readFileSync(new URL(name, folder)));
  const rows: string[][] = parse(text, { delimiter: ';', bom: true });
  return records(rows);
}

async function workbook(name: string): Promise<Table> {
  const rows = await readSheet(readFileSync(new URL(name, folder)));
  const text = (value: unknown): string => (value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  return records(rows.map((row) => row.map(text)));
}

describe('the oracle reproduces the answer key of the given samples', () => {
  test.each(['2023-1', '2023-2'] as const)('%s, every application', async (intake) => {
    const applications = intake === '2023-1' ? csv('ansokningar-2023-1.csv', 'windows-1252') : await workbook('ansokningar-2023-2.xlsx');
    const expected = csv(`facit-${intake}.csv`).map((row) => `${row['ansoknings_id']};${row['kon']};${row['farg']};${row['regler']}`);
    const found = opinions(applications, csv(`af-register-${intake}.csv`), csv(`mv-beslut-${intake}.csv`), INTAKES[intake]);
    expect(found.length).toBeGreaterThan(2500);
    expect([...found].sort()).toEqual([...expected].sort());
  });
});
