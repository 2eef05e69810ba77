/**
 * Everything that can go wrong in a way a person can do something about. A fault crosses every border as code and parameters;
 * its sentence comes from the catalogue in shared/text. Parameters never hold anything of a person.
 */
export type FaultParams = Record<string, string | number>

export type FaultCode =
  // the store
  | 'store-missing' | 'store-file-missing' | 'store-exists' | 'store-locked' | 'store-in-use' | 'store-key-missing' | 'store-key-damaged' | 'store-damaged' | 'store-newer'
  | 'store-place-refused' | 'passphrase-wrong' | 'passphrase-short' | 'recovery-code-wrong' | 'disk-full' | 'write-failed' | 'store-busy'
  | 'backup-unreadable' | 'backup-not-ours' | 'backup-target-exists' | 'journal-broken'
  // files
  | 'file-missing' | 'file-unreadable' | 'file-too-large' | 'file-empty' | 'file-no-rows' | 'file-not-text' | 'file-separator' | 'file-no-known-column'
  | 'file-column-missing' | 'file-duplicate-header' | 'file-unterminated-quote' | 'file-xlsx-locked' | 'file-xlsx-broken' | 'file-xlsx-too-large' | 'file-xlsx-cell'
  | 'file-plan-twice' | 'file-sheet-missing' | 'mapping-header' | 'sender-gone'
  | 'file-changed' | 'file-reader-failed' | 'file-record-too-large' | 'file-register-first'
  // intake
  | 'intake-missing' | 'intake-name-taken' | 'intake-dates' | 'intake-has-cases' | 'intake-changes-unseen' | 'file-gone' | 'undo-decided' | 'undo-kept' | 'programme-missing' | 'programme-no-intake' | 'programme-no-version' | 'nothing-taken-in'
  // screening
  | 'case-missing' | 'case-protected' | 'fact-unknown' | 'fact-value' | 'fact-not-editable' | 'reason-missing' | 'case-changed' | 'case-not-screened'
  | 'case-not-green' | 'case-not-established' | 'case-changed-since-established' | 'case-decided'
  | 'case-awaiting' | 'case-not-awaiting' | 'second-reader-same' | 'override-statute' | 'override-green' | 'override-same' | 'override-reason' | 'reason-long' | 'undo-nothing'
  // decision and documents
  | 'decision-missing' | 'decision-field' | 'decision-employer-control' | 'decision-part-time-reason' | 'decision-union-not-asked' | 'form-glyph' | 'form-failed'
  | 'print-failed' | 'no-printer'
  | 'document-missing' | 'documents-archive-broken' | 'documents-archive-locked' | 'documents-too-many' | 'documents-too-large' | 'documents-changed'
  // requests for completion and notes
  | 'request-missing' | 'request-open' | 'request-state' | 'request-due' | 'request-arrived' | 'request-tells' | 'request-protected' | 'letter-missing' | 'note-missing'
  // proof of origin
  | 'issuer-keys' | 'issuer-file' | 'issuer-exists' | 'issuer-missing' | 'issuer-dates' | 'status-list-broken' | 'status-list-issuer' | 'status-list-signature' | 'status-list-future' | 'status-list-older'
  | 'credential-missing' | 'credential-file' | 'consent-recipients'
  // persons
  | 'person-already-one' | 'person-told-apart' | 'person-no-verdict'
  // work lists
  | 'assignee-missing' | 'case-protected-among' | 'filter-missing' | 'filter-name-taken' | 'filter-not-allowed' | 'filter-too-many' | 'bulk-changed' | 'bulk-too-many' | 'letters-none'
  // people at the desk
  | 'not-allowed' | 'passphrase-taken' | 'person-missing' | 'person-self' | 'person-own-passphrase' | 'people-many' | 'administrator-needed'
  // rules
  | 'rules-broken' | 'fact-invalid' | 'programme-file-broken' | 'programme-file-altered' | 'programme-version-taken' | 'programme-examples' | 'what-if-missing'
  // the desk
  | 'input-invalid' | 'operation-unknown' | 'sender-refused' | 'token-unknown' | 'cancelled' | 'internal'

export type FaultInfo = { code: FaultCode; params: FaultParams }

/** A known fault, thrown inside the core and turned into a value at its border. */
export class Fault extends Error {
  readonly code: FaultCode
  readonly params: FaultParams
  constructor(code: FaultCode, params: FaultParams = {}) {
    super(Object.keys(params).length ? `${code} ${JSON.stringify(params)}` : code)
    this.name = 'Fault'
    this.code = code
    this.params = params
  }
  /** The fault as plain data, for crossing a border. */
  get info(): FaultInfo {
    return { code: this.code, params: this.params }
  }
}

export type Result<T> = { ok: true; value: T } | { ok: false; fault: FaultInfo }
