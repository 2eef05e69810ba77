import * as z from 'zod'
import { spec } from './spec.ts'
import { EVENT_GROUPS, type TimelinePage } from './timeline.ts'

const id = z.int().positive()

/** Everything that has happened to a person, in all of their applications. */
export const timelineOperations = {
  'timeline.ofCase': spec<TimelinePage>()('read', z.strictObject({
    id, reason: z.string().trim().max(2000).optional(),
    /** None means all of them. */
    kinds: z.array(z.enum(EVENT_GROUPS)).max(EVENT_GROUPS.length).default([]),
    order: z.enum(['newest', 'oldest']).default('newest'),
    /** The `next` of the page before. */
    before: z.int().min(0).nullable().default(null),
    limit: z.int().min(1).max(200).default(50),
  })),
}
