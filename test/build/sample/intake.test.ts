import { describe, expect, test } from 'vitest';
import { INTAKES, sampleIntake, type SampleIntake } from '../../../build/sample/intake.ts';
import { sampleRows } from '../../../build/sample/rows.ts';
import { identityNumber } from './oracle-cells.ts';
import { opinions, records } from './reading.ts';

const spring = sampleIntake(INTAKES['2023-1']);
const autumn = sampleIntake(INTAKES['2023-2']);
const keyLines = (sample: SampleIntake): string[] => sample.key.map((row) => `${row.applicationId};${row.sex};${row.colour};${row.rules}`);
const opinionLines = (sample: SampleIntake, intake: keyof typeof INTAKES): string[] =>
  opinions(records(sample.applications), records(sample.register), records(sample.permits), INTAKES[intake]);

const opinionsOf = { '2023-1': opinionLines(spring, '2023-1'), '2023-2': opinionLines(autumn, '2023-2') };

describe('both intakes of 2023', () => {
  test('give the table of the report, counted by the oracle over the rows alone', () => {
    const table: Record<string, number> = {};
    const count = (name: string): number => (table[name] = (table[name] ?? 0) + 1);
    for (const [sample, intake] of [[spring, '2023-1'], [autumn, '2023-2']] as const) {
      const colours = new Map<string, string>();
      for (const line of opinionsOf[intake]) {
        const [id = '', sex = '', colour = ''] = line.split(';');
        if (colour === 'avvisas' || colour === 'dubblett') continue;
        colours.set(id, `${sex} ${colour}`);
        count('sökande');
        count(`${sex} sökande`);
        count(colour);
        count(`${sex} ${colour}`);
      }
      for (const offer of records(sample.offers)) {
        const [sex, colour] = (colours.get(offer['ansoknings_id'] ?? '') ?? '').split(' ');
        expect(colour).toBe('gron');
        count('erbjudna');
        count(`${sex} erbjudna`);
        if (offer['svar'] === 'ja') count('beviljade');
        if (offer['svar'] === 'ja') count(`${sex} beviljade`);
      }
      table['platser'] = (table['platser'] ?? 0) + records(sample.places).reduce((sum, row) => sum + Number(row['antal']), 0);
    }
    expect(table).toEqual({
      sökande: 5080, 'K sökande': 3560, 'M sökande': 1520, gron: 3140, 'K gron': 2200, 'M gron': 940, orange: 510, 'K orange': 360,
      'M orange': 150, rod: 1430, 'K rod': 1000, 'M rod': 430, erbjudna: 1170, 'K erbjudna': 820, 'M erbjudna': 350,
      beviljade: 1030, 'K beviljade': 720, 'M beviljade': 310, platser: 2270,
    });
  });

  test.each([['2023-1', spring], ['2023-2', autumn]] as const)('%s: the oracle comes to the key for every row', (intake, sample) => {
    expect(opinionsOf[intake]).toEqual(keyLines(sample));
  });

  test('have the faults of real files beside the applicants', () => {
    const reasons = (sample: SampleIntake): Record<string, number> => {
      const found: Record<string, number> = {};
      for (const row of sample.key) {
        if (row.colour === 'avvisas' || row.colour === 'dubblett') found[row.rules] = (found[row.rules] ?? 0) + 1;
        if (row.rules.endsWith(' skyddad')) found['skyddad'] = (found['skyddad'] ?? 0) + 1;
      }
      return found;
    };
    const strays = { 'annat intag': 2, 'ansoknings_id saknas': 2, 'personnummer saknas': 2 };
    expect(reasons(spring)).toEqual({ 'inget samtycke': 25, 'fel kontrollsiffra': 9, 'samma ansokan en gang till': 14, skyddad: 12, ...strays });
    expect(reasons(autumn)).toEqual({ 'inget samtycke': 17, 'fel kontrollsiffra': 6, 'samma ansokan en gang till': 9, skyddad: 9, ...strays });
  });

  test('repeat an application in other words', () => {
    const again = spring.key.flatMap((row, i) => (row.colour === 'dubblett' ? [spring.applications[i + 1] ?? []] : []));
    const first = again.map((row) => spring.applications.find((other) => other[0] === row[0]) ?? []);
    expect(again.length).toBe(14);
    expect(again.filter((row, i) => row.join() !== first[i]?.join()).length).toBeGreaterThan(10);
  });

  test('never give two people the same number, and only numbers of the testing series', () => {
    const numbers = [spring, autumn].flatMap((sample) => records(sample.register).map((row) => row['personnummer'] ?? ''));
    expect(numbers.length).toBe(5080);
    expect(new Set(numbers).size).toBe(5080);
    for (const number of numbers) {
      expect(number).toMatch(/^\d{8}-23[89]\d$/);
      expect(identityNumber(number, '2023-01-20')).toBe(number);
    }
    const sexes = spring.key.flatMap((row, i) => (row.colour === 'avvisas' ? [] : [[row.sex, spring.applications[i + 1]?.[3]?.trim().slice(-2, -1)]]));
    for (const [sex, digit] of sexes) expect(Number(digit) % 2 === 1 ? 'M' : 'K').toBe(sex);
  });

  test('have 39 cells in every row and no real contact details', () => {
    for (const sample of [spring, autumn]) {
      for (const row of sample.applications) expect(row.length).toBe(39);
      for (const row of records(sample.applications)) {
        expect(row['telefon']).toMatch(/^070-17406(0[5-9]|[1-9]\d)$/);
        expect(row['epost']).toMatch(/^sokande\d+@example\.com$/);
        expect(row['gatuadress']).toMatch(/^Provgatan \d+$/);
      }
    }
  });
});

describe('an intake of any size', () => {
  test('is the same every time, and another with another seed', () => {
    const options = { ...INTAKES['2023-2'], size: 300, edges: true };
    expect(sampleIntake(options)).toEqual(sampleIntake(options));
    expect(sampleIntake({ ...options, seed: 2 }).applications).not.toEqual(sampleIntake(options).applications);
  });

  test.each([1, 2, 7, 50, 999])('of %i applicants has that many and a key the oracle agrees with', (size) => {
    const sample = sampleIntake({ ...INTAKES['2024-1'], size });
    expect(sample.key.filter((row) => row.colour !== 'avvisas' && row.colour !== 'dubblett').length).toBe(size);
    expect(opinionLines(sample, '2024-1')).toEqual(keyLines(sample));
  });

  test('of benchmark size has consistent streams and numbers of its own', () => {
    const rows = sampleRows({ ...INTAKES['2023-1'], size: 8_000, serials: 'bench' });
    const register = records([...rows.register()]);
    expect(new Set(register.map((row) => row['personnummer'])).size).toBe(8_000);
    const lines = opinions(records([...rows.applications()]), register, records([...rows.permits()]), INTAKES['2023-1']);
    expect(lines).toEqual([...rows.key()].map((row) => `${row.applicationId};${row.sex};${row.colour};${row.rules}`));
  });

  test('says in Swedish what cannot be made', () => {
    expect(() => sampleIntake({ ...INTAKES['2023-1'], size: 20_000 })).toThrow(/provserien har \d+ nummer/);
    expect(() => sampleIntake({ ...INTAKES['2023-1'], size: 0 })).toThrow(/heltal från 1/);
    expect(() => sampleIntake({ ...INTAKES['2023-1'], placeEnd: '2023-03-06' })).toThrow(/följa på varandra/);
    expect(() => sampleIntake({ ...INTAKES['2023-1'], evaluationDate: '2023-02-30' })).toThrow(/inget datum/);
    expect(() => sampleIntake({ ...INTAKES['2023-1'], intake: 'våren' })).toThrow(/ska skrivas som 2023-1/);
  });
});

describe('places, offers and controls', () => {
  test.each([['2023-1', spring], ['2023-2', autumn]] as const)('%s: belong together and fall in order', (intake, sample) => {
    const places = new Map(records(sample.places).map((row) => [row['plats_id'], row]));
    const offers = new Map(records(sample.offers).map((row) => [row['plats_id'], row]));
    const controls = records(sample.controls);
    expect(offers.size).toBe(sample.offers.length - 1);
    expect(controls.length).toBe(offers.size);
    for (const control of controls) {
      const place = places.get(control['plats_id']);
      const offer = offers.get(control['plats_id']);
      const [date = '', answer = ''] = [control['kontroll_datum'], control['yttrande_svar']];
      expect(control['organisationsnummer']).toBe(place?.['organisationsnummer']);
      expect(control['arbetsgivare']).toBe(place?.['arbetsgivare']);
      expect(['tillstyrker', 'ingen erinran', 'inget svar']).toContain(answer);
      expect(control['facklig_organisation']).not.toBe('');
      if (offer?.['svar'] === 'ja') expect(control['kontroll_utfall']).toBe('utan anmärkning');
      const steps = [offer?.['erbjuden'] ?? '', date, INTAKES[intake].placeStart];
      const asked = [offer?.['erbjuden'] ?? '', control['yttrande_begart'] ?? '', control['yttrande_datum'] || INTAKES[intake].placeStart, INTAKES[intake].placeStart];
      expect(steps).toEqual([...steps].sort());
      expect(asked).toEqual([...asked].sort());
    }
    for (const row of places.values()) {
      const digits = [...(row['organisationsnummer'] ?? '').replace('-', '')].map(Number);
      const sum = digits.reduce((all, digit, i) => all + (i % 2 === 0 ? ((digit * 2) % 10) + Math.floor((digit * 2) / 10) : digit), 0);
      expect([digits.length, sum % 10, (digits[2] ?? 0) >= 2]).toEqual([10, 0, true]);
    }
  });
});
