import type { pairWords as swedish } from './sentences.sv.ts'

/** What a pair of applications rests on and what speaks against it, in English. */
export const pairWords: typeof swedish = {
  number: { 1: 'a temporary number', 2: 'a coordination number', 3: 'a personal identity number' },
  given: 'Given name', family: 'Family name',
  part: part => `${part}: one application has more names than the other, otherwise they are alike.`,
  spelling: part => `${part}: almost the same spelling.`,
  missing: part => `${part} missing from one of the applications.`,
  sameBirth: 'The same date of birth according to the numbers.',
  sameRearranged: 'The same names, but given name and family name stand in another order.',
  sameLiterally: 'The same given name and family name.',
  sameNames: 'The same given name and family name, disregarding accents, hyphens and capital letters.',
  swapped: 'Given name and family name may have changed places.',
  sameGiven: 'The same given name.', sameFamily: 'The same family name.',
  changed: (from, to) => `One application has ${from} and the other ${to}: the number may have been changed.`,
  bothTemporary: 'Both have temporary numbers, of which a person can be given several.',
  sameEmail: 'The same e-mail address in both applications.', samePhone: 'The same telephone number in both applications.',
  bothPersonal: 'Both have personal identity numbers, and a person has only one. If it is the same person, one of the numbers is wrong.',
  twins: 'Twins have the same date of birth and family name, and may have similar given names.',
  january: '1 January is often written when the day of birth is not known. Many people therefore have that date.',
  masked: 'The pair rests on date of birth and name. One of the people has protected personal data: open the cases, with a reason, to compare.',
}
