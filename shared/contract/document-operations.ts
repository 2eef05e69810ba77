import * as z from 'zod'
import { DOCUMENT_KINDS, type DocumentsReport, type DocumentView } from './documents.ts'
import { spec } from './spec.ts'
import type { CaseView } from './views.ts'

const id = z.int().positive()
const fact = z.string().max(80)
const reason = z.string().trim().max(2000)
const files = z.array(z.string().min(1).max(4096)).min(1).max(500)

/** Documents of a person: receiving, reading, marking, removing, and what they prove. */
export const documentOperations = {
  'documents.receivePreview': spec<DocumentsReport>()('long', z.strictObject({ intakeId: id, files }), ['files']),
  'documents.receive': spec<DocumentsReport>()('long', z.strictObject({ intakeId: id, files, digest: z.string().max(64).optional() }), ['files']),
  'documents.ofCase': spec<DocumentView[]>()('read', z.strictObject({ id, reason: reason.optional() })),
  'documents.read': spec<Uint8Array>()('read', z.strictObject({ documentId: id, reason: reason.optional() })),
  'documents.mark': spec<DocumentView>()('write', z.strictObject({ documentId: id, kind: z.enum(DOCUMENT_KINDS), note: z.string().trim().max(500) })),
  'documents.remove': spec<CaseView>()('write', z.strictObject({ documentId: id, reason })),
  'documents.prove': spec<CaseView>()('write', z.strictObject({
    id, version: z.int(), documentId: id, page: z.int().min(1).max(100_000), fact,
    value: z.union([z.string().max(2000), z.number(), z.boolean(), z.strictObject({ none: z.literal(true) })]),
  })),
  'documents.unprove': spec<CaseView>()('write', z.strictObject({ id, version: z.int(), fact })),
}
