import type { IsoDate, RuleLight } from '../domain.ts'

export const LETTER_LANGUAGES = ['sv', 'en'] as const
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number]
/** What came of a request when it was closed: all that was asked for, some of it, or nothing. */
export const REQUEST_OUTCOMES = ['complete', 'partly', 'none'] as const
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number]
export const REQUEST_STATES = ['open', 'reminded', 'answered', 'closed'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** The longest text of one thing that is asked for, and how many things one letter asks for. */
export const REQUEST_LIMITS = { text: 1000, items: 20, replyTo: 300 } as const

/** One thing that a letter asks for: what to send, why, and the questions it is about. */
export type RequestItem = { rules: string[]; ask: string; why: string }
/** The same as the programme's texts propose it, in both languages. */
export type ProposedItem = {
  /** The name of the text in the programme. */
  name: string
  questions: { id: string; question: string; light: RuleLight; /** What is missing for a certain answer. */ missing: string[]; toGreen: string[] }[]
  texts: Record<LetterLanguage, { ask: string; why: string }>
}
export type RequestProposal = {
  items: ProposedItem[]
  /** Questions that are not green and that the applicant can do nothing about, or that the programme has no text for. */
  others: { id: string; question: string; light: RuleLight; because: string | null }[]
  language: LetterLanguage
  dueOn: IsoDate
  /** Where answers are sent, as this caseworker last wrote it. */
  replyTo: string
}
export type RequestPreview = { pdf: Uint8Array; /** The letter as text, to paste into a message. */ text: string }

export type RequestEvent =
  | { kind: 'reminded'; at: string; by: string; dueOn: IsoDate; letter: number }
  | { kind: 'answered'; at: string; by: string; arrivedOn: IsoDate; what: string }
  | { kind: 'closed'; at: string; by: string; outcome: RequestOutcome; note: string }
export type RequestView = {
  id: number
  state: RequestState
  language: LetterLanguage
  items: RequestItem[]
  dueOn: IsoDate
  /** The day has passed and nothing has arrived. */
  overdue: boolean
  madeAt: string
  madeBy: string
  /** Oldest first. */
  events: RequestEvent[]
  /** The letters, the first one first: their numbers, and their texts for pasting. */
  letters: { id: number; reminder: boolean; text: string }[]
}
/** The requests of a case, newest first, with what the window proposes for the next step. */
export type RequestsOfCase = { requests: RequestView[]; today: IsoDate; /** The day proposed when a reminder is made now. */ remindBy: IsoDate }
