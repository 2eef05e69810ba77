import type { DocumentKind, DocumentRemark, DocumentType, DocumentView } from '../../../../shared/contract/documents.ts'
import { Fault } from '../../../../shared/fault.ts'
import { applicationById, type ApplicationRow, loadCase } from '../../cases/cases.ts'
import { screenCase } from '../../cases/screen-cases.ts'
import { statedOf, unstateFact } from '../../cases/stated.ts'
import type { Context } from '../../context.ts'
import { worded } from '../../cases/spoken.ts'
import { wordings } from '../../rules/wording.ts'
import { displayValue } from '../../rules/sentences.ts'
import type { Reader, Row } from '../../store/database.ts'
import { change, type Store } from '../../store/store.ts'

export type NewDocument = { kind: DocumentKind; name: string; type: DocumentType; pages: number | null; from: string; remarks: DocumentRemark[]; hash: string }
type DocumentRow = Row & { id: number; application: number; kind: DocumentKind; name: string; type: DocumentType; bytes: number; pages: number | null; source: string; note: string; remarks: string; hash: string; at: string; by: number }

// A value of the database is held whole in memory, several times over, while it is written.
const PART = 1_000_000

/** Whether a case has these bytes already, or another case has them. */
export function isStored(db: Reader, application: number, hash: string): 'here' | 'elsewhere' | null {
  const found = db.raw('SELECT application FROM document WHERE hash = ?', hash).map(([id]) => Number(id))
  return found.includes(application) ? 'here' : found.length > 0 ? 'elsewhere' : null
}

/** Stores a document with its journal entry, whose number it is known by. The bytes do not go into the journal; their SHA-256 does. */
export function storeDocument(store: Store, application: number, document: NewDocument, bytes: Uint8Array): number {
  const id = store.record({ kind: 'document.received', application, body: JSON.stringify({ ...document, bytes: bytes.length }) })
  for (let part = 0; part * PART < bytes.length; part++) {
    store.write.run('INSERT INTO document_bytes (document, part, bytes) VALUES (?, ?, ?)', id, part, bytes.subarray(part * PART, (part + 1) * PART))
  }
  return id
}

/** A document's row. Throws Fault document-missing. */
export function documentById(db: Reader, id: number): DocumentRow {
  const row = db.get<DocumentRow>('SELECT * FROM document WHERE id = ?', id)
  if (!row) throw new Fault('document-missing')
  return row
}

/** A document's bytes, put together again. */
export function bytesOf(db: Reader, id: number): Buffer {
  return Buffer.concat(db.all<Row & { bytes: Uint8Array }>('SELECT bytes FROM document_bytes WHERE document = ? ORDER BY part', id).map(row => row.bytes))
}

/** The documents of a case with what they prove, newest first. Throws Fault case-protected for a protected person without a reason. */
export function documentsOfCase({ store }: Context, { id, reason }: { id: number; reason?: string | undefined }): DocumentView[] {
  opened(store.read, id, reason)
  return views(store.read, id, store.read.all<DocumentRow>('SELECT * FROM document WHERE application = ? ORDER BY id DESC', id))
}

/** A document byte for byte, as it came; that it was read is logged first. Throws Fault case-protected or document-missing. */
export function readDocument({ store }: Context, { documentId, reason }: { documentId: number; reason?: string | undefined }): Uint8Array {
  const row = documentById(store.read, documentId)
  const why = opened(store.read, row.application, reason)
  store.spool?.add({ at: store.now(), by: store.caseworkerId, application: row.application, kind: 'document.read', reason: why, document: row.id })
  return bytesOf(store.read, row.id)
}

/** Says what a document is. Facts are not touched. */
export function markDocument(context: Context, { documentId, kind, note }: { documentId: number; kind: DocumentKind; note: string }): DocumentView {
  const { store } = context
  const row = change(store, () => {
    const found = documentById(store.read, documentId)
    if (found.kind !== kind || found.note !== note) store.record({ kind: 'document.marked', application: found.application, body: JSON.stringify({ document: found.id, kind, note }) })
    return documentById(store.read, documentId)
  })
  const [view] = views(store.read, row.application, [row])
  if (!view) throw new Fault('document-missing')
  return view
}

/** Removes a document with a reason: its bytes go, what it proved is taken back, the journal keeps its hash. Gives the id of its case. Throws Fault case-decided where a decision rests on what it proves. */
export function removeDocument(context: Context, { documentId, reason }: { documentId: number; reason: string }): number {
  const { store } = context
  const { id, intake } = change(store, () => {
    const row = documentById(store.read, documentId)
    if (reason === '') throw new Fault('reason-missing')
    const application = applicationById(store.read, row.application)
    const proven = provenBy(store.read, row.application, row.id)
    if (proven.length > 0 && application.decided === 1) throw new Fault('case-decided')
    for (const { fact, ref } of proven) unstateFact(store, { application: row.application, fact, source: 'document', ref })
    store.record({ kind: 'document.removed', application: row.application, body: JSON.stringify({ document: row.id, hash: row.hash, reason }) })
    if (proven.length > 0) screenCase(store, application.intake, application.id)
    return application
  })
  context.changed({ what: 'cases', intakeId: intake, caseId: id })
  return id
}

/** What a document says of its case's facts. */
export function provenBy(db: Reader, application: number, document: number) {
  return statedOf(db, application).filter(s => s.source === 'document' && s.ref['document'] === document)
}

function opened(db: Reader, application: number, reason: string | undefined): string | null {
  const row: ApplicationRow = applicationById(db, application)
  const why = reason?.trim() || null
  if (row.protected === 1 && why === null) throw new Fault('case-protected')
  return why
}

function views(db: Reader, application: number, rows: readonly DocumentRow[]): DocumentView[] {
  if (rows.length === 0) return []
  const set = worded(db, loadCase(db, application).rules.set)
  const names = new Map(db.all<{ id: number; name: string }>('SELECT id, name FROM caseworker').map(c => [c.id, c.name]))
  return rows.map(row => ({
    id: row.id, caseId: row.application, kind: row.kind, name: row.name, type: row.type, bytes: row.bytes, pages: row.pages, from: row.source, note: row.note,
    remarks: JSON.parse(row.remarks) as DocumentRemark[], receivedAt: row.at, receivedBy: names.get(row.by) ?? '',
    proves: provenBy(db, application, row.id).map(({ fact, value, ref }) => {
      const def = set.factById.get(fact)
      return { fact, label: def?.label ?? fact, display: typeof value === 'object' ? wordings[set.language].none : def ? displayValue(def, value, set.language) : String(value), page: Number(ref['page'] ?? 1) }
    }),
  }))
}
