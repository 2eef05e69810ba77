import type { FaultInfo } from '../fault.ts'

/** What a received document is, as far as the rules care. */
export const DOCUMENT_KINDS = ['permit-card', 'decision', 'degree-certificate', 'other'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]
/** What can be shown in the window; found by content, never by name. */
export type DocumentType = 'pdf' | 'png' | 'jpeg'

/** Why a file is not taken. */
export const DOCUMENT_REFUSALS = [
  'no-application', 'ambiguous', 'listed-unknown', 'listed-missing', 'empty', 'too-large', 'picture-too-large', 'broken', 'locked', 'unsafe-name', 'bomb', 'method',
  'link', 'special', 'deep', 'changed', 'unreadable', 'type-heic', 'type-tiff', 'type-office', 'type-archive', 'type-picture', 'type-text', 'type-other',
] as const
export type DocumentRefusal = (typeof DOCUMENT_REFUSALS)[number]
/** What is worth knowing of a file that is taken. */
export const DOCUMENT_REMARKS = ['pdf-locked', 'pdf-active', 'elsewhere'] as const
export type DocumentRemark = (typeof DOCUMENT_REMARKS)[number]

/** Bytes per file, bytes in all, and files in all. */
export const DOCUMENT_LIMITS = { fileBytes: 25_000_000, totalBytes: 2_000_000_000, files: 20_000 } as const

export type ReceivedFile = {
  /** Where it lies in its ZIP or folder. Signs that would hide or turn text are written out. */
  name: string
  outcome: 'new' | 'already' | 'refused'
  refusal: DocumentRefusal | null
  remarks: DocumentRemark[]
  applicationId: string | null
  kind: DocumentKind | null
  type: DocumentType | null
  bytes: number
  pages: number | null
}
export type DocumentsReport = {
  /** The first of them, never more than 1,000 of each outcome. */
  files: ReceivedFile[]
  counts: { new: number; already: number; refused: number; ignored: number }
  refusals: { refusal: DocumentRefusal; count: number }[]
  bytes: number
  /** How many cases get at least one new document. */
  cases: number
  /** What was chosen but could not be opened at all. */
  faults: { name: string; fault: FaultInfo }[]
  lists: { name: string; rows: number }[]
  /** Stands for exactly these files with these outcomes; sent back so that only what has been seen is stored. */
  digest: string
  seconds: number
}

export type DocumentView = {
  id: number
  caseId: number
  kind: DocumentKind
  name: string
  type: DocumentType
  bytes: number
  /** Null when the number of pages shows first when it is opened. */
  pages: number | null
  /** The ZIP or folder it came in, or an empty text. */
  from: string
  note: string
  remarks: DocumentRemark[]
  receivedAt: string
  receivedBy: string
  proves: { fact: string; label: string; display: string; page: number }[]
}
