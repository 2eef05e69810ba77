/** What an entry of the log is about, as whoever checks it asks. */
export const LOG_GROUPS = ['read', 'change', 'establish', 'decide', 'disclose', 'system'] as const
export type LogGroup = (typeof LOG_GROUPS)[number]

/** Questions of the systematic check (2002:623 § 20 c), beside how much one person reads in an hour. */
export const LOG_CHECKS = ['protected', 'hours', 'unchanged'] as const
export type LogCheck = (typeof LOG_CHECKS)[number]

export type LogEntry = {
  seq: number
  at: string
  by: { id: number; name: string }
  group: LogGroup
  /** The entry's kind; the window has its words. */
  kind: string
  application: { id: number; applicationId: string; intakeId: number; intakeName: string } | null
  /** Why it was read, where a reason was given. */
  reason: string | null
}
export type LogPage = {
  /** Entries that match, or the most that are shown. */
  total: number
  /** There are more than `total`: the choice should be narrowed. */
  more: boolean
  rows: LogEntry[]
}
/** How many different cases somebody opened within an hour of the clock. */
export type LogBurst = { by: { id: number; name: string }; from: string; to: string; cases: number }
