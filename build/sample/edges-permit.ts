import { SWEDEN } from './countries.ts';
import { addDays } from './dates.ts';
import type { Edge, Limits } from './edges.ts';

/** People at the limits of permit, extension, right to work and the decision they attach. */
export function permitEdges(limits: Limits): Edge[] {
  return [...validity(limits), ...sources(limits), ...workRight(limits), ...kinds(limits), ...decision()];
}

function validity({ evaluation, dayBefore, end, dayBeforeEnd, longAfter }: Limits): Edge[] {
  const ended = addDays(evaluation, -30);
  return [
    ['tillståndet slutar på platsens sista dag', '', { validTo: end }],
    ['tillståndet slutar dagen före platsens sista dag', 'JO-07:orange', { validTo: dayBeforeEnd }],
    ['tillståndet slutar på bedömningsdagen', 'JO-07:orange', { validTo: evaluation }],
    ['tillståndet slutade dagen före bedömningsdagen', 'JO-07:rod', { validTo: dayBefore }],
    ['förlängning sökt på sista dagen', 'JO-07:orange JO-08:orange', { validTo: ended, extension: ended, receipt: 'ja' }],
    ['förlängning sökt dagen före sista dagen', 'JO-07:orange JO-08:orange', { validTo: ended, extension: addDays(ended, -1), receipt: 'ja' }],
    ['förlängning sökt dagen efter sista dagen', 'JO-07:rod JO-08:rod', { validTo: ended, extension: addDays(ended, 1), receipt: 'ja' }],
    ['förlängning sökt utan mottagningsbevis', 'JO-07:orange JO-08:orange', { validTo: ended, extension: ended }],
    ['förlängning sökt, tillståndet gäller hela platsen', 'JO-08:orange', { validTo: longAfter, extension: ended, receipt: 'ja' }],
    ['förlängning sökt, tillståndet slutar under platsen', 'JO-07:orange JO-08:orange', { validTo: dayBeforeEnd, extension: ended }],
    ['slutdatum saknas', 'JO-07:orange', { validTo: '' }],
    ['slutdatum saknas, förlängning sökt', 'JO-07:orange JO-08:orange', { validTo: '', extension: ended }],
    ['PUT utan slutdatum', '', { kind: 'PUT', validTo: '' }],
    ['PUT vars kort har gått ut', '', { kind: 'PUT', validTo: ended }],
    ['permanent uppehållsrätt', '', { kind: 'permanent-uppehallsratt', validTo: '' }],
    ['svensk medborgare, inget bifogat', '', { kind: 'svensk-medborgare', validTo: '', citizenOf: SWEDEN, decisionAttached: '' }],
    ['förlängning oläslig, tillståndet har gått ut', 'JO-07:orange JO-08:orange', { validTo: ended, cells: { forlangning_ansokt: 'förra veckan' } }],
    ['förlängning oläslig, tillståndet gäller hela platsen', 'JO-08:orange', { cells: { forlangning_ansokt: 'förra veckan' } }],
  ];
}

function sources({ evaluation, dayBeforeEnd, longAfter }: Limits): Edge[] {
  const ended = addDays(evaluation, -30);
  const newer = addDays(evaluation, -40);
  const older = addDays(evaluation, -800);
  return [
    ['inget beslut i Migrationsverkets utdrag: ansökan gäller', '', { permits: [] }],
    ['Migrationsverket: kortare än ansökan', 'JO-07:orange', { validTo: dayBeforeEnd, cells: { giltigt_till: longAfter } }],
    ['Migrationsverket: längre än ansökan', '', { validTo: longAfter, cells: { giltigt_till: ended } }],
    ['slutdatum oläsligt i ansökan, känt hos Migrationsverket', '', { cells: { giltigt_till: 'snart' } }],
    ['slutdatum oläsligt i ansökan, tomt hos Migrationsverket', 'JO-07:orange', { validTo: '', cells: { giltigt_till: '2023-13-01' } }],
    ['slutdatum tomt hos Migrationsverket: ansökan gäller', '', { validTo: '', cells: { giltigt_till: longAfter } }],
    ['två beslut: det senaste gäller längre, står sist', '', {
      permits: [{ validFrom: older, validTo: ended, workRight: 'ja' }, { validFrom: newer, validTo: longAfter, workRight: 'ja' }],
    }],
    ['två beslut: det senaste gäller längre, står först', '', {
      permits: [{ validFrom: newer, validTo: longAfter, workRight: 'ja' }, { validFrom: older, validTo: ended, workRight: 'ja' }],
    }],
    ['två beslut: det senaste har gått ut', 'JO-07:rod', {
      permits: [{ validFrom: older, validTo: longAfter, workRight: 'ja' }, { validFrom: addDays(ended, -100), validTo: ended, workRight: 'ja' }],
    }],
    ['tre beslut: det mellersta i filen är senast', 'JO-09:rod', {
      permits: [
        { validFrom: older, validTo: longAfter, workRight: 'ja' }, { validFrom: newer, validTo: longAfter, workRight: 'nej' },
        { validFrom: addDays(older, 1), validTo: longAfter, workRight: 'ja' },
      ],
    }],
    ['två beslut: det senaste saknar slut, ansökan gäller', 'JO-07:orange', {
      cells: { giltigt_till: dayBeforeEnd },
      permits: [{ validFrom: older, validTo: longAfter, workRight: 'ja' }, { validFrom: newer, validTo: '', workRight: 'ja' }],
    }],
    ['förlängningen står bara hos Migrationsverket', 'JO-07:orange JO-08:orange', { validTo: ended, extension: ended, cells: { forlangning_ansokt: '' } }],
    ['förlängningen står bara i ansökan', 'JO-07:orange JO-08:orange', {
      validTo: ended, extension: ended, permits: [{ validFrom: older, validTo: ended, workRight: 'ja' }],
    }],
    ['för sen enligt Migrationsverket, i tid enligt ansökan', 'JO-07:rod JO-08:rod', {
      validTo: ended, extension: addDays(ended, 1), cells: { forlangning_ansokt: ended },
    }],
  ];
}

function workRight({ longAfter }: Limits): Edge[] {
  return [
    ['arbetsrätt nej', 'JO-09:rod', { workRight: 'nej' }],
    ['arbetsrätt bunden till arbetsgivare', 'JO-09:rod', { workRight: 'bunden-arbetsgivare' }],
    ['arbetsrätt bunden till yrke', 'JO-09:orange', { workRight: 'bunden-yrke' }],
    ['arbetsrätt oklar', 'JO-09:orange', { workRight: 'oklart' }],
    ['arbetsrätt okänd', 'JO-09:orange', { workRight: '' }],
    ['arbetsrätt oläslig', 'JO-09:orange', { workRight: '', cells: { arbetsratt: 'kanske' } }],
    ['arbetsrätt nej hos Migrationsverket, ja i ansökan', 'JO-09:rod', { workRight: 'nej', cells: { arbetsratt: 'ja' } }],
    ['arbetsrätt oklar hos Migrationsverket, ja i ansökan', 'JO-09:orange', { permits: [{ validTo: longAfter, workRight: 'oklart' }] }],
    ['arbetsrätt tom hos Migrationsverket, ja i ansökan', '', { permits: [{ validTo: longAfter, workRight: '' }] }],
    ['arbetsrätt ja hos Migrationsverket, nej i ansökan', '', { cells: { arbetsratt: 'nej' } }],
  ];
}

function kinds({ evaluation }: Limits): Edge[] {
  const expected: Record<string, string> = {
    'TUT-flykting': '', 'TUT-alternativt-skydd': '', 'TUT-anknytning': '', uppehallskort: '', 'tillfalligt-skydd': '',
    forskare: 'JO-10:orange', 'soka-arbete-efter-studier': 'JO-10:orange', studerande: 'JO-10:rod', praktikant: 'JO-10:rod',
    'au-pair': 'JO-10:rod', volontar: 'JO-10:rod', visum: 'JO-10:rod', 'at-und': 'JO-10:rod',
  };
  // From 2024 an unknown kind may be temporary protection, which is asked about on its own.
  const unknownKind = evaluation >= '2024-01-01' ? 'JO-06:orange ' : '';
  return [
    ...Object.entries(expected).map(([kind, rules]): Edge => [`tillstånd ${kind}`, rules, { kind }]),
    ['tillståndets slag tomt', `${unknownKind}JO-10:orange`, { kind: '' }],
    ['tillståndets slag oläsligt', `${unknownKind}JO-10:orange`, { kind: 'blått kort' }],
    ['tillståndets slag tomt, slutdatum passerat', `${unknownKind}JO-07:orange JO-10:orange`, { kind: '', validTo: addDays(evaluation, -30) }],
    ['tillståndets slag tomt, beslut ej bifogat', `${unknownKind}JO-10:orange JO-11:orange`, { kind: '', decisionAttached: 'nej' }],
  ];
}

function decision(): Edge[] {
  return [
    ['beslut ej bifogat', 'JO-11:orange', { decisionAttached: 'nej' }],
    ['beslut bifogat tomt', 'JO-11:orange', { decisionAttached: '' }],
    ['beslut bifogat oläsligt', 'JO-11:orange', { cells: { beslut_bifogat: 'delvis' } }],
    ['klassningskod X, första beslutet ej bifogat', 'JO-11:orange', { classCode: 'X1', firstDecisionAttached: 'nej' }],
    ['klassningskod X, första beslutet tomt', 'JO-11:orange', { classCode: 'X2' }],
    ['klassningskod X, första beslutet bifogat', '', { classCode: 'X1', firstDecisionAttached: 'ja' }],
    ['annan klassningskod', '', { classCode: 'B1' }],
  ];
}
