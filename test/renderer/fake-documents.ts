import type { DocumentsReport, DocumentView } from '../../shared/contract/documents.ts'

/** A document of a made-up case. */
export const fakeDocument = (caseId: number): DocumentView => ({
  id: 7, caseId, kind: 'permit-card', name: 'JS-2026-000001 kort.pdf', type: 'pdf', bytes: 48_200, pages: 2, from: 'handlingar.zip', note: '', remarks: [],
  receivedAt: '2026-11-21T10:00:00.000Z', receivedBy: 'Siv Åkesson', proves: [],
})

/** What becomes of a made-up ZIP: one document of each outcome. */
export function fakeDocumentsReport(): DocumentsReport {
  const file = { remarks: [], applicationId: 'JS-2026-000001', kind: 'permit-card', type: 'pdf', bytes: 48_200, pages: 2 } as const
  return {
    files: [
      { ...file, name: 'JS-2026-000001 kort.pdf', outcome: 'new', refusal: null, remarks: [] }, { ...file, name: 'JS-2026-000001 kopia.pdf', outcome: 'already', refusal: null, remarks: [] },
      { ...file, name: 'vems.heic', outcome: 'refused', refusal: 'type-heic', remarks: [], applicationId: null, kind: null, type: null, pages: null },
    ],
    counts: { new: 1, already: 1, refused: 1, ignored: 0 }, refusals: [{ refusal: 'type-heic', count: 1 }], bytes: 96_400, cases: 1, faults: [], lists: [], digest: 'd', seconds: 0.2,
  }
}
