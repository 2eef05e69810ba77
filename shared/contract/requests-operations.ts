import * as z from 'zod'
import { isoDate } from './decision-input.ts'
import { LETTER_LANGUAGES, REQUEST_LIMITS, REQUEST_OUTCOMES, type RequestPreview, type RequestProposal, type RequestsOfCase } from './requests.ts'
import { spec } from './spec.ts'
import type { CaseView } from './views.ts'

const id = z.int().positive()
const reason = z.string().trim().max(2000).optional()
const text = z.string().trim().max(REQUEST_LIMITS.text)

/** What a letter says beside what every such letter says. */
export const letterInput = z.strictObject({
  language: z.enum(LETTER_LANGUAGES),
  items: z.array(z.strictObject({ rules: z.array(z.string().max(20)).max(40).default([]), ask: text.min(1), why: text.default('') })).min(1).max(REQUEST_LIMITS.items),
  dueOn: isoDate,
  replyTo: z.string().trim().max(REQUEST_LIMITS.replyTo).default(''),
})

/** Requests for completion: what to ask for, the letter, the reminder, the answer and the end. */
export const requestOperations = {
  'requests.propose': spec<RequestProposal>()('read', z.strictObject({ id, reason })),
  /** The very letter that making it would store, had it been made today. */
  'requests.preview': spec<RequestPreview>()('read', letterInput.extend({ id, reason })),
  'requests.make': spec<CaseView>()('write', letterInput.extend({ id, version: z.int(), reason })),
  'requests.remind': spec<CaseView>()('write', z.strictObject({ requestId: id, dueOn: isoDate })),
  'requests.answer': spec<CaseView>()('write', z.strictObject({ requestId: id, arrivedOn: isoDate, what: z.string().trim().min(1).max(1000) })),
  'requests.close': spec<CaseView>()('write', z.strictObject({ requestId: id, outcome: z.enum(REQUEST_OUTCOMES), note: z.string().trim().max(1000).default('') })),
  'requests.ofCase': spec<RequestsOfCase>()('read', z.strictObject({ id, reason })),
  'requests.letter': spec<Uint8Array>()('read', z.strictObject({ letterId: id, reason })),
  'requests.saveLetter': spec<{ name: string }>()('read', z.strictObject({ letterId: id, reason, path: z.string().min(1).max(4096) }), ['path']),
}
