import type { Context } from '../context.ts'
import type { Reader } from '../store/database.ts'
import { change } from '../store/store.ts'

const IDLE = 'idle-minutes'
const IDLE_DEFAULT = 15

/** After how many minutes without keyboard or mouse the store is locked. */
export function idleMinutes(db: Reader): number {
  return Number(db.value('SELECT value FROM setting WHERE key = ?', IDLE) ?? IDLE_DEFAULT)
}

/** Chooses that time for everybody who works in the store. */
export function setIdleMinutes({ store, changed }: Context, minutes: number): void {
  if (minutes === idleMinutes(store.read)) return
  change(store, () => store.record({ kind: 'store.setting', body: JSON.stringify({ key: IDLE, value: String(minutes) }) }))
  changed({ what: 'store' })
}
