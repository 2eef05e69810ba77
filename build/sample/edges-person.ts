import { BORDERLINE, EUROPE, onlyNamed, SWEDEN } from './countries.ts';
import { addDays, addYears } from './dates.ts';
import type { Edge, Limits } from './edges.ts';
import { coordinationNumber, temporaryNumber } from './identity.ts';

/** People at the limits of identity, consent, birth, age and what they do beside. */
export function personEdges(limits: Limits): Edge[] {
  return [...identity(limits), ...consent(), ...born(), ...temporaryProtection(limits), ...age(limits), ...beside(), ...strange()];
}

function identity({ evaluation, start }: Limits): Edge[] {
  return [
    ['samordningsnummer', 'JO-01:orange', { after: (p) => { p.number = coordinationNumber(p.birth, p.number.slice(9, 12)); } }],
    ['samordningsnummer, tomt födelsedatum', 'JO-01:orange', {
      cells: { fodelsedatum: '' }, after: (p) => { p.number = coordinationNumber(p.birth, p.number.slice(9, 12)); },
    }],
    ['tillfälligt nummer T', 'JO-01:orange', { after: (p) => { p.number = temporaryNumber(p.birth, 'T234'); } }],
    ['tillfälligt nummer TF', 'JO-01:orange', { after: (p) => { p.number = temporaryNumber(p.birth, 'TF23'); } }],
    ['plustecken: ett sekel äldre än utan', '', {
      birth: addYears(start, -118), after: (p) => { p.cells = { personnummer: p.number.slice(2).replace('-', '+') }; },
    }],
    ['tio siffror utan bindestreck som börjar med noll', '', {
      birth: addDays(addYears(start, -18), -40), register: { programme: 'JOB', category: '70' },
      after: (p) => { p.cells = { personnummer: p.number.slice(2).replace('-', '') }; },
    }],
    ['mellanslag runt och inuti numret', '', { after: (p) => { p.cells = { personnummer: `  ${p.number.replace('-', ' -')} ` }; } }],
    ['födelsedatum en dag från numrets', '', { after: (p) => { p.birth = addDays(p.birth, 1); } }],
    ['tio siffror, tomt födelsedatum', '', { after: (p) => { p.cells = { personnummer: p.number.slice(2), fodelsedatum: '' }; } }],
    ['tio siffror, 16 år just på bedömningsdagen', 'JO-18:rod', {
      birth: addYears(evaluation, -16), after: (p) => { p.cells = { personnummer: p.number.slice(2), fodelsedatum: '' }; },
    }],
    ['tio siffror, dagen för ung: ett sekel äldre', '', {
      birth: addYears(addDays(evaluation, 1), -116), after: (p) => { p.cells = { personnummer: p.number.slice(2), fodelsedatum: '' }; },
    }],
  ];
}

function consent(): Edge[] {
  return [
    ['samtycke delvis', 'JO-02:orange', { consent: 'delvis' }],
    ['samtycke oläsligt', 'JO-02:orange', { cells: { samtycke: 'kanske' } }],
    ['samtycke som kryss', '', { cells: { samtycke: 'x' } }],
  ];
}

/** From 2024 the one who has temporary protection and is folkbokförd may be born in Europe. */
function temporaryProtection({ evaluation }: Limits): Edge[] {
  if (evaluation < '2024-01-01') return [];
  const ukraine = { bornIn: onlyNamed('Ukraina'), kind: 'tillfalligt-skydd' } as const;
  return [
    ['född i Ukraina, tillfälligt skydd, folkbokförd på bedömningsdagen', '', { ...ukraine, register: { residentSince: evaluation } }],
    ['född i Ukraina, tillfälligt skydd, folkbokförd dagen efter', 'JO-05:orange JO-06:orange', { ...ukraine, register: { residentSince: addDays(evaluation, 1) } }],
    ['född i Ukraina, tillfälligt skydd, inte folkbokförd', 'JO-05:orange JO-06:orange', { ...ukraine, register: { residentSince: '' } }],
    ['född utanför Europa, tillfälligt skydd, inte folkbokförd', 'JO-06:orange', { kind: 'tillfalligt-skydd', register: { residentSince: '' } }],
  ];
}

function born(): Edge[] {
  const gone = ['Jugoslavien', 'Tjeckoslovakien', 'DDR', 'Serbien och Montenegro'];
  const codes = ['SE', 'GB', 'XK', 'AX', 'VA', 'FO', 'GI', 'CH', 'IS', 'LI', 'BY', 'MD', 'SJ'];
  return [
    ...BORDERLINE.map((country): Edge => [`född i ${country.sv}`, 'JO-05:orange', { bornIn: country, citizenOf: country }]),
    ...EUROPE.map((country): Edge => [`född i ${country.sv}`, 'JO-05:rod', { bornIn: country, citizenOf: SWEDEN }]),
    ...codes.map((code): Edge => [`födelseland ${code}`, 'JO-05:rod', { cells: { fodelseland: code } }]),
    ...gone.map((name): Edge => [`född i ${name}`, 'JO-05:rod', { bornIn: onlyNamed(name) }]),
    ['född i Sovjetunionen', 'JO-05:orange', { bornIn: onlyNamed('Sovjetunionen') }],
    ['födelseland tomt', 'JO-05:orange', { cells: { fodelseland: '' } }],
    ['födelseland oläsligt', 'JO-05:orange', { cells: { fodelseland: 'Atlantis' } }],
    ['födelseland med små bokstäver och mellanslag', '', { cells: { fodelseland: ' indien ' } }],
  ];
}

function age({ start }: Limits): Edge[] {
  const turns25 = addYears(start, -25);
  const turns18 = addYears(start, -18);
  const jobs = { programme: 'JOB', category: '70' };
  const etp = { programme: 'ETP', category: '68' };
  return [
    ['fyller 25 på platsens första dag', '', { birth: turns25, sex: 'K' }],
    ['fyller 25 dagen efter platsens första dag', 'JO-18:rod', { birth: addDays(turns25, 1), sex: 'K' }],
    ['fyller 18 på platsens första dag, i JOB', '', { birth: turns18, sex: 'K', register: jobs }],
    ['fyller 18 på platsens första dag, i ETP', '', { birth: turns18, sex: 'M', register: etp }],
    ['fyllde 18 dagen före platsens första dag, inget program', 'JO-18:rod', { birth: addDays(turns18, -1), sex: 'M' }],
    ['fyller 18 dagen efter platsens första dag, i JOB', 'JO-18:rod', { birth: addDays(turns18, 1), sex: 'K', register: jobs }],
    ['24 år, i JOB', '', { young: true, register: jobs }],
    ['24 år, i ETP', '', { young: true, register: etp }],
    ['24 år, inget program', 'JO-18:rod', { young: true }],
    ['24 år, i UGA', 'JO-18:rod JO-19:rod', { young: true, register: { programme: 'UGA', category: '69' } }],
    ['24 år, i annat program', 'JO-18:rod JO-22:orange', { young: true, register: { programme: 'AUB' } }],
    ['25 år, i UGA', 'JO-19:rod', { register: { programme: 'UGA', category: '69' } }],
    ['24 år, saknas i registret', 'JO-03:orange JO-04:orange JO-16:orange JO-17:orange JO-18:orange JO-19:orange JO-22:orange', { young: true, register: null }],
    ['25 år, saknas i registret', 'JO-03:orange JO-04:orange JO-16:orange JO-17:orange JO-22:orange', { register: null }],
    ['födelsedatum oläsligt, inget program', 'JO-18:orange', { cells: { fodelsedatum: 'våren 1997' } }],
  ];
}

function beside(): Edge[] {
  return [
    ['arbete och studier tomma', '', { hoursPerWeek: '', studyPace: '' }],
    ['arbetar 1 timme', 'JO-23:orange', { hoursPerWeek: '1' }],
    ['arbetar 39 timmar', 'JO-23:orange', { hoursPerWeek: '39' }],
    ['arbetar 40 timmar', 'JO-23:rod', { hoursPerWeek: '40' }],
    ['studerar 1 procent', 'JO-23:orange', { studyPace: '1' }],
    ['studerar 99 procent', 'JO-23:orange', { studyPace: '99' }],
    ['studerar 100 procent', 'JO-23:rod', { studyPace: '100' }],
    ['arbetar 20 timmar och studerar 50 procent', 'JO-23:orange', { hoursPerWeek: '20', studyPace: '50' }],
    ['arbetstid oläslig', 'JO-23:orange', { cells: { arbete_tim_vecka: 'lite' } }],
    ['arbetstid oläslig, studerar 100 procent', 'JO-23:rod', { studyPace: '100', cells: { arbete_tim_vecka: 'lite' } }],
    ['studietakt oläslig, arbetar 8 timmar', 'JO-23:orange', { hoursPerWeek: '8', cells: { studietakt: 'halvfart' } }],
    ['tidigare Jobbsprånget', 'JO-21:orange', { cells: { tidigare_jobbspranget: 'x' } }],
    ['tidigare Jobbsprånget tomt', '', { cells: { tidigare_jobbspranget: '' } }],
    ['tidigare Jobbsprånget oläsligt', 'JO-21:orange', { cells: { tidigare_jobbspranget: 'minns inte' } }],
  ];
}

function strange(): Edge[] {
  return [
    ['bindestreck, apostrof och tecken utanför Windows-1252', '', { firstName: 'Åsa-Thị', lastName: "D'Örtz-Nguyễn" }],
    ['citattecken i namnet', '', { firstName: 'Émile "Milo"', lastName: 'Öberg' }],
    ['oläsliga kolumner som ingen regel använder', '', { cells: { inkom_datum: '2023-02-30', examensdatum: 'våren 2015', utbildningsland: 'Atlantis' } }],
    ['kommentar med formel, semikolon, citattecken och radbrytning', '', { comment: '=SUM(A1);"hej"\nrad två\trad' }],
    ['skyddade uppgifter', '', { register: { protectedPerson: 'ja' } }],
    ['skyddade uppgifter och orange', 'JO-21:orange', { earlierPlace: 'ja', register: { protectedPerson: 'ja' } }],
  ];
}
