import { useEffect, type ReactNode } from 'react'
import { RolesProvider } from '../components/Allowed.tsx'
import { useBridge } from '../components/bridge.tsx'
import { useChanged } from '../components/useChanged.ts'
import { sessionOf, useScreen } from './state.ts'

/** The roles of whoever works, for every view; asked for again when somebody's roles, name or title have changed. */
export function Roles({ children }: { children: ReactNode }) {
  const bridge = useBridge()
  const session = useScreen(s => s.session)
  const look = async () => {
    const status = await bridge.call('store.status', {})
    if (status.ok && status.value.open && useScreen.getState().session) useScreen.setState({ session: sessionOf(status.value.open) })
  }
  useChanged(change => { if (change.what === 'store' && session) void look() })
  useEffect(() => bridge.onCommand(command => { if (command === 'locked') useScreen.setState({ idle: false }) }), [bridge])
  return <RolesProvider value={session?.roles ?? []}>{children}</RolesProvider>
}
