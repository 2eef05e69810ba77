/**
 * A second opinion on the rule table of 2023 and what 2024 changes in it: plain if-else code written from the table, without any of the product's code.
 * A value of `undefined` is an unknown fact. Every rule is read from red over orange to green, except where the table says "first:".
 */
import { addMonthsClipped, ageOn, cell, country, dateOfCell, identityBirth, numberOfCell, yesNo } from './oracle-cells.ts';

export type Colour = 'rod' | 'orange';
export type Dates = { evaluationDate: string; placeStart: string; placeEnd: string };
export type Opinion = { colour: 'gron' | Colour; rules: Partial<Record<string, Colour>> };
type Row = Record<string, string>;
type Light = Colour | 'gron';

const ENDLESS = ['PUT', 'permanent-uppehallsratt', 'svensk-medborgare'];
const KINDS = [
  ...ENDLESS, 'TUT-flykting', 'TUT-alternativt-skydd', 'TUT-anknytning', 'uppehallskort', 'forskare', 'soka-arbete-efter-studier',
  'studerande', 'praktikant', 'au-pair', 'volontar', 'tillfalligt-skydd', 'at-und', 'visum',
];
const CEFR = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'];
const EUROPE = new Set((
  'AL AD AT AX BE BG BA BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO '
  + 'RS SE SI SJ SK SM UA VA XK Jugoslavien Tjeckoslovakien DDR').split(' ').concat('Serbien och Montenegro'));
const BORDER = new Set('TR RU GE AM AZ KZ CY Sovjetunionen'.split(' '));
const GREEN_GROUPS = new Set((
  '520 521 522 523 524 525 526 527 529 540 541 542 543 544 549 580 581 582 589 480 481 489 340 342 343 344 727').split(' '));

/** The colour of a case and its rules that are not green. `register` undefined: the extract has no row on the person. */
export function oracle(application: Row, register: Row | undefined, permits: Row[], intake: Dates): Opinion {
  const lights: Record<string, Light> = {
    'JO-01': identity(application), 'JO-02': consent(application), 'JO-03': registered(register), 'JO-04': category(register),
    ...bornRules(application, register, intake), ...permitRules(application, permits, intake), 'JO-12': degree(application), 'JO-13': field(application),
    'JO-14': experience(application), 'JO-15': language(application), 'JO-16': need(register), 'JO-17': plan(register, intake),
    ...ageRules(application, register, intake), 'JO-21': earlier(application), 'JO-22': programmeBeside(register), 'JO-23': beside(application),
  };
  const rules: Opinion['rules'] = {};
  for (const [id, light] of Object.entries(lights)) if (light !== 'gron') rules[id] = light;
  const found = Object.values(rules);
  return { colour: found.includes('rod') ? 'rod' : found.length > 0 ? 'orange' : 'gron', rules };
}

function identity(application: Row): Light {
  const digits = cell(application, 'personnummer').replace(/[\s+-]/g, '');
  if (digits.includes('T')) return 'orange';
  return Number(digits.slice(-6, -4)) > 60 ? 'orange' : 'gron';
}

function consent(application: Row): Light {
  return yesNo(cell(application, 'samtycke')) === true ? 'gron' : 'orange';
}

function registered(register: Row | undefined): Light {
  const status = register && cell(register, 'arbetssokande_status');
  if (status === 'Avaktualiserad' || status === 'Ej inskriven') return 'rod';
  if (status !== 'Aktuell' && status !== 'Registrerad') return 'orange';
  const call = register && cell(register, 'planeringssamtal');
  return call === '' || yesNo(call) === true ? 'gron' : 'orange';
}

function category(register: Row | undefined): Light {
  const code = register && cell(register, 'sokandekategori_kod');
  if (code === '14' || code === '54') return 'rod';
  return code !== undefined && ['11', '22', '68', '69', '70'].includes(code) ? 'gron' : 'orange';
}

function born(application: Row): Light {
  const land = country(cell(application, 'fodelseland'));
  if (land === undefined || BORDER.has(land)) return 'orange';
  return EUROPE.has(land) ? 'rod' : 'gron';
}

/** From 2024 temporary protection with folkbokföring is an exception: JO-06 asks for it and JO-05 knows it. */
function bornRules(application: Row, register: Row | undefined, { evaluationDate }: Dates): Record<string, Light> {
  const usual = born(application);
  if (evaluationDate < '2024-01-01') return { 'JO-05': usual };
  const kind = cell(application, 'uppehallstillstand');
  if (!KINDS.includes(kind)) return { 'JO-05': usual === 'rod' ? 'orange' : usual, 'JO-06': 'orange' };
  if (kind !== 'tillfalligt-skydd') return { 'JO-05': usual };
  const since = register && dateOfCell(cell(register, 'folkbokford_datum'));
  if (since !== undefined && since <= evaluationDate) return { 'JO-05': 'gron' };
  return { 'JO-05': usual === 'rod' ? 'orange' : usual, 'JO-06': 'orange' };
}

function permitRules(application: Row, permits: Row[], { evaluationDate, placeEnd }: Dates): Record<string, Light> {
  const latest = [...permits].sort((a, b) => (cell(a, 'giltigt_fran') < cell(b, 'giltigt_fran') ? 1 : -1))[0];
  const held = (column: string, own = column): string => (latest && cell(latest, column)) || cell(application, own);
  const endCell = held('giltigt_till');
  const end = dateOfCell(endCell);
  const appliedCell = held('ansokan_inkom', 'forlangning_ansokt');
  const applied = dateOfCell(appliedCell);
  const kindCell = cell(application, 'uppehallstillstand');
  const kind = KINDS.includes(kindCell) ? kindCell : undefined;
  return {
    'JO-07': covers(kind, end, appliedCell, applied, evaluationDate, placeEnd), 'JO-08': extension(end, appliedCell, applied),
    'JO-09': workRight(held('arbetsratt')), 'JO-10': kindOf(kind), 'JO-11': decision(application, kind),
  };
}

function covers(kind: string | undefined, end: string | undefined, appliedCell: string, applied: string | undefined, evaluation: string, placeEnd: string): Light {
  if (kind !== undefined && ENDLESS.includes(kind)) return 'gron';
  if (end !== undefined && end >= placeEnd) return 'gron';
  if (end === undefined || end >= evaluation) return 'orange';
  const late = appliedCell === '' || (applied !== undefined && applied > end);
  // An end that has passed is red only when the kind is known to have one.
  return late && kind !== undefined ? 'rod' : 'orange';
}

function extension(end: string | undefined, appliedCell: string, applied: string | undefined): Light {
  if (appliedCell === '') return 'gron';
  return applied !== undefined && end !== undefined && applied > end ? 'rod' : 'orange';
}

function workRight(word: string): Light {
  if (word === 'nej' || word === 'bunden-arbetsgivare') return 'rod';
  return word === 'ja' ? 'gron' : 'orange';
}

function kindOf(kind: string | undefined): Light {
  if (kind === undefined || kind === 'forskare' || kind === 'soka-arbete-efter-studier') return 'orange';
  return ['studerande', 'praktikant', 'au-pair', 'volontar', 'visum', 'at-und'].includes(kind) ? 'rod' : 'gron';
}

function decision(application: Row, kind: string | undefined): Light {
  if (kind === 'svensk-medborgare') return 'gron';
  if (yesNo(cell(application, 'beslut_bifogat')) !== true) return 'orange';
  const classX = cell(application, 'klassningskod').startsWith('X');
  return classX && yesNo(cell(application, 'forsta_beslut_bifogat')) !== true ? 'orange' : 'gron';
}

function degree(application: Row): Light {
  const level = cell(application, 'utbildningsniva_sun');
  if (!/^\d{3}$/.test(level)) return 'orange';
  if (['526', '527', '600'].includes(level)) return 'orange';
  if (!['536', '537', '546', '547', '556', '557', '620', '640'].includes(level)) return 'rod';
  return ['examensbevis', 'uhr-utlatande'].includes(cell(application, 'underlag_utbildning')) ? 'gron' : 'orange';
}

function field(application: Row): Light {
  const code = cell(application, 'utbildningsinriktning_sun');
  const group = code.slice(0, 3);
  if (!/^\d{3}[a-zåäö]?$/.test(code)) return 'orange';
  if (group === '341' || ['340d', '421b', '311x', '312a', '321b', '345'].includes(code)) return 'orange';
  return GREEN_GROUPS.has(group) || ['345a', '345b', '345c', '314a'].includes(code) ? 'gron' : 'rod';
}

function experience(application: Row): Light {
  const months = numberOfCell(cell(application, 'arbetslivserfarenhet_sverige_man'));
  if (months === undefined || (months > 12 && months <= 36)) return 'orange';
  return months > 36 ? 'rod' : 'gron';
}

function language(application: Row): Light {
  const levels = [CEFR.indexOf(cell(application, 'engelska')), CEFR.indexOf(cell(application, 'svenska'))];
  if (levels.some((level) => level >= CEFR.indexOf('B2'))) return 'gron';
  return levels.every((level) => level >= 0 && level < CEFR.indexOf('B1')) ? 'rod' : 'orange';
}

function need(register: Row | undefined): Light {
  const assessed = register && yesNo(cell(register, 'behov_bedomt'));
  if (assessed === undefined) return 'orange';
  return assessed ? 'gron' : 'rod';
}

function plan(register: Row | undefined, { evaluationDate }: Dates): Light {
  const allows = register && yesNo(cell(register, 'plan_medger_praktik'));
  if (allows === false) return 'rod';
  const renewed = register && dateOfCell(cell(register, 'plan_fornyad'));
  return allows === true && renewed !== undefined && renewed >= addMonthsClipped(evaluationDate, -6) ? 'gron' : 'orange';
}

/** The programme: undefined when there is no register row, empty when the register says none. */
function ageRules(application: Row, register: Row | undefined, { evaluationDate, placeStart, placeEnd }: Dates): Record<string, Light> {
  const bornCell = cell(application, 'fodelsedatum');
  const birth = bornCell === '' ? identityBirth(cell(application, 'personnummer'), evaluationDate) : dateOfCell(bornCell);
  const age = birth === undefined ? undefined : ageOn(birth, placeStart);
  const programme = register && cell(register, 'program');
  const frame = programme === 'JOB' || programme === 'ETP';
  const tooLong = placeEnd >= addMonthsClipped(placeStart, 6);
  const length: Light = programme === 'UGA' || tooLong ? 'rod' : programme === undefined && (age === undefined || age < 25) ? 'orange' : 'gron';
  return { 'JO-18': ageLight(age, frame, programme === undefined), 'JO-19': length };
}

function ageLight(age: number | undefined, frame: boolean, programmeUnknown: boolean): Light {
  if (age === undefined) return 'orange';
  if (age >= 25 || (age >= 18 && frame)) return 'gron';
  if (age < 18) return 'rod';
  return programmeUnknown ? 'orange' : 'rod';
}

function earlier(application: Row): Light {
  const word = cell(application, 'tidigare_jobbspranget');
  return word === '' || yesNo(word) === false ? 'gron' : 'orange';
}

function programmeBeside(register: Row | undefined): Light {
  return register && ['', 'JOB', 'ETP', 'UGA'].includes(cell(register, 'program')) ? 'gron' : 'orange';
}

function beside(application: Row): Light {
  const [hours, pace] = ['arbete_tim_vecka', 'studietakt'].map((column) => {
    const written = cell(application, column);
    return written === '' ? 0 : numberOfCell(written);
  });
  if ((hours ?? 0) >= 40 || (pace ?? 0) >= 100) return 'rod';
  return hours === 0 && pace === 0 ? 'gron' : 'orange';
}
