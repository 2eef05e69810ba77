import type { Catalogue } from './sv.ts'
import { count, many } from './format.ts'

export const log: Catalogue['log'] = {
  heading: 'Log',
  grid: 'Who read and did what',
  columns: { at: 'Time', by: 'Caseworker', group: 'Kind', what: 'What', application: 'Application', reason: 'Reason given' },
  filters: 'Selection',
  caseworker: 'Caseworker', everybody: 'Everybody',
  from: 'From and including', to: 'To and including',
  group: 'Kind', allGroups: 'All kinds',
  groups: { read: 'Reading', change: 'Change', establish: 'Establishing', decide: 'Decision', disclose: 'Disclosure and export', system: 'System' },
  applicationId: 'Application ID', applicationHint: 'Also shows the rows of files that were read in',
  check: 'Check', noCheck: 'None',
  checks: {
    protected: 'Protected personal data that were opened', hours: 'Opened outside 06–20', unchanged: 'Opened by somebody who changed nothing in the case',
  },
  bursts: 'Many cases in an hour',
  show: 'Show',
  clear: 'Clear the selection',
  dateInvalid: 'Write a date as yyyy-mm-dd.',
  hits: (n: number) => many(n, 'entry', 'entries'),
  tooMany: (n: number) => `The latest ${count(n)} entries are shown. There are more; narrow the period or the selection.`,
  empty: 'No entry of the log matches the selection.',
  logged: 'That you read the log is written in the log.',
  noApplication: 'no application',
  save: 'Save as CSV',
  saved: (name: string, rows: number) => `${name} has been saved with ${many(rows, 'entry', 'entries')}. That is written in the log.`,
  suggested: (day: string) => `logg-${day}.csv`,
  burstTable: 'Hours in which somebody opened many cases', burstLeast: 'At least this many cases', burstHour: 'Hour', burstCases: 'Different cases', burstShow: 'Show the readings',
  burstShowOf: (name: string, hour: string) => `Show the readings: ${name}, ${hour}`,
  burstNone: 'Nobody opened so many cases within an hour during the period.',
  burstPeriod: 'Choose a period: from and to.',
}
