/**
 * What caseworkers have said of two applications: one person's, or two persons'. A verdict goes with the case that it is about. Extract rows that came to a
 * case through a joining that was undone are no longer its own.
 */
export const persons = `
CREATE TABLE same_person (
  a INTEGER NOT NULL, b INTEGER NOT NULL, verdict TEXT NOT NULL CHECK (verdict IN ('same', 'other')), reason TEXT NOT NULL,
  at TEXT NOT NULL, by INTEGER NOT NULL, seq INTEGER NOT NULL,
  PRIMARY KEY (a, b), CHECK (a < b)
) STRICT, WITHOUT ROWID;
CREATE INDEX same_person_b ON same_person (b);
CREATE TRIGGER same_person_gone AFTER DELETE ON application BEGIN DELETE FROM same_person WHERE a = OLD.id OR b = OLD.id; END;
CREATE TABLE extract_taken_back (seq INTEGER PRIMARY KEY) STRICT;
`
