import * as z from 'zod'
import { isoDate } from './decision-input.ts'
import type { BulkAsks, BulkSummary, DeskCounts, SavedFilter, SavedLetters } from './desk.ts'
import { listChoice } from './list-query.ts'
import { LETTER_LANGUAGES, REQUEST_LIMITS } from './requests.ts'
import { spec } from './spec.ts'
import type { CaseView } from './views.ts'

const id = z.int().positive()
const reason = z.string().trim().max(2000)
const assignee = id.nullable()
const MOST_AT_ONCE = 200_000

/** The cases that are chosen: some by id, or all that a list shows but some. */
export const bulkChosen = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(MOST_AT_ONCE) }),
  z.strictObject({ choice: listChoice, except: z.array(id).max(MOST_AT_ONCE).default([]) }),
])
export const bulkAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('establish-green') }),
  z.strictObject({ kind: z.literal('assign'), assignee }),
  /** The same completion of all: each letter asks for those of the points, by their names in the programme, that its case lacks. */
  z.strictObject({
    kind: z.literal('ask'), points: z.array(z.string().min(1).max(80)).min(1).max(REQUEST_LIMITS.items), language: z.enum(LETTER_LANGUAGES), dueOn: isoDate, replyTo: z.string().trim().max(REQUEST_LIMITS.replyTo).default(''),
  }),
])

/** Work lists, who has which case, saved lists, and work on many cases at once. */
export const deskOperations = {
  'desk.counts': spec<DeskCounts>()('read', z.strictObject({ intakeId: id })),
  'desk.assign': spec<{ assigned: number }>()('write', z.strictObject({ ids: z.array(id).min(1).max(500), assignee })),
  'desk.express': spec<CaseView>()('write', z.strictObject({ id, version: z.int(), asked: z.string().trim().min(1).max(200).nullable(), reason })),
  'desk.filters': spec<SavedFilter[]>()('read', z.strictObject({ intakeId: id })),
  'desk.saveFilter': spec<SavedFilter[]>()('write', z.strictObject({ intakeId: id, name: z.string().trim().min(1).max(60), choice: listChoice })),
  'desk.removeFilter': spec<null>()('write', z.strictObject({ id })),
  'desk.bulkAsks': spec<BulkAsks>()('read', z.strictObject({ intakeId: id, chosen: bulkChosen })),
  /** The newest letter of each chosen case as a file, in a new folder within the one that is chosen. */
  'desk.saveLetters': spec<SavedLetters>()('read', z.strictObject({ intakeId: id, chosen: bulkChosen, path: z.string().min(1).max(4096) }), ['path']),
  'desk.bulkPreview': spec<BulkSummary>()('read', z.strictObject({ intakeId: id, chosen: bulkChosen, action: bulkAction })),
  'desk.bulk': spec<BulkSummary>()('long', z.strictObject({ intakeId: id, chosen: bulkChosen, action: bulkAction, digest: z.string().max(64) })),
}
