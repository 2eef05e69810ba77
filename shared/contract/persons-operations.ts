import * as z from 'zod'
import type { JoinReport, LikelyPage, PersonView } from './persons.ts'
import { spec } from './spec.ts'

const id = z.int().positive()
const reason = z.string().trim().max(2000)
const verdict = z.strictObject({ /** Two applications. */ id, other: id, reason })

/** The same person: a case's other applications, likely pairs, and what a caseworker says of them. */
export const personOperations = {
  'persons.ofCase': spec<PersonView>()('read', z.strictObject({ id, reason: reason.optional() })),
  /** Likely pairs in all, of an intake or of a case. What is shown of a person is logged as read; `limit` 0 only counts. */
  'persons.likely': spec<LikelyPage>()('read', z.strictObject({ intakeId: id.optional(), caseId: id.optional(), offset: z.int().min(0).default(0), limit: z.int().min(0).max(20).default(1) })),
  'persons.join': spec<JoinReport>()('write', verdict),
  'persons.part': spec<JoinReport>()('write', verdict),
  'persons.tellApart': spec<JoinReport>()('write', verdict),
}
