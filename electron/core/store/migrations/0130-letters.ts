/**
 * Requests for completion with what has happened to them, their letters, and notes. Each is known by the number of the journal entry it came with. Of a
 * letter the journal has the hash; its pages lie in a table of their own, which `verify` proves by it.
 */
export const letters = `
CREATE TABLE request (
  id INTEGER PRIMARY KEY, application INTEGER NOT NULL, language TEXT NOT NULL, items TEXT NOT NULL, due_on TEXT NOT NULL, reply_to TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'reminded', 'answered', 'closed')), made_on TEXT NOT NULL, at TEXT NOT NULL, by INTEGER NOT NULL
) STRICT;
CREATE INDEX request_application ON request (application, id);
CREATE UNIQUE INDEX request_one_open ON request (application) WHERE state <> 'closed';
CREATE INDEX request_by ON request (by, id);
CREATE TABLE request_event (id INTEGER PRIMARY KEY, request INTEGER NOT NULL, kind TEXT NOT NULL, day TEXT, outcome TEXT, note TEXT NOT NULL, at TEXT NOT NULL, by INTEGER NOT NULL) STRICT;
CREATE INDEX request_event_request ON request_event (request, id);
CREATE TABLE letter (id INTEGER PRIMARY KEY, request INTEGER NOT NULL, text TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE INDEX letter_request ON letter (request, id);
CREATE TABLE letter_pdf (letter INTEGER PRIMARY KEY, pdf BLOB NOT NULL) STRICT;

CREATE TABLE note (id INTEGER PRIMARY KEY, application INTEGER NOT NULL, note INTEGER, text TEXT NOT NULL, at TEXT NOT NULL, by INTEGER NOT NULL) STRICT;
CREATE INDEX note_application ON note (application, id);
`
