/**
 * Lights that wait for a second reader, and what figures by sex need: the sex that the application states, beside the light, so that counting a hundred
 * thousand cases reads no file rows. Texts of a light stand in the journal only.
 */
export const judging = `
CREATE TABLE pending (
  application INTEGER PRIMARY KEY, light INTEGER NOT NULL, override INTEGER NOT NULL, at TEXT NOT NULL, by INTEGER NOT NULL, seq INTEGER NOT NULL,
  facts TEXT NOT NULL
) STRICT;
CREATE INDEX application_overridden ON application (intake, established_seq) WHERE overridden = 1;

ALTER TABLE application ADD COLUMN sex TEXT;
UPDATE application SET sex = (
  SELECT nullif(json_extract(j.body, '$.cells[' || f.key || ']'), '')
  FROM journal j JOIN layout l ON l.id = json_extract(j.body, '$.layout') JOIN json_each(l.facts) f ON f.value = 'person.sex'
  WHERE j.seq = application.application_seq AND j.body IS NOT NULL AND json_type(j.body, '$.cells[' || f.key || ']') = 'text'
);
CREATE INDEX application_figures ON application (intake, established, proposed, sex, overridden);
`
