import type { EntryKind } from './journal.ts'

/** The entries that are rows of files: nine of ten. They are long, and shown for one application only. */
export const FILE_ROWS = ['application.added', 'application.changed', 'register.read', 'permit.read'] as const satisfies readonly EntryKind[]
export const isFileRow = (kind: string): boolean => FILE_ROWS.some(row => row === kind)
/** SQL's condition that an entry is no row of a file, in the words the log's indexes have: otherwise SQLite does not use them. */
export const noFileRow = (kind: string): string => FILE_ROWS.map(row => `${kind} <> '${row}'`).join(' AND ')
