import * as z from 'zod'
import { type LogBurst, LOG_CHECKS, LOG_GROUPS, type LogPage } from './log.ts'
import { spec } from './spec.ts'

const moment = z.iso.datetime()
export const logChoice = {
  caseworker: z.int().positive().optional(),
  from: moment.optional(),
  /** The first moment after the period. */
  to: moment.optional(),
  groups: z.array(z.enum(LOG_GROUPS)).max(LOG_GROUPS.length).default([]),
  applicationId: z.string().trim().max(60).default(''),
  check: z.enum(LOG_CHECKS).optional(),
}

/** Who read and did what, and when. Looking is itself written in the journal. */
export const logOperations = {
  'log.page': spec<LogPage>()('read', z.strictObject({ ...logChoice, offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) })),
  'log.bursts': spec<LogBurst[]>()('read', z.strictObject({ from: moment, to: moment, /** The least number of cases in an hour that is told of. */ least: z.int().min(2).max(1000).default(30) })),
  'log.export': spec<{ name: string; rows: number }>()('write', z.strictObject({ ...logChoice, path: z.string().min(1).max(4096) }), ['path']),
}
