import type { FilePlan, Inspection, Understanding } from '../../shared/contract/intake.ts'
import type { UndoReport } from '../../shared/contract/changes.ts'
import type { TakeInReport } from '../../shared/contract/views.ts'

/** A report with one good file, one extract with remarks and one file that was refused whole. */
export function fakeReport(): TakeInReport {
  return {
    changes: { cases: 0, lights: 0, list: [], vanished: { count: 0, list: [] }, refusing: { count: 0, list: [] }, returned: 0, seen: '' },
    files: [
      {
        name: 'ansokningar.csv', kind: 'applications', encoding: 'windows-1252', separator: ';', sheet: null, allOfIntake: false, fault: null,
        counts: { records: 20412, added: 19800, changed: 200, duplicates: 212, refused: 200, unmatched: 0, warnings: 311 },
        problemCounts: [
          { code: 'no-consent', outcome: 'refused', count: 120 }, { code: 'identity-check-digit', outcome: 'refused', column: 'personnummer', count: 80 },
          { code: 'unreadable-date', outcome: 'warning', column: 'tillstand_till', count: 301 }, { code: 'leading-zero-restored', outcome: 'warning', column: 'personnummer', count: 10 },
        ],
        problems: Array.from({ length: 320 }, (_, i) => i % 3 === 0
          ? { record: 2 + i * 7, outcome: 'refused' as const, code: 'no-consent' as const, applicationId: `JS-2026-${String(i).padStart(6, '0')}` }
          : { record: 2 + i * 7, outcome: 'warning' as const, code: 'unreadable-date' as const, applicationId: `JS-2026-${String(i).padStart(6, '0')}`, column: 'tillstand_till' }),
        unusedColumns: ['foretag_1', 'foretag_2', 'portal_lank'],
      },
      {
        name: 'registerutdrag.xlsx', kind: 'register', encoding: 'xlsx', separator: null, sheet: 'Utdrag', allOfIntake: false, fault: null,
        counts: { records: 19700, added: 19600, changed: 12, duplicates: 0, refused: 0, unmatched: 88, warnings: 0 }, problemCounts: [], problems: [], unusedColumns: [],
      },
      {
        name: 'beslut_migrationsverket_mycket_langt_filnamn_utan_mellanslag_som_maste_kunna_brytas.csv', kind: null, encoding: null, separator: null, sheet: null, allOfIntake: false,
        fault: { code: 'file-unterminated-quote', params: { file: 'beslut_migrationsverket.csv', record: 4012, column: 'beslutsdatum' } },
        counts: { records: 0, added: 0, changed: 0, duplicates: 0, refused: 0, unmatched: 0, warnings: 0 }, problemCounts: [], problems: [], unusedColumns: [],
      },
    ],
    before: { green: 0, orange: 0, red: 0, total: 0 }, after: { green: 10_200, orange: 6_800, red: 2_800, total: 19_800 },
    moved: [{ from: null, to: 'green', count: 10_100 }, { from: null, to: 'orange', count: 6_800 }, { from: null, to: 'red', count: 2_800 }, { from: 'orange', to: 'green', count: 100 }],
    seconds: 7.43,
  }
}

/** Every file as one with headers of its own, of which one needed column is not known. */
export function fakeInspection(plans: readonly FilePlan[]): Inspection {
  const choices = [
    { fact: 'application.id', label: 'ansöknings-id', column: 'ansoknings_id', required: true }, { fact: 'identity.number', label: 'personnummer', column: 'personnummer', required: true },
    { fact: 'permit.validTo', label: 'tillståndets sista dag', column: 'giltigt_till', required: false },
  ]
  return {
    files: plans.map((_, i) => ({
      name: `fil-${i + 1}.csv`, state: 'guessed', fault: { code: 'file-no-known-column', params: { file: `fil-${i + 1}.csv` } }, kind: 'applications', encoding: 'utf-8', separator: ';', sheet: null, sheets: [], headerRow: 1,
      rows: [{ row: 1, cells: ['Application no', 'Pnr'], masked: false }, { row: 2, cells: ['JS-1', '19900101-2389'], masked: false }, { row: 3, cells: [], masked: true }],
      columns: [{ header: 'Application no', examples: ['JS-1'], fact: 'application.id', basis: 'synonym' }, { header: 'Pnr', examples: ['19900101-2389'], fact: 'identity.number', basis: 'synonym' }],
      missing: [], sender: null, signature: '0'.repeat(32),
    })),
    choices: { applications: choices, register: choices, permits: choices }, senders: ['Portalen'],
  }
}

export function fakeUnderstanding(): Understanding {
  return { kind: 'applications', facts: [{ fact: 'application.id', label: 'ansöknings-id', header: 'Application no' }], rows: [{ record: 2, masked: false, refused: null, cells: [{ text: 'JS-1', state: 'known', display: 'JS-1' }] }], fault: null }
}

/** What undoing a file would do: one case goes, one gets back what was known before. */
export function fakeUndo(): UndoReport {
  const { changes } = fakeReport()
  return { file: { id: 1, kind: 'applications', name: 'ansokningar.csv' }, removed: 1, removedEstablished: 0, restored: 1, laterFiles: [], before: { green: 2, orange: 0, red: 0, total: 2 }, after: { green: 1, orange: 0, red: 0, total: 1 }, changes }
}
