import type { EventGroup } from '../../../shared/contract/timeline.ts'
import { TOLD_KINDS } from './history.ts'
import type { EntryKind } from '../store/journal.ts'

/** Kinds that stand elsewhere than others of their area. */
const OWN: Partial<Record<EntryKind, EventGroup>> = {
  'register.read': 'facts', 'permit.read': 'facts', 'case.read': 'reads', 'form.read': 'reads', 'document.read': 'reads', 'letter.read': 'reads', 'case.rejudged': 'assessments',
  // What needs a second reader is looked for together, whether the light was departed from or not.
  'light.overridden': 'overrides', 'light.held': 'overrides', 'light.confirmed': 'overrides', 'light.returned': 'overrides', 'light.lapsed': 'overrides',
}
/** By the area of a kind, which is what stands before its point. */
const AREAS: Readonly<Record<string, EventGroup>> = {
  application: 'application', file: 'application', person: 'application', consent: 'application', case: 'application', fact: 'facts', proof: 'facts', document: 'documents', request: 'letters', light: 'assessments', step: 'assessments',
  decision: 'decisions', note: 'notes',
}

/** Which group a kind of entry is told under; null for a kind that no area of a case owns. */
export function groupOf(kind: EntryKind): EventGroup | null {
  const area = AREAS[kind.slice(0, kind.indexOf('.'))]
  return OWN[kind] ?? area ?? null
}

/** The kinds of entry under some groups. */
export function kindsOf(groups: readonly EventGroup[]): EntryKind[] {
  return TOLD_KINDS.filter(kind => { const group = groupOf(kind); return group !== null && groups.includes(group) })
}
