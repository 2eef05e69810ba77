/** A person's documents, known by the number of the journal entry they came with, and their bytes in parts. */
export const documents = `
CREATE TABLE document (
  id INTEGER PRIMARY KEY, application INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, bytes INTEGER NOT NULL, pages INTEGER,
  source TEXT NOT NULL, note TEXT NOT NULL, remarks TEXT NOT NULL, hash TEXT NOT NULL, at TEXT NOT NULL, by INTEGER NOT NULL
) STRICT;
CREATE INDEX document_application ON document (application, id);
CREATE INDEX document_hash ON document (hash, application);
CREATE TABLE document_bytes (document INTEGER NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (document, part)) STRICT;
`
