import type { DocumentKind } from '../../../../shared/contract/documents.ts'
import type { Appliers } from '../../store/store.ts'
import type { NewDocument } from './stored.ts'

/** What a document's entries do to the tables; the bytes are proven by their hash. */
export const documentAppliers: Appliers = {
  'document.received': (db, e) => {
    const d = JSON.parse(e.body) as NewDocument & { bytes: number }
    db.run(
      'INSERT INTO document (id, application, kind, name, type, bytes, pages, source, note, remarks, hash, at, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      e.seq, e.application, d.kind, d.name, d.type, d.bytes, d.pages, d.from, '', JSON.stringify(d.remarks), d.hash, e.at, e.by,
    )
  },
  'document.marked': (db, e) => {
    const { document, kind, note } = JSON.parse(e.body) as { document: number; kind: DocumentKind; note: string }
    db.run('UPDATE document SET kind = ?, note = ? WHERE id = ?', kind, note, document)
  },
  'document.removed': (db, e) => {
    const { document } = JSON.parse(e.body) as { document: number }
    db.run('DELETE FROM document_bytes WHERE document = ?', document)
    db.run('DELETE FROM document WHERE id = ?', document)
  },
}
