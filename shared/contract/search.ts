import type { Light } from '../domain.ts'

/** What a search looks at, in the order in which answers are shown. By law never telephone, permit kind, country of birth, notes or assessments (2002:546 § 14, 2002:623 § 18). */
export const SEARCH_KINDS = ['application', 'identity', 'case-number', 'name', 'employer'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]
export const MATCHES = ['exact', 'prefix', 'typo'] as const
/** How what was written fits what was found: the whole of it, its beginning, or all but a letter or two. */
export type Match = (typeof MATCHES)[number]

/** A case that was found. A protected person has no name here; `detail` is the employer, case number or identity number that was found. */
export type SearchHit = { caseId: number; match: Match; applicationId: string; name: string | null; protected: boolean; light: Light; established: boolean; intake: { id: number; name: string }; detail: string | null }
export type SearchGroup = { kind: SearchKind; hits: SearchHit[]; /** There are more than are given. */ more: boolean }
export type IntakeHit = { id: number; name: string; cases: number }
/** `complete` is false while names are still being read into memory: then near spellings are missing, and it is worth asking again. */
export type SearchAnswer = { groups: SearchGroup[]; intakes: IntakeHit[]; complete: boolean }
