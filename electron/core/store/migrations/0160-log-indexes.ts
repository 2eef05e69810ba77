/**
 * The log's indexes say what they leave out in comparisons. A list in parentheses was built anew as a table for each index at each entry written:
 * half the time of writing a file's row.
 */
export const logIndexes = `
DROP INDEX journal_log;
DROP INDEX journal_log_kind;
DROP INDEX journal_log_by;
CREATE INDEX journal_log ON journal (at, seq, kind, by, application)
  WHERE kind <> 'application.added' AND kind <> 'application.changed' AND kind <> 'register.read' AND kind <> 'permit.read';
CREATE INDEX journal_log_kind ON journal (kind, at, seq, by, application)
  WHERE kind <> 'application.added' AND kind <> 'application.changed' AND kind <> 'register.read' AND kind <> 'permit.read';
CREATE INDEX journal_log_by ON journal (by, kind, at, seq, application)
  WHERE kind <> 'application.added' AND kind <> 'application.changed' AND kind <> 'register.read' AND kind <> 'permit.read';
`
