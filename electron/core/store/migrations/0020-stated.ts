/** What a document or a checked credential says of a fact; the row of a file an entry came with can be found, so that a file can be undone. */
export const stated = `
CREATE TABLE stated (
  application INTEGER NOT NULL REFERENCES application, fact TEXT NOT NULL, source TEXT NOT NULL, value TEXT NOT NULL,
  ref TEXT NOT NULL, at TEXT NOT NULL, by INTEGER NOT NULL, seq INTEGER NOT NULL,
  PRIMARY KEY (application, fact, source)
) STRICT, WITHOUT ROWID;
`
