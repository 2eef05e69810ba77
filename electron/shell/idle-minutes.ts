import type { Changed } from '../../shared/contract/bridge.ts'
import type { StoreStatus } from '../../shared/contract/views.ts'
import { unseal } from '../../shared/contract/wire.ts'
import type { CoreHost } from './core-host.ts'

const beforeKnown = 15

/** How long the open store may be left, as the store itself says; asked for when it has been opened or the time has been changed. */
export function watchIdleMinutes(host: () => Pick<CoreHost, 'call'>): { minutes(): number; onChanged(change: Changed): void } {
  let minutes = beforeKnown
  const ask = async () => {
    const status = unseal(await host().call('store.status', {}))
    const open = status.ok ? (status.value as StoreStatus).open : null
    if (open) minutes = open.idleMinutes
  }
  return { minutes: () => minutes, onChanged: change => { if (change.what === 'store') void ask() } }
}
