/** Reads tables for the tests of the sample data, and runs the oracle over whole intakes. */
import { oracle, type Dates } from './oracle.ts';
import { cell, country, dateOfCell, identityNumber, yesNo } from './oracle-cells.ts';

export type Table = Record<string, string>[];

/** Rows with a header first as records. */
export function records(rows: readonly (readonly string[])[]): Table {
  const [header = [], ...body] = rows;
  return body.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
}

const DATES = ['inkom_datum', 'fodelsedatum', 'samtycke_datum', 'giltigt_till', 'forlangning_ansokt', 'examensdatum'];
const COUNTRIES = ['fodelseland', 'medborgarskap', 'utbildningsland'];
const WORDS = ['samtycke', 'mottagningsbevis', 'beslut_bifogat', 'forsta_beslut_bifogat', 'tidigare_jobbspranget'];

/** One text for all the ways to write the same application. */
export function normalised(row: Record<string, string>, evaluationDate: string): string {
  return Object.keys(row).map((column) => {
    const text = cell(row, column);
    if (column === 'personnummer') return identityNumber(text, evaluationDate) ?? text;
    if (DATES.includes(column)) return dateOfCell(text) ?? text;
    if (COUNTRIES.includes(column)) return country(text) ?? text;
    if (column === 'tidigare_jobbspranget' && text === '') return 'false';
    if (WORDS.includes(column)) return String(yesNo(text) ?? text);
    return text;
  }).join('\u0001');
}

/** What the file description makes of every row, in the form of the answer key files. */
export function opinions(applications: Table, register: Table, permits: Table, intake: Dates & { intake: string }): string[] {
  const registerOf = new Map(register.map((row) => [cell(row, 'personnummer'), row]));
  const permitsOf = grouped(permits);
  const seen = new Map<string, string>();
  return applications.map((row) => {
    const id = cell(row, 'ansoknings_id');
    const line = (colour: string, rules: string): string => `${id};${cell(row, 'kon')};${colour};${rules}`;
    if (cell(row, 'samtycke') === '' || yesNo(cell(row, 'samtycke')) === false) return line('avvisas', 'inget samtycke');
    if (id === '') return line('avvisas', 'ansoknings_id saknas');
    if (cell(row, 'intag') !== intake.intake) return line('avvisas', 'annat intag');
    if (cell(row, 'personnummer') === '') return line('avvisas', 'personnummer saknas');
    const number = identityNumber(cell(row, 'personnummer'), intake.evaluationDate);
    if (number === undefined) return line('avvisas', 'fel kontrollsiffra');
    const content = normalised(row, intake.evaluationDate);
    if (seen.get(id) === content) return line('dubblett', 'samma ansokan en gang till');
    seen.set(id, content);
    const known = registerOf.get(number);
    const { colour, rules } = oracle(row, known, permitsOf.get(number) ?? [], intake);
    const list = Object.entries(rules).map(([rule, light]) => `${rule}:${light}`).sort().join(' ');
    return line(colour, yesNo(known && cell(known, 'skyddade_uppgifter')) === true ? `${list} skyddad` : list);
  });
}

function grouped(permits: Table): Map<string, Table> {
  const groups = new Map<string, Table>();
  for (const row of permits) groups.set(cell(row, 'personnummer'), [...(groups.get(cell(row, 'personnummer')) ?? []), row]);
  return groups;
}
