/** What a document or a checked credential says of a fact; the row of a file an entry came with can be found, so that a file can be undone. */
export const stated = `
CREATE TABLE stated (
  application INTEGER NOT NULL REFERENCES application, fact TEXT NOT NULL, source TEXT NOT NULL, value TEXT NOT NULL,
  ref TEXT NOT NULL, at TEXT NOT NULL, by INTEGER NOT NULL, seq INTEGER NOT NULL,
  PRIMARY KEY (application, fact, source)
) STRICT, WITHOUT ROWID;

ALTER TABLE intake_file ADD COLUMN opened_seq INTEGER;
ALTER TABLE intake_file ADD COLUMN taken_seq INTEGER;
ALTER TABLE intake_file ADD COLUMN undone_seq INTEGER;
UPDATE intake_file SET
  opened_seq = (SELECT j.seq FROM journal j WHERE j.kind = 'file.opened' AND json_extract(j.body, '$.id') = intake_file.id),
  taken_seq = (SELECT j.seq FROM journal j WHERE j.kind = 'file.taken' AND json_extract(j.body, '$.id') = intake_file.id);
ALTER TABLE application ADD COLUMN vanished INTEGER;
`
