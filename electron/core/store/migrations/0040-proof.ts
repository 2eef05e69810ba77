/** Trusted issuers with their status lists, the credentials of cases, and what persons have said of their consent. A list's token is proven by its hash. */
export const proof = `
CREATE TABLE issuer (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, issuer TEXT NOT NULL UNIQUE, keys TEXT NOT NULL, types TEXT NOT NULL,
  valid_from TEXT NOT NULL, valid_to TEXT, note TEXT NOT NULL, at TEXT NOT NULL, by INTEGER NOT NULL, seq INTEGER NOT NULL,
  withdrawn_at TEXT, withdrawn_by INTEGER, withdrawn_reason TEXT
) STRICT;
CREATE TABLE status_list (
  id INTEGER PRIMARY KEY, issuer INTEGER NOT NULL REFERENCES issuer, uri TEXT NOT NULL, format TEXT NOT NULL, purpose TEXT NOT NULL, bits INTEGER NOT NULL,
  issued_at TEXT NOT NULL, stale_at TEXT NOT NULL, hash TEXT NOT NULL, at TEXT NOT NULL, by INTEGER NOT NULL, seq INTEGER NOT NULL,
  UNIQUE (issuer, uri)
) STRICT;
CREATE TABLE status_list_token (list INTEGER PRIMARY KEY REFERENCES status_list, token TEXT NOT NULL) STRICT;

CREATE TABLE credential (
  id INTEGER PRIMARY KEY, application INTEGER NOT NULL REFERENCES application, hash TEXT NOT NULL, outcome TEXT NOT NULL,
  issuer INTEGER, type TEXT, text TEXT, facts TEXT NOT NULL, issued_at TEXT, valid_until TEXT, bound INTEGER NOT NULL,
  checked_at TEXT NOT NULL, at TEXT NOT NULL, by INTEGER NOT NULL, seq INTEGER NOT NULL,
  withdrawn_at TEXT, withdrawn_by INTEGER, withdrawn_reason TEXT
) STRICT;
CREATE INDEX credential_application ON credential (application);
CREATE INDEX credential_hash ON credential (hash);

CREATE TABLE consent (
  application INTEGER PRIMARY KEY REFERENCES application, state TEXT NOT NULL, recipients TEXT, said_on TEXT NOT NULL, how TEXT NOT NULL, who TEXT NOT NULL, note TEXT NOT NULL,
  at TEXT NOT NULL, by INTEGER NOT NULL, seq INTEGER NOT NULL
) STRICT;
`
