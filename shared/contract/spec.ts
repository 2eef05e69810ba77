import type * as z from 'zod'
import type { Answer } from './wire.ts'

/**
 * kind: `read` may run beside a long write, `write` changes the store, `long` is a write that reports progress and can be cancelled.
 * paths: fields that hold files. The window only ever has tokens from a native dialog there; the gate turns them into paths.
 */
type Kind = 'read' | 'write' | 'long'
export type Spec<I extends z.ZodType, O> = { kind: Kind; input: I; paths: readonly string[]; output?: O }

/** One operation of the contract: `spec<Output>()(kind, input, paths)`. */
export function spec<O extends Answer>() {
  return <I extends z.ZodType>(kind: Kind, input: I, paths: readonly string[] = []): Spec<I, O> => ({ kind, input, paths })
}
