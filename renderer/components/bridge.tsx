import { createContext, useContext } from 'react'
import type { Bridge } from '../../shared/contract/bridge.ts'

const BridgeContext = createContext<Bridge | null>(null)
export const BridgeProvider = BridgeContext.Provider

/** The one way from a room to the core. */
export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext)
  if (!bridge) throw new Error('no bridge')
  return bridge
}
