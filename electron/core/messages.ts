import type { MessagePort } from 'node:worker_threads'
import type { Changed } from '../../shared/contract/bridge.ts'
import type { OperationName } from '../../shared/contract/operations.ts'
import type { Sealed } from '../../shared/contract/wire.ts'
import type { Language, StoreProfile } from '../../shared/domain.ts'

/** An open store as the two workers hand it to each other. The key never passes through the main process. */
export type Session = { profile: StoreProfile; key: Uint8Array; caseworkerId: number }

export type Holding = { open: boolean; shared: boolean }

/** What the main process says to a worker. Every message with an `id` is answered with that id. */
export type ToWorker =
  | { type: 'call'; id: number; name: OperationName; input: unknown; language?: Language }
  | { type: 'cancel'; id: number }
  /** A line to the other worker; replaces the line that was there. */
  | { type: 'peer'; port: MessagePort }
  /** To the writer: hand the open store to the other worker. */
  | { type: 'share'; id: number }
  /** Let go of the store: running calls are cancelled, the file closed and the key wiped. */
  | { type: 'release'; id: number }

/** What a worker says to the main process. */
export type FromWorker =
  | { type: 'ready' }
  | { type: 'answer'; id: number; sealed: Sealed; defect?: string }
  | { type: 'progress'; id: number; step: string; done: number; total: number | null }
  | { type: 'changed'; change: Changed }
  /** Answers `share` and `release`: whether a store is open here, and whether the other worker has it too. */
  | { type: 'done'; id: number; holding: Holding }

/** What the workers say to each other. */
export type BetweenWorkers = { type: 'session'; id: number; session: Session } | { type: 'attached'; id: number; shared: boolean }
