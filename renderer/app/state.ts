import { create } from 'zustand'
import type { ListChoice } from '../../shared/contract/list-query.ts'
import type { StoreStatus } from '../../shared/contract/views.ts'
import type { Role, StoreProfile } from '../../shared/domain.ts'

export type StoreTask = 'passphrase' | 'recovery-code' | 'backup' | 'restore' | 'verify'
export type View =
  | { room: 'start' }
  /** Who arrives comes to the desk, and on to the intakes while there is nothing on it. */
  | { room: 'desk'; arriving?: boolean }
  | { room: 'intakes' }
  | { room: 'read-files'; intakeId: number }
  | { room: 'read-documents'; intakeId: number }
  | { room: 'overrides'; intakeId: number }
  /** `choice` begins the list anew with what it shows; without it the list is as it was left. */
  | { room: 'list'; intakeId: number; choice?: ListChoice }
  | { room: 'case'; intakeId: number; caseId: number }
  | { room: 'same-person'; intakeId: number; caseId: number | null }
  | { room: 'decide'; intakeId: number; caseId: number; reason: string | null }
  | { room: 'form'; intakeId: number; caseId: number; decisionId: number; applicationId: string }
  | { room: 'store'; task: StoreTask }
  | { room: 'issuers' }
  | { room: 'people' }
  | { room: 'log' }
  | { room: 'rules' }
export type Session = { profile: StoreProfile; id: number; name: string; title: string; roles: Role[] }

type Screen = { view: View; session: Session | null; intakeName: string | null; shortcuts: boolean; glossary: boolean; /** The store is about to lock because nobody works. */ idle: boolean; /** What is written in the window would be lost with its language: whether it may. */ languageAsk: boolean; findTurn: number; searchTurn: number }

/** What is on the screen. Truth stays in the core; nothing here outlives the window. */
export const useScreen = create<Screen>(() => ({ view: { room: 'start' }, session: null, intakeName: null, shortcuts: false, glossary: false, idle: false, languageAsk: false, findTurn: 0, searchTurn: 0 }))

/** Who works in the open store, as the window needs to know it. */
export function sessionOf({ profile, caseworker }: NonNullable<StoreStatus['open']>): Session {
  return { profile, ...caseworker }
}

export function go(view: View): void {
  useScreen.setState({ view })
}
