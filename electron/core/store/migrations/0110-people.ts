/**
 * What caseworkers may do and whether they have ended, settings of the store, and what the log is asked by. Whoever was there before has every role.
 * The rows of files, nine entries of ten, are not among what the log is asked for and stay out of its indexes.
 */
export const people = `
ALTER TABLE caseworker ADD COLUMN roles TEXT NOT NULL DEFAULT 'read screen decide administer';
ALTER TABLE caseworker ADD COLUMN ended TEXT;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX journal_log ON journal (at, seq, kind, by, application) WHERE kind NOT IN ('application.added', 'application.changed', 'register.read', 'permit.read');
CREATE INDEX journal_log_kind ON journal (kind, at, seq, by, application) WHERE kind NOT IN ('application.added', 'application.changed', 'register.read', 'permit.read');
CREATE INDEX journal_log_by ON journal (by, kind, at, seq, application) WHERE kind NOT IN ('application.added', 'application.changed', 'register.read', 'permit.read');
`
