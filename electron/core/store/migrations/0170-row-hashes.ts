/**
 * The hash of each row's content, apart from the row: a file that comes again is compared by it, and the rows themselves, several times as long, are not read.
 */
export const rowHashes = `
CREATE INDEX journal_content ON journal (seq, content_hash);
`
