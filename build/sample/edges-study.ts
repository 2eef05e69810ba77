import type { Edge } from './edges.ts';

/** People at the limits of degree, field, experience and language. */
export function studyEdges(): Edge[] {
  return [...degree(), ...field(), ...experience(), ...language()];
}

function degree(): Edge[] {
  const green = ['536', '537', '546', '547', '556', '557', '620', '640'];
  const orange = ['526', '527', '600'];
  const red = ['336', '337', '412', '415', '417', '520', '522', '525', '530', '532', '535', '540', '545', '550', '555'];
  return [
    ...green.map((level): Edge => [`nivå ${level} med utlåtande`, '', { level, evidence: 'uhr-utlatande' }]),
    ...orange.map((level): Edge => [`nivå ${level} med examensbevis`, 'JO-12:orange', { level }]),
    ...red.map((level): Edge => [`nivå ${level} med examensbevis`, 'JO-12:rod', { level }]),
    ['nivå 536 med examensbevis', '', { level: '536' }],
    ['nivå 536 med beskrivning', 'JO-12:orange', { level: '536', evidence: 'uhr-beskrivning' }],
    ['nivå 536 med cv', 'JO-12:orange', { level: '536', evidence: 'cv' }],
    ['nivå 536 utan underlag', 'JO-12:orange', { level: '536', evidence: '' }],
    ['nivå 536 med oläsligt underlag', 'JO-12:orange', { level: '536', evidence: 'intyg' }],
    ['nivå 526 med cv', 'JO-12:orange', { level: '526', evidence: 'cv' }],
    ['nivå 532 med cv', 'JO-12:rod', { level: '532', evidence: 'cv' }],
    ['nivå tom', 'JO-12:orange', { level: '' }],
    ['nivå oläslig', 'JO-12:orange', { level: 'kandidat' }],
  ];
}

function field(): Edge[] {
  const groups = [
    '520', '521', '522', '523', '524', '525', '526', '527', '529', '540', '541', '542', '543', '544', '549', '580', '581', '582', '589',
    '480', '481', '489', '340', '342', '343', '344', '727',
  ];
  const green = [...groups.map((code) => `${code}x`), '345a', '345b', '345c', '314a', '521', '340'];
  const orange = ['341', '341a', '340d', '421b', '311x', '312a', '321b', '345'];
  const red = ['345d', '314b', '421a', '421', '311a', '311', '312b', '321a', '482z', '528a', '545a', '723a', '441z'];
  return [
    ...green.map((code): Edge => [`inriktning ${code}`, '', { field: code }]),
    ...orange.map((code): Edge => [`inriktning ${code}`, 'JO-13:orange', { field: code }]),
    ...red.map((code): Edge => [`inriktning ${code}`, 'JO-13:rod', { field: code }]),
    ['inriktning tom', 'JO-13:orange', { field: '' }],
    ['inriktning oläslig', 'JO-13:orange', { field: 'maskinteknik' }],
  ];
}

function experience(): Edge[] {
  const expected: Record<string, string> = {
    '0': '', '12': '', '13': 'JO-14:orange', '36': 'JO-14:orange', '37': 'JO-14:rod', '': 'JO-14:orange', 'ca ett år': 'JO-14:orange',
  };
  return Object.entries(expected).map(([months, rules]): Edge => [`månaders erfarenhet: ${months === '' ? 'tom' : months}`, rules, { monthsWorked: months }]);
}

function language(): Edge[] {
  const rows = [
    ['B2', 'A1', ''], ['A1', 'B2', ''], ['', 'B2', ''], ['C2', '', ''], ['C1', 'C1', ''], ['flytande', 'B2', ''],
    ['B1', 'B1', 'JO-15:orange'], ['B1', 'A1', 'JO-15:orange'], ['A1', 'B1', 'JO-15:orange'], ['A2', '', 'JO-15:orange'],
    ['', 'B1', 'JO-15:orange'], ['', '', 'JO-15:orange'], ['A2', 'flytande', 'JO-15:orange'], ['A2', 'A2', 'JO-15:rod'],
    ['A1', 'A2', 'JO-15:rod'],
  ] as const;
  const word = (level: string): string => (level === '' ? 'tom' : level);
  return rows.map(([english, swedish, rules]): Edge => [`engelska ${word(english)}, svenska ${word(swedish)}`, rules, { english, swedish }]);
}
