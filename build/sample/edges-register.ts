import { addDays } from './dates.ts';
import type { Edge, Limits } from './edges.ts';

/** People at the limits of what the authority's own register says. */
export function registerEdges(limits: Limits): Edge[] {
  return [...status(), ...category(), ...plan(limits)];
}

function status(): Edge[] {
  return [
    ['Registrerad', '', { register: { status: 'Registrerad' } }],
    ['Avaktualiserad', 'JO-03:rod', { register: { status: 'Avaktualiserad' } }],
    ['Ej inskriven', 'JO-03:rod', { register: { status: 'Ej inskriven' } }],
    ['Aktuell, planeringssamtal nej', 'JO-03:orange', { register: { planningCall: 'nej' } }],
    ['Registrerad, planeringssamtal nej', 'JO-03:orange', { register: { status: 'Registrerad', planningCall: 'nej' } }],
    ['Aktuell, planeringssamtal tomt', '', { register: { planningCall: '' } }],
    ['Aktuell, planeringssamtal oläsligt', 'JO-03:orange', { register: { planningCall: 'kanske' } }],
    ['Avaktualiserad, planeringssamtal nej', 'JO-03:rod', { register: { status: 'Avaktualiserad', planningCall: 'nej' } }],
    ['status tom', 'JO-03:orange', { register: { status: '' } }],
    ['status oläslig', 'JO-03:orange', { register: { status: 'Vilande' } }],
  ];
}

function category(): Edge[] {
  const expected: Record<string, string> = {
    '11': '', '22': '', '68': '', '69': '', '70': '', '14': 'JO-04:rod', '54': 'JO-04:rod',
    '21': 'JO-04:orange', '81': 'JO-04:orange', '1': 'JO-04:orange', '': 'JO-04:orange',
  };
  const codes = Object.entries(expected).map(([code, rules]): Edge => [`sökandekategori ${code === '' ? 'tom' : code}`, rules, { register: { category: code } }]);
  return [...codes, ['annat program', 'JO-22:orange', { register: { programme: 'AUB' } }]];
}

function plan({ evaluation, sixMonthsBack }: Limits): Edge[] {
  const late = addDays(sixMonthsBack, -1);
  return [
    ['behov bedömt nej', 'JO-16:rod', { register: { needAssessed: 'nej' } }],
    ['behov bedömt tomt', 'JO-16:orange', { register: { needAssessed: '' } }],
    ['behov bedömt oläsligt', 'JO-16:orange', { register: { needAssessed: 'pågår' } }],
    ['plan förnyad just sex månader före bedömningen', '', { register: { planRenewed: sixMonthsBack } }],
    ['plan förnyad sex månader och en dag före bedömningen', 'JO-17:orange', { register: { planRenewed: late } }],
    ['plan förnyad på bedömningsdagen', '', { register: { planRenewed: evaluation } }],
    ['plan förnyad tomt', 'JO-17:orange', { register: { planRenewed: '' } }],
    ['plan förnyad oläsligt', 'JO-17:orange', { register: { planRenewed: 'i höstas' } }],
    ['planen medger inte praktik', 'JO-17:rod', { register: { planAllows: 'nej' } }],
    ['planen medger inte praktik och är gammal', 'JO-17:rod', { register: { planAllows: 'nej', planRenewed: late } }],
    ['planen medger inte praktik, förnyelse okänd', 'JO-17:rod', { register: { planAllows: 'nej', planRenewed: '' } }],
    ['om planen medger praktik är okänt', 'JO-17:orange', { register: { planAllows: '' } }],
  ];
}
