import * as z from 'zod'
import { LANGUAGES, THEMES, type Language } from '../domain.ts'

export const ZOOM = { least: 50, most: 300 } as const

const theme = z.enum(THEMES)
const language = z.enum(LANGUAGES)
const zoom = z.int().min(ZOOM.least).max(ZOOM.most)
/** The tour of the sample intake: nothing seen yet, on the screen, left on the way, seen to its end. */
const tour = z.enum(['new', 'on', 'left', 'done'])
const tourStep = z.int().min(0).max(20)

/** Columns of the list of applicants that can be put away. */
export const LIST_COLUMNS = ['state', 'identityNumber', 'applicationId', 'rules', 'due', 'assignee', 'received'] as const
export type ListColumn = (typeof LIST_COLUMNS)[number]
/** What one caseworker has chosen at this machine: the intake they work with and the columns they have put away. */
const desk = z.strictObject({ intake: z.int().positive().nullable(), hidden: z.array(z.enum(LIST_COLUMNS)).max(LIST_COLUMNS.length) })
export type DeskLook = z.infer<typeof desk>
/** By store and the caseworker's number in it; never a name. */
const desks = z.record(z.string().regex(/^(work|sample)-\d{1,6}$/), desk)

/** How the program looks on this machine. Nothing of the store or of a person: it lies in the clear and is read before anything is unlocked. */
export type Settings = { theme: (typeof THEMES)[number]; language: Language; zoom: number; tour: z.infer<typeof tour>; tourStep: number; desks: Record<string, DeskLook> }

/** What may be changed, one or more at a time. */
export const settingsChange = z.strictObject({ theme: theme.optional(), language: language.optional(), zoom: zoom.optional(), tour: tour.optional(), tourStep: tourStep.optional(), desks: desks.optional() })
export type SettingsChange = z.infer<typeof settingsChange>

/** What lies on disk; a part that makes no sense is as if it had never been set, and takes no other part with it. */
export const storedSettings = z.object({
  theme: theme.catch('system'), language: language.catch('sv'), zoom: zoom.catch(100), tour: tour.catch('new'), tourStep: tourStep.catch(0),
  desks: desks.catch({}),
})
