/**
 * The first schema: journal, people, intakes, applications, corrections, decisions. The tables that grow by the hundred thousand
 * carry no foreign keys: they are written by journal entries only, and `verify` proves every row.
 */
export const first = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by INTEGER NOT NULL,
  application INTEGER,
  kind TEXT NOT NULL,
  content_hash BLOB NOT NULL,
  hash BLOB NOT NULL,
  body TEXT
) STRICT;
CREATE INDEX journal_application ON journal (application, seq) WHERE application IS NOT NULL;
CREATE TRIGGER journal_keep BEFORE DELETE ON journal BEGIN SELECT raise(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER journal_fixed BEFORE UPDATE ON journal
WHEN NEW.body IS NOT NULL OR NEW.seq <> OLD.seq OR NEW.at <> OLD.at OR NEW.by <> OLD.by OR NEW.application IS NOT OLD.application
  OR NEW.kind <> OLD.kind OR NEW.content_hash <> OLD.content_hash OR NEW.hash <> OLD.hash
BEGIN SELECT raise(ABORT, 'the journal is only added to'); END;

CREATE TABLE caseworker (id INTEGER PRIMARY KEY, name TEXT NOT NULL, title TEXT NOT NULL) STRICT;
CREATE TABLE rule_set (id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, programme TEXT NOT NULL, version TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE programme (id TEXT PRIMARY KEY, hash TEXT NOT NULL, files TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE layout (id INTEGER PRIMARY KEY, facts TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE intake (
  id INTEGER PRIMARY KEY, programme TEXT NOT NULL, name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  evaluation_date TEXT NOT NULL, place_start TEXT NOT NULL, place_end TEXT NOT NULL,
  rule_set INTEGER NOT NULL REFERENCES rule_set
) STRICT;
CREATE TABLE intake_file (
  id INTEGER PRIMARY KEY, intake INTEGER NOT NULL REFERENCES intake, kind TEXT NOT NULL, name TEXT NOT NULL, at TEXT NOT NULL, by INTEGER NOT NULL, counts TEXT
) STRICT;

CREATE TABLE application (
  id INTEGER PRIMARY KEY,
  intake INTEGER NOT NULL,
  application_id TEXT NOT NULL,
  identity TEXT NOT NULL,
  family_name TEXT NOT NULL, given_name TEXT NOT NULL,
  sort_name TEXT NOT NULL, search TEXT NOT NULL,
  received TEXT,
  protected INTEGER NOT NULL DEFAULT 0,
  application_seq INTEGER NOT NULL,
  rule_set INTEGER NOT NULL,
  proposed INTEGER NOT NULL, rules TEXT NOT NULL,
  established INTEGER, established_at TEXT, established_by INTEGER, established_rule_set INTEGER, established_seq INTEGER,
  changed INTEGER NOT NULL DEFAULT 0,
  decided INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL,
  counted INTEGER GENERATED ALWAYS AS (coalesce(established, proposed)) VIRTUAL,
  UNIQUE (intake, application_id)
) STRICT;
CREATE INDEX application_identity ON application (intake, protected, identity, id);
CREATE INDEX application_name ON application (intake, protected, sort_name, id, counted);
CREATE INDEX application_count ON application (intake, counted, established, changed, decided);

CREATE TABLE extract (application INTEGER NOT NULL, kind TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (application, kind)) STRICT, WITHOUT ROWID;

CREATE TABLE correction (
  application INTEGER NOT NULL REFERENCES application, fact TEXT NOT NULL, value TEXT NOT NULL,
  origin TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, by INTEGER NOT NULL, seq INTEGER NOT NULL,
  PRIMARY KEY (application, fact)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  id INTEGER PRIMARY KEY, application INTEGER NOT NULL UNIQUE REFERENCES application,
  decided_on TEXT NOT NULL, by INTEGER NOT NULL, details TEXT NOT NULL, rule_set INTEGER NOT NULL REFERENCES rule_set, form_hash TEXT NOT NULL, seq INTEGER NOT NULL
) STRICT;
CREATE TABLE decision_form (decision INTEGER PRIMARY KEY REFERENCES decision, pdf BLOB NOT NULL) STRICT;
`
