import * as z from 'zod'
import { LIGHTS } from '../domain.ts'

/** The work lists of an intake, in the order in which they are worked on. */
export const QUEUES = ['mine', 'express', 'overdue', 'answered', 'changed', 'second', 'not-screened', 'orange', 'waiting', 'unassigned'] as const
export type QueueId = (typeof QUEUES)[number]

const id = z.int().positive()

/** What of an intake's applicants is looked for: everything in a list's question but the intake and the page. */
export const listChoice = z.strictObject({
  lights: z.array(z.enum(LIGHTS)).max(3).default([]),
  rules: z.array(z.string().max(20)).max(40).default([]),
  text: z.string().max(200).default(''),
  only: z.enum(['all', 'protected', 'established', 'not-established', 'changed', 'decided', 'vanished', 'withdrawn']).default('all'),
  queue: z.enum(QUEUES).nullable().default(null),
  /** The caseworker who has the case, or none. */
  assignee: z.union([id, z.literal('none')]).nullable().default(null),
  sort: z.enum(['name', 'applicationId', 'identityNumber', 'light', 'received', 'due']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
})
export type ListChoice = z.output<typeof listChoice>

export const listQuery = listChoice.extend({
  intakeId: id,
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
})
