/** What the columns of a sender's files are, by their headers. */
export const mapping = `
CREATE TABLE mapping (
  id INTEGER PRIMARY KEY, programme TEXT NOT NULL, sender TEXT NOT NULL COLLATE NOCASE, kind TEXT NOT NULL,
  headers TEXT NOT NULL, columns TEXT NOT NULL, at TEXT NOT NULL, by INTEGER NOT NULL, seq INTEGER NOT NULL,
  UNIQUE (programme, sender, kind)
) STRICT;
`
