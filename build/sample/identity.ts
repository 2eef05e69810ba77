import type { Sex } from './person.ts';

/** The serials that are published for testing: no living person has them. */
const TESTING = { K: '238', M: '239' } satisfies Record<Sex, string>;

/** How many serials of each sex benchmark files may use beside a birth date. */
export const BENCH_SERIALS = 450;

/** The check digit (modulus 10, weights 2 1 2 ...) of a row of digits. */
export function checkDigit(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const product = (digits.charCodeAt(i) - 48) * (i % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return (10 - (sum % 10)) % 10;
}

/** The testing serial of a sex, or for benchmark files the serial of that sex with the given rank. */
export function serial(sex: Sex, rank: number, series: 'testing' | 'bench'): string {
  return series === 'testing' ? TESTING[sex] : String(100 + 2 * rank + (sex === 'M' ? 1 : 0));
}

/** A personnummer with twelve digits and hyphen, for a birth date and a serial of three digits. */
export function personnummer(birth: string, digits: string): string {
  const date = birth.replaceAll('-', '');
  return `${date}-${digits}${checkDigit(date.slice(2) + digits)}`;
}

/** A coordination number: as a personnummer, with 60 added to the day. */
export function coordinationNumber(birth: string, digits: string): string {
  const date = birth.slice(0, 4) + birth.slice(5, 7) + String(Number(birth.slice(8, 10)) + 60);
  return `${date}-${digits}${checkDigit(date.slice(2) + digits)}`;
}

/** A temporary number without check digit: YYYYMMDD-T### or YYYYMMDD-TF##. */
export function temporaryNumber(birth: string, tail: string): string {
  return `${birth.replaceAll('-', '')}-${tail}`;
}

/** The same number with a check digit that fails. */
export function withWrongCheckDigit(number: string, step: number): string {
  return number.slice(0, -1) + String((Number(number.slice(-1)) + 1 + (step % 9)) % 10);
}

/** A valid organisation number NNNNNN-NNNN of the kind limited companies have, from a whole number. */
export function organisationNumber(value: number): string {
  const digits = `55${6 + (value % 4)}${String(Math.floor(value / 4) % 1_000_000).padStart(6, '0')}`;
  return `${digits.slice(0, 6)}-${digits.slice(6)}${checkDigit(digits)}`;
}
