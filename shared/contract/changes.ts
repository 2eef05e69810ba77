import type { FileKind, Light, Source } from '../domain.ts'
import type { LightCounts } from './views.ts'

/** What one source now says of a fact, and what it said before. */
export type FieldChange = { fact: string; label: string; source: Source; before: string; after: string }
/** A stored case that new rows change. The name and the fields are empty for a protected person. */
export type CaseChange = {
  caseId: number; applicationId: string; name: string; protected: boolean
  from: Light; to: Light
  /** Its light is established, and does not rest on these facts. */
  unsettles: boolean
  decided: boolean
  fields: FieldChange[]
}
/** A stored application that a later file of the portal no longer has. */
export type VanishedCase = { caseId: number; applicationId: string; name: string; protected: boolean; light: Light; decided: boolean }

/** What reading files, or undoing one, does to the cases that are stored already. */
export type Changes = {
  /** Stored cases that change, and those of them whose light would be another or whose established light would no longer hold. */
  cases: number
  lights: number
  /** Those whose light changes come first; never more than 500. */
  list: CaseChange[]
  vanished: { count: number; list: VanishedCase[] }
  /** Stored applications whose row now says no to consent: nothing of the row is kept, and somebody must record what the person has said. */
  refusing: { count: number; list: VanishedCase[] }
  /** Applications that were missing and are there again. */
  returned: number
  /** Proves that the changes of lights have been seen: is given back when the files are taken in. */
  seen: string
}

export type UndoReport = {
  file: { id: number; kind: FileKind; name: string }
  /** Cases that came with the file and go with it, and how many of them had an established light. */
  removed: number
  removedEstablished: number
  /** Cases that get back what was known before the file. */
  restored: number
  /** Files of the same kind that were read later; what they only repeated goes too, until they are read again. */
  laterFiles: string[]
  before: LightCounts
  after: LightCounts
  changes: Changes
}
