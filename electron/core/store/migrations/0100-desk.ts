/**
 * How the work on a case stands: who has it, what it waits for, and until when. Each column is written by the entries of the area that owns it:
 * `waits_until` and `answered` by completion requests, `awaiting`, `awaiting_by` and `overridden` by overrides, `moved_from` (the light that was
 * proposed before a later file moved it) by files that are taken in, the others by the desk. `due` is the earlier of the two days that something is due.
 */
export const desk = `
ALTER TABLE application ADD COLUMN assignee INTEGER;
ALTER TABLE application ADD COLUMN waits_until TEXT;
ALTER TABLE application ADD COLUMN answered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE application ADD COLUMN express INTEGER NOT NULL DEFAULT 0;
ALTER TABLE application ADD COLUMN express_until TEXT;
ALTER TABLE application ADD COLUMN awaiting INTEGER NOT NULL DEFAULT 0;
ALTER TABLE application ADD COLUMN awaiting_by INTEGER;
ALTER TABLE application ADD COLUMN overridden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE application ADD COLUMN moved_from INTEGER;
ALTER TABLE application ADD COLUMN due TEXT GENERATED ALWAYS AS (min(ifnull(waits_until, '9999-12-31'), ifnull(express_until, '9999-12-31'))) VIRTUAL;
CREATE INDEX application_assignee ON application (intake, assignee) WHERE assignee IS NOT NULL;
CREATE INDEX application_due ON application (intake, due) WHERE due < '9999-12-31';

CREATE TABLE desk_filter (
  id INTEGER PRIMARY KEY, caseworker INTEGER NOT NULL, programme TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, query TEXT NOT NULL, at TEXT NOT NULL, seq INTEGER NOT NULL,
  UNIQUE (caseworker, programme, name)
) STRICT;
`
