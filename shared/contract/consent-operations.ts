import * as z from 'zod'
import { CONSENT_WAYS, type ConsentView } from './consent.ts'
import { isoDate } from './decision-input.ts'
import { spec } from './spec.ts'
import type { CaseView } from './views.ts'

const id = z.int().positive()
const said = {
  id, version: z.int(), on: isoDate, how: z.enum(CONSENT_WAYS), who: z.string().trim().min(1).max(200), note: z.string().trim().max(2000).default(''),
  /** Other applications of the same person that this holds for as well. */
  also: z.array(id).max(50).default([]),
}

/** Consent to sharing: what holds, who may be given what, taking it back and giving it again. */
export const consentOperations = {
  'consent.ofCase': spec<ConsentView>()('read', z.strictObject({ id, reason: z.string().trim().max(2000).optional() })),
  'consent.withdraw': spec<CaseView>()('write', z.strictObject(said)),
  'consent.give': spec<CaseView>()('write', z.strictObject({ ...said, scope: z.enum(['ja', 'delvis']), /** Whom a partial consent covers. */ recipients: z.array(z.string().max(40)).max(20).default([]) })),
}
