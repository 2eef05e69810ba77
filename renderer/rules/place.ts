import { create } from 'zustand'
import type { WhatIfSummary } from '../../shared/contract/rules.ts'
import type { Light } from '../../shared/domain.ts'
import { noEdits, type EditDrafts } from './edits.ts'
import type { Drafts } from './trial.ts'

export const TABS = ['rules', 'parameters', 'definitions', 'facts', 'compare', 'try', 'what-if'] as const
export type Tab = (typeof TABS)[number]
/** What the list of a what-if shows: one move between lights, one rule, or all. */
export type Shown = { from: Light | null; to: Light | null; rule: string | null }
export const showAll: Shown = { from: null, to: null, rule: null }
export type Ask = { intakeId: number | null; by: 'version' | 'edited'; version: string | null }

/** A programme's book as it was left. Edits belong to a version; facts set by hand go from one to another. */
export type Place = {
  version: string; tab: Tab; search: string; compare: { before: string; after: string } | null
  drafts: Drafts; edits: Record<string, EditDrafts>; ask: Ask; answer: WhatIfSummary | null; stale: boolean; shown: Shown; active: number
}

/** A programme's book as it is first opened. */
export function startPlace(version: string): Place {
  return { version, tab: 'rules', search: '', compare: null, drafts: {}, edits: {}, ask: { intakeId: null, by: 'version', version: null }, answer: null, stale: false, shown: showAll, active: -1 }
}

type Room = { programme: string | null; places: Record<string, Place> }
const start: Room = { programme: null, places: {} }

/** The room of rules as it was left, so that coming back from a case shows the same answer. Nothing here outlives the open store. */
export const useRoom = create<Room>(() => start)

/** Opens a version at its rules; what was typed and asked in the programme is still there. */
export function openBook(programme: string, version: string): void {
  useRoom.setState(room => ({ programme, places: { ...room.places, [programme]: { ...(room.places[programme] ?? startPlace(version)), version, tab: 'rules', search: '' } } }))
}

export function leaveBook(): void {
  useRoom.setState({ programme: null })
}

/** Changes the book of a programme that has been opened. */
export function change(programme: string, next: Partial<Place> | ((place: Place) => Partial<Place>)): void {
  useRoom.setState(room => {
    const place = room.places[programme]
    if (!place) return room
    return { places: { ...room.places, [programme]: { ...place, ...(typeof next === 'function' ? next(place) : next) } } }
  })
}

/** The edited copy of the version that is open. */
export function editsOf(place: Place): EditDrafts {
  return place.edits[place.version] ?? noEdits
}

/** A move of the matrix is chosen, or let go when it was chosen already. */
export function toggleMove(shown: Shown, from: Light, to: Light): Shown {
  return shown.from === from && shown.to === to ? { ...shown, from: null, to: null } : { ...shown, from, to }
}

/** Locking forgets everything that somebody has typed or asked. */
export function forgetRules(): void {
  useRoom.setState(start, true)
}
