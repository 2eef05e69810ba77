import type { Country } from './countries.ts';
import { item, type Random } from './random.ts';
import { TOWNS } from './names.ts';
import { COLUMNS, type Column, type Permit, type Person } from './person.ts';

const YES = ['ja', 'Ja', 'JA', 'yes', 'x'];
const NO = ['nej', 'Nej', 'no'];

/** A date in one of the three ways the portal's users write it. */
function dateCell(date: string, dice: Random): string {
  if (date === '' || dice.chance(50)) return date;
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8)];
  return dice.chance(50) ? year + month + day : `${day}/${month}/${year}`;
}

function countryCell(country: Country, dice: Random): string {
  const form = dice.below(4);
  return form === 2 ? country.en : form === 3 ? country.code : country.sv;
}

function wordCell(word: string, dice: Random): string {
  return word === 'ja' ? dice.pick(YES) : word === 'nej' ? dice.pick(NO) : word;
}

/** The identity number with and without century, hyphen and stray spaces. */
function numberCell(person: Person, dice: Random): string {
  const { number, birth } = person;
  if (number.includes('T')) return number;
  const form = dice.below(20);
  if (form < 8) return number;
  if (form < 12) return ` ${number} `;
  if (form < 16) return number.replace('-', '');
  // Ten digits are read as the latest century that makes the person sixteen, which is wrong for someone born before it.
  if (birth < '1930') return number;
  return form < 19 ? number.slice(2) : number.slice(2).replace('-', '');
}

/** The portal's row on a person. Other dice write the same facts in other ways. */
export function applicationRow(person: Person, intake: string, dice: Random): string[] {
  const running = person.applicationId.slice(person.applicationId.lastIndexOf('-') + 1);
  const [town, postcode] = item(TOWNS, person.town);
  const row: Record<Column, string> = {
    ansoknings_id: person.applicationId, inkom_datum: person.received, intag: intake,
    personnummer: numberCell(person, dice), fornamn: person.firstName, efternamn: person.lastName, kon: person.sex,
    fodelsedatum: dateCell(person.birth, dice), fodelseland: countryCell(person.bornIn, dice),
    medborgarskap: countryCell(person.citizenOf, dice), epost: `sokande${running}@example.com`,
    telefon: `070-1740${person.phone}`, gatuadress: `Provgatan ${person.street}`, postnummer: postcode, postort: town,
    samtycke: wordCell(person.consent, dice), samtycke_datum: dateCell(person.consentDate, dice),
    uppehallstillstand: person.kind, giltigt_till: dateCell(person.validTo, dice), arbetsratt: person.workRight,
    forlangning_ansokt: dateCell(person.extension, dice), mottagningsbevis: wordCell(person.receipt, dice),
    beslut_bifogat: wordCell(person.decisionAttached, dice), klassningskod: person.classCode,
    forsta_beslut_bifogat: wordCell(person.firstDecisionAttached, dice), utbildningsniva_sun: person.level,
    utbildningsinriktning_sun: person.field, utbildning_fritext: person.educationText,
    utbildningsland: countryCell(person.studiedIn, dice), examensdatum: dateCell(person.degreeDate, dice),
    underlag_utbildning: person.evidence, engelska: person.english, svenska: person.swedish,
    arbetslivserfarenhet_sverige_man: person.monthsWorked, arbete_tim_vecka: person.hoursPerWeek,
    studietakt: person.studyPace,
    tidigare_jobbspranget: person.earlierPlace === 'nej' && dice.chance(25) ? '' : wordCell(person.earlierPlace, dice),
    onskad_ort: item(TOWNS, person.wantedTown)[0], kommentar: person.comment, ...person.cells,
  };
  return COLUMNS.map((column) => row[column]);
}

/** The register's row on a person, or null when the register has none. */
export function registerRow(person: Person): string[] | null {
  const row = person.register;
  if (!row) return null;
  return [
    person.number, row.status, row.enrolled, row.category, row.planningCall, row.programme, row.planRenewed, row.planAllows,
    row.needAssessed, row.protectedPerson, row.residentSince,
  ];
}

/** Migrationsverket's row on one of a person's permits. */
export function permitRow(person: Person, permit: Permit, dice: Random): string[] {
  const dossier = `${10 + dice.below(90)}-${100_000 + dice.below(900_000)}`;
  return [
    person.number, dossier, person.kind === 'PUT' ? 'PUT' : 'UT', 'BIF', '', permit.validFrom, permit.validTo, permit.workRight,
    permit.extension, permit.receipt,
  ];
}
