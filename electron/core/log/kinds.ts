import type { LogGroup } from '../../../shared/contract/log.ts'
import { logWord } from '../../../shared/text/log.sv.ts'
import { isFileRow } from '../store/file-rows.ts'
import type { EntryKind } from '../store/journal.ts'

/** What every kind is called; a kind without words is a type error. */
export const WORDS: Record<EntryKind, string> = logWord

/** The kinds that are not changes. Whatever else there is changes something. */
const GROUPS: Partial<Record<EntryKind, LogGroup>> = {
  'case.read': 'read', 'form.read': 'read', 'document.read': 'read', 'letter.read': 'read', 'log.read': 'read',
  'light.established': 'establish', 'light.overridden': 'establish', 'light.held': 'establish', 'light.confirmed': 'establish', 'light.returned': 'establish', 'light.lapsed': 'establish',
  'decision.made': 'decide',
  'lights.exported': 'disclose', 'log.exported': 'disclose',
  'store.created': 'system', 'store.setting': 'system', 'caseworker.added': 'system', 'caseworker.changed': 'system', 'caseworker.ended': 'system', 'caseworker.passphrase-set': 'system',
  'passphrase.changed': 'system', 'recovery.renewed': 'system', 'backup.created': 'system', 'backup.restored': 'system', 'journal.verified': 'system',
}
/** What the log of everything is asked by: of the rows of files the file itself stands there. */
export const KINDS = Object.keys(WORDS).filter((kind): kind is EntryKind => kind in WORDS && !isFileRow(kind))
export const groupOf = (kind: EntryKind): LogGroup => GROUPS[kind] ?? 'change'
/** Reading that shows something of a person. */
export const CASE_READS = KINDS.filter(kind => groupOf(kind) === 'read' && kind !== 'log.read')
