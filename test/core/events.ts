import type { TimelineEvent } from '../../shared/contract/timeline.ts'
import type { Context } from '../../electron/core/context.ts'
import { timelineOfCase } from '../../electron/core/screening/timeline.ts'

/** What has happened in a case, newest first. */
export function eventsOf(context: Context, id: number): TimelineEvent[] {
  return timelineOfCase(context, { id, reason: 'prov', kinds: [], order: 'newest', before: null, limit: 200 }).events
}
