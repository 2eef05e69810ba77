import { create } from 'zustand'
import type { StoreProfile } from '../../shared/domain.ts'

export type StoreTask = 'passphrase' | 'recovery-code' | 'backup' | 'restore' | 'verify'
export type View =
  | { room: 'start' }
  | { room: 'intakes' }
  | { room: 'read-files'; intakeId: number }
  | { room: 'read-documents'; intakeId: number }
  | { room: 'list'; intakeId: number }
  | { room: 'case'; intakeId: number; caseId: number }
  | { room: 'same-person'; intakeId: number; caseId: number | null }
  | { room: 'decide'; intakeId: number; caseId: number; reason: string | null }
  | { room: 'form'; intakeId: number; caseId: number; decisionId: number; applicationId: string }
  | { room: 'store'; task: StoreTask }
  | { room: 'issuers' }
  | { room: 'rules' }
export type Session = { profile: StoreProfile; name: string; title: string }

type Screen = { view: View; session: Session | null; intakeName: string | null; shortcuts: boolean; findTurn: number }

/** What is on the screen. Truth stays in the core; nothing here outlives the window. */
export const useScreen = create<Screen>(() => ({ view: { room: 'start' }, session: null, intakeName: null, shortcuts: false, findTurn: 0 }))

export function go(view: View): void {
  useScreen.setState({ view })
}
