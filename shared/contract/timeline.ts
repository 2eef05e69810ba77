/** What the events of a person are grouped by. */
export const EVENT_GROUPS = ['application', 'facts', 'documents', 'letters', 'assessments', 'overrides', 'decisions', 'notes', 'reads'] as const
export type EventGroup = (typeof EVENT_GROUPS)[number]

/** What an event can show: a letter, a document or a decision's form. */
export type EventThing = { kind: 'letter' | 'document' | 'form'; id: number }
export type TimelineEvent = {
  /** The entry's number in the journal; null for a reading that is logged and waits to be moved there. */
  seq: number | null
  at: string
  by: string
  kind: string
  group: EventGroup
  text: string
  opens: EventThing | null
  /** The application it happened in. */
  caseId: number
}
/** One of the person's applications. `hidden`: its person is protected there, and it has to be opened by itself. */
export type TimelineCase = { id: number; applicationId: string; intakeId: number; intakeName: string; hidden: boolean }
export type TimelinePage = {
  events: TimelineEvent[]
  /** Where the next page begins, or null at the end. */
  next: number | null
  /** How many events there are of each group. */
  counts: Record<EventGroup, number>
  cases: TimelineCase[]
}
