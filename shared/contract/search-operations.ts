import * as z from 'zod'
import type { SearchAnswer } from './search.ts'
import { spec } from './spec.ts'

/** The search over all intakes. An empty text finds nothing and makes the search ready. */
export const searchOperations = {
  'search.find': spec<SearchAnswer>()('read', z.strictObject({ text: z.string().max(200), /** Most hits of each kind. */ limit: z.int().min(1).max(50).default(8) })),
}
