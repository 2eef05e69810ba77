import * as z from 'zod'
import type { NoteView } from './notes.ts'
import { spec } from './spec.ts'

const id = z.int().positive()
const text = z.string().trim().min(1).max(4000)
const reason = z.string().trim().max(2000).optional()

/** Notes in a case, newest first. */
export const noteOperations = {
  'notes.ofCase': spec<NoteView[]>()('read', z.strictObject({ id, reason })),
  'notes.add': spec<{ id: number }>()('write', z.strictObject({ id, text })),
  'notes.amend': spec<{ id: number }>()('write', z.strictObject({ noteId: id, text })),
}
