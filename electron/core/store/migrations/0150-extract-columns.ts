/**
 * Which extract rows count for an application stands with it: a row of its own for each was two more to write and two more to look up for every case.
 */
export const extractColumns = `
ALTER TABLE application ADD COLUMN register_seq INTEGER;
ALTER TABLE application ADD COLUMN permits_seq INTEGER;
UPDATE application SET
  register_seq = (SELECT seq FROM extract WHERE application = application.id AND kind = 'register'),
  permits_seq = (SELECT seq FROM extract WHERE application = application.id AND kind = 'permits');
DROP TABLE extract;
`
