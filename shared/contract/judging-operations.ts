import * as z from 'zod'
import { LIGHTS } from '../domain.ts'
import type { FiguresView, OverridesView } from './judging.ts'
import { spec } from './spec.ts'
import type { CaseView } from './views.ts'

const id = z.int().positive()
const text = z.string().trim().max(2000)
const ofCase = { id, version: z.int() }

/** Lights that caseworkers stand for: establishing, going away from the proposed light, the second reader, and taking one's latest step back. */
export const judgingOperations = {
  'screening.establish': spec<CaseView>()('write', z.strictObject({ ...ofCase, assessment: text.optional() })),
  'screening.override': spec<CaseView>()('write', z.strictObject({ ...ofCase, light: z.enum(LIGHTS), reason: text })),
  'screening.confirm': spec<CaseView>()('write', z.strictObject(ofCase)),
  'screening.return': spec<CaseView>()('write', z.strictObject({ ...ofCase, reason: text })),
  'screening.undoLast': spec<CaseView>()('write', z.strictObject(ofCase)),
  'screening.overrides': spec<OverridesView>()('read', z.strictObject({ intakeId: id })),
  'screening.figures': spec<FiguresView>()('read', z.strictObject({ intakeId: id })),
}
