import type { Role } from '../domain.ts'

/** Somebody who works, or has worked, in the store. Names of those who have ended stand in the history for ever. */
export type Person = {
  id: number
  name: string
  title: string
  roles: Role[]
  /** When the person ended; null while at work. */
  ended: string | null
  /** False where a passphrase was never set, or where setting it was cut off: then one can be given. */
  hasPassphrase: boolean
}
