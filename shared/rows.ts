/** Why a row of a file was refused, or what was odd about a row that was taken in. */
export type RowRefusal =
  | 'no-consent' | 'identity-missing' | 'identity-check-digit' | 'identity-invalid' | 'application-id-missing' | 'other-intake'
  | 'too-few-cells' | 'too-many-cells' | 'nul-byte' | 'cell-too-large'
export type RowWarning =
  | 'unreadable-date' | 'unreadable-number' | 'unreadable-word' | 'unreadable-country' | 'unreadable-used' | 'leading-zero-restored'

/** One row-level remark. `record` is the record number with the header as 1; a record may span several lines. */
export type RowProblem = {
  record: number
  outcome: 'refused' | 'warning'
  code: RowRefusal | RowWarning
  applicationId?: string
  column?: string
}
